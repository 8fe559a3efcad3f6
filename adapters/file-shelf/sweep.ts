// Takes away files that nothing needs any more.
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileHolder, FileShelf, HasRecord } from '../../bot/contracts/file-shelf'
import { conversationOf, isNote, isWhole, namesIn, remove, removeIfEmpty, unlessMissing } from './folders'

type Sweeping = Parameters<FileShelf['sweep']>[0]

export async function sweep(directory: string, options: Sweeping): Promise<number> {
  const inQuarantine = await sweepQuarantine(join(directory, 'quarantine'), options)
  return inQuarantine + (await sweepKept(join(directory, 'files'), options))
}

async function sweepQuarantine(room: string, { before }: Sweeping): Promise<number> {
  let removed = 0
  for (const key of await namesIn(room)) {
    const folder = join(room, key)
    for (const name of await namesIn(folder)) {
      if (!(await isOlder(join(folder, name), before))) continue
      await remove(join(folder, name))
      removed += 1
    }
    // A young one may just have been made for a file that is on its way.
    if (await isOlder(folder, before)) await removeIfEmpty(folder)
  }
  return removed
}

const isOlder = async (path: string, before: Date): Promise<boolean> => {
  const found = await unlessMissing(stat(path), undefined)
  return found !== undefined && found.mtime < before
}

async function sweepKept(room: string, { hasConversation, hasRecord }: Sweeping): Promise<number> {
  let removed = 0
  for (const key of await namesIn(room)) {
    if (await hasConversation(conversationOf(key))) continue
    removed += await removeUnheld(join(room, key), hasRecord)
  }
  return removed
}

/** Takes away what no record needs of a folder of kept files; gives how many files that were. */
export async function removeUnheld(folder: string, hasRecord: HasRecord): Promise<number> {
  let removed = 0
  const names = await namesIn(folder)
  for (const name of names.filter(isWhole)) {
    const notes = names.filter((each) => isNote(each) && each.startsWith(`${name.split('.')[0] ?? name}.`))
    if (await isHeld(folder, notes, hasRecord)) continue
    for (const each of [...notes, name]) await remove(join(folder, each))
    removed += 1
  }
  await removeIfEmpty(folder)
  return removed
}

async function isHeld(folder: string, notes: readonly string[], hasRecord: HasRecord): Promise<boolean> {
  for (const note of notes)
    if (await hasRecord(JSON.parse(await readFile(join(folder, note), 'utf8')) as FileHolder)) return true
  return false
}
