// Where each file lies: a folder for each conversation, names that are ours, and nothing that a resident wrote.
import { mkdir, open, readdir, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { toConversationId, type ConversationId } from '../../bot/contracts/talk/ids'
import { isFileName, type SentFile, type SentFileKind } from '../../bot/contracts/talk/sent-file'

export type Room = 'quarantine' | 'files'

/** Of a file that is still being received or written anew. */
export const unfinished = '.part'
const endings: Readonly<Record<SentFileKind, string>> = { photo: '.jpg', pdf: '.pdf' }

/** Hexadecimal, because some shared folders do not tell A from a. */
const keyOf = (conversationId: ConversationId): string => Buffer.from(conversationId).toString('hex')
export const conversationOf = (key: string): ConversationId =>
  toConversationId(Buffer.from(key, 'hex').toString())

export const roomOf = (directory: string, room: Room, conversationId: ConversationId): string =>
  join(directory, room, keyOf(conversationId))

/** @throws Error for a name that no shelf has given. */
export function nameOf({ file, kind }: Pick<SentFile, 'file' | 'kind'>): string {
  if (!isFileName(file)) throw new Error('a file is named by 32 hexadecimal digits')
  return `${file}${endings[kind]}`
}

export const isWhole = (name: string): boolean => Object.values(endings).some((end) => name.endsWith(end))

/** Open to this program's user only. */
export const makeFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
}

export const namesIn = (folder: string): Promise<readonly string[]> => unlessMissing(readdir(folder), [])

/** What is not there any more is what was wanted. */
export const remove = (path: string): Promise<void> => rm(path, { force: true, recursive: true })

export async function removeIfEmpty(folder: string): Promise<void> {
  try {
    await rmdir(folder)
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) throw error
  }
}

/** What was put into a folder, or out of it, outlives a power cut only when the folder itself is on disk. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException).code)

export async function unlessMissing<T>(reading: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return otherwise
    throw error
  }
}
