// Notes that a record needs a file. They lie beside it: `<file>.<hash of the record>.held`, with the record's class and id inside.
import { createHash, randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { FileHolder, FileNeeds } from '../../bot/contracts/store/file-shelf'
import type { ConversationId } from '../../bot/contracts/talk/ids'
import type { Logger } from '../../bot/contracts/basics/logger'
import { retentionClasses } from '../../bot/contracts/store/store'
import type { SentFile } from '../../bot/contracts/talk/sent-file'
import { codeOf, remove, unfinished } from './folders'

const ending = '.held'
const holderShape = z.object({ collection: z.enum(retentionClasses), id: z.string() })

export const isNote = (name: string): boolean => name.endsWith(ending)

const nameOfNote = (file: string, { collection, id }: FileHolder): string =>
  `${file}.${createHash('sha256').update(`${collection} ${id}`).digest('hex').slice(0, 32)}${ending}`

/** There whole or not at all, also when the disk is full or the power goes. The folder is synced by the caller. */
export async function writeNote(
  folder: string,
  { file }: Pick<SentFile, 'file'>,
  holder: FileHolder,
): Promise<void> {
  const path = join(folder, nameOfNote(file, holder))
  // Two nodes may do the same turn at once.
  const part = `${path}.${randomBytes(4).toString('hex')}${unfinished}`
  try {
    await writeFile(part, JSON.stringify(holder), { flag: 'wx', mode: 0o600, flush: true })
    await rename(part, path)
  } finally {
    await remove(part)
  }
}

export interface NoteReader {
  readonly needs: FileNeeds
  readonly logger: Logger
}

/**
 * Whether the record of a note is still there. A note that cannot be read is not simply held: its file would stay for ever, also
 * when its resident has deleted it. Nor is it simply loose: a case would lose its picture. Its name tells whether it is that of a
 * record that the conversation has, and where none is, none needs the file: a note is whole on disk before its record is kept.
 */
export async function stillHolds(
  path: string,
  conversationId: ConversationId,
  { needs, logger }: NoteReader,
): Promise<boolean> {
  const note = await readNote(path)
  if (note.kind === 'gone') return false
  if (note.kind === 'holder') return needs.hasRecord(note.holder)
  const name = basename(path)
  const file = name.split('.')[0] ?? ''
  const isHeld = (await needs.mayNeed(conversationId)).some((one) => nameOfNote(file, one) === name)
  logger.warn(
    { note: name, why: note.why, held: isHeld },
    'a note of who needs a file cannot be read; its name was compared with the records of the conversation',
  )
  return isHeld
}

type ReadNote =
  | { readonly kind: 'holder'; readonly holder: FileHolder }
  /** Another node has taken it away. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'unreadable'; readonly why: string }

async function readNote(path: string): Promise<ReadNote> {
  try {
    return { kind: 'holder', holder: holderShape.parse(JSON.parse(await readFile(path, 'utf8'))) }
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError)
      return { kind: 'unreadable', why: 'damaged' }
    const why = codeOf(error)
    return why === 'ENOENT' ? { kind: 'gone' } : { kind: 'unreadable', why }
  }
}
