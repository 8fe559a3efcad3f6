// Takes away files that nothing needs any more.
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileShelf } from '../../bot/contracts/store/file-shelf'
import type { ConversationId } from '../../bot/contracts/talk/ids'
import type { Logger } from '../../bot/contracts/basics/logger'
import { conversationOf, isWhole, namesIn, remove, removeIfEmpty, unlessMissing } from './folders'
import { isNote, stillHolds, type NoteReader } from './notes'

type Sweeping = Parameters<FileShelf['sweep']>[0]

export async function sweep(directory: string, options: Sweeping, logger: Logger): Promise<number> {
  const { before, hasConversation, needs } = options
  const inQuarantine = await sweepEach(join(directory, 'quarantine'), logger, (folder) =>
    sweepQuarantine(folder, before),
  )
  const kept = await sweepEach(join(directory, 'files'), logger, async (folder, conversationId) =>
    (await hasConversation(conversationId)) ? 0 : removeUnheld(folder, conversationId, { needs, logger }),
  )
  return inQuarantine + kept
}

/** A folder that the disk does not let go of is left for the next sweep, and the others are swept. A store that is away ends it. */
async function sweepEach(
  room: string,
  logger: Logger,
  work: (folder: string, conversationId: ConversationId) => Promise<number>,
): Promise<number> {
  let removed = 0
  for (const key of await namesIn(room)) {
    try {
      removed += await work(join(room, key), conversationOf(key))
    } catch (error) {
      if (!isOfDisk(error)) throw error
      logger.error({ err: error }, 'a folder of files could not be swept')
    }
  }
  return removed
}

/** Of what is thrown here only errors of files name a path. */
const isOfDisk = (error: unknown): boolean => (error as NodeJS.ErrnoException | undefined)?.path !== undefined

async function sweepQuarantine(folder: string, before: Date): Promise<number> {
  let removed = 0
  for (const name of await namesIn(folder)) {
    if (!(await isOlder(join(folder, name), before))) continue
    await remove(join(folder, name))
    removed += 1
  }
  // A young one may just have been made for a file that is on its way.
  if (await isOlder(folder, before)) await removeIfEmpty(folder)
  return removed
}

const isOlder = async (path: string, before: Date): Promise<boolean> => {
  const found = await unlessMissing(stat(path), undefined)
  return found !== undefined && found.mtime < before
}

/** Takes away what no record needs of a folder of kept files; gives how many files that were. */
export async function removeUnheld(
  folder: string,
  conversationId: ConversationId,
  reader: NoteReader,
): Promise<number> {
  let removed = 0
  const names = await namesIn(folder)
  for (const name of names.filter(isWhole)) {
    const ofFile = names.filter((each) => each.startsWith(`${name.split('.')[0] ?? name}.`))
    const notes = ofFile.filter(isNote).map((note) => join(folder, note))
    if (await isHeld(notes, conversationId, reader)) continue
    // The file last: as long as it is there the others are found with it.
    for (const each of [...ofFile.filter((one) => one !== name), name]) await remove(join(folder, each))
    removed += 1
  }
  await removeIfEmpty(folder)
  return removed
}

async function isHeld(
  notes: readonly string[],
  conversationId: ConversationId,
  reader: NoteReader,
): Promise<boolean> {
  for (const note of notes) if (await stillHolds(note, conversationId, reader)) return true
  return false
}
