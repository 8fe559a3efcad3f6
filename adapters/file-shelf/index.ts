// The shelf on a disk: a folder `quarantine` and a folder `files`. Several nodes share them (`docs/operations.md`).
import { randomBytes } from 'node:crypto'
import { access, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileShelf, TakenFile } from '../../bot/contracts/store/file-shelf'
import { silentLogger, type Logger } from '../../bot/contracts/basics/logger'
import { sentFileKinds, type SentFile } from '../../bot/contracts/talk/sent-file'
import { fileTypeOf, isWholePdf } from './file-type'
import {
  codeOf,
  isWhole,
  makeFolder,
  nameOf,
  namesIn,
  remove,
  roomOf,
  syncFolder,
  unfinished,
  unlessMissing,
} from './folders'
import { writeNote } from './notes'
import { receiveBytes } from './receive-bytes'
import { rewritePicture } from './rewrite-picture'
import { removeUnheld, sweep } from './sweep'

export interface FileShelfOptions {
  /** Made when the first file comes. */
  readonly directory: string
  /** Of one file as it comes. */
  readonly maxBytes: number
  readonly logger?: Logger
}

export function createFileShelf({ directory, maxBytes, logger = silentLogger }: FileShelfOptions): FileShelf {
  return {
    async take(conversationId, bytes) {
      // It may break off before anybody reads; whoever reads it then hears of it all the same.
      bytes.on('error', () => undefined)
      const folder = roomOf(directory, 'quarantine', conversationId)
      const file = randomBytes(16).toString('hex')
      const part = join(folder, `${file}${unfinished}`)
      await makeFolder(folder)
      try {
        const taken = await lookThrough(
          { folder, file, part },
          await receiveBytes(bytes, part, maxBytes),
          maxBytes,
        )
        if (taken.kind === 'taken') await syncFolder(folder)
        return taken
      } catch (error) {
        // It may stand there, in part or whole, under a name that nobody was told.
        for (const kind of sentFileKinds) await remove(join(folder, nameOf({ file, kind })))
        throw error
      } finally {
        // The folder stays: the next file may be on its way into it.
        await remove(part)
      }
    },
    async count(conversationId) {
      const rooms = (['quarantine', 'files'] as const).map((room) => roomOf(directory, room, conversationId))
      const names = (await Promise.all(rooms.map(namesIn))).flat()
      return names.filter(isWhole).length
    },
    async keep(conversationId, files) {
      const [from, to] = [
        roomOf(directory, 'quarantine', conversationId),
        roomOf(directory, 'files', conversationId),
      ]
      await makeFolder(to)
      for (const file of files) if (!(await move(nameOf(file), from, to))) return false
      await syncFolder(to)
      return true
    },
    async hold(conversationId, files, holder) {
      const folder = roomOf(directory, 'files', conversationId)
      await makeFolder(folder)
      for (const file of files) await writeNote(folder, file, holder)
      await syncFolder(folder)
    },
    read: async (conversationId, file) =>
      unlessMissing(readFile(join(roomOf(directory, 'files', conversationId), nameOf(file))), undefined),
    async discard(conversationId, files) {
      const folder = roomOf(directory, 'quarantine', conversationId)
      for (const file of files) await remove(join(folder, nameOf(file)))
    },
    async erase(conversationId, needs) {
      await remove(roomOf(directory, 'quarantine', conversationId))
      await removeUnheld(roomOf(directory, 'files', conversationId), conversationId, { needs, logger })
    },
    sweep: (options) => sweep(directory, options, logger),
  }
}

interface Received {
  readonly folder: string
  readonly file: string
  /** Where its bytes are. */
  readonly part: string
}

async function lookThrough(
  { folder, file, part }: Received,
  length: number,
  most: number,
): Promise<TakenFile> {
  if (length === 0) return { kind: 'refused', why: 'empty' }
  if (length > most) return { kind: 'refused', why: 'too-large' }
  switch (await fileTypeOf(part)) {
    case 'picture': {
      const rewritten = await rewritePicture(part, join(folder, nameOf({ file, kind: 'photo' })))
      if (rewritten.kind === 'refused') return rewritten
      const { bytes, width, height } = rewritten
      return taken({ file, kind: 'photo', bytes, width, height })
    }
    case 'pdf':
      if (!(await isWholePdf(part, length))) return { kind: 'refused', why: 'damaged' }
      await rename(part, join(folder, nameOf({ file, kind: 'pdf' })))
      return taken({ file, kind: 'pdf', bytes: length })
    case undefined:
      return { kind: 'refused', why: 'wrong-type' }
  }
}

const taken = (file: SentFile): TakenFile => ({ kind: 'taken', file })

/** A repeated turn finds it moved already. */
async function move(name: string, from: string, to: string): Promise<boolean> {
  try {
    await rename(join(from, name), join(to, name))
    return true
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
  return access(join(to, name)).then(
    () => true,
    () => false,
  )
}
