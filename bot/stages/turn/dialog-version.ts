// Which version of its dialog an open talk goes on with: the one it was begun with while that is pinned, or today's.
import { olderKey, type Content } from '../../content/content'
import type { Frame } from '../../contracts/talk/conversation'
import { hourMs } from '../../contracts/basics/durations'
import type { Dialog } from '../../dialog/model/model'

/**
 * A frame of today's shape, or one whose version is gone or pinned no longer, goes on with today's version; undefined when
 * there is none.
 */
export function dialogOf(
  { dialogs, olderDialogs }: Pick<Content, 'dialogs' | 'olderDialogs'>,
  { dialog: id, shapeHash, startedAt }: Pick<Frame, 'dialog' | 'shapeHash' | 'startedAt'>,
  now: Date,
): Dialog | undefined {
  const today = dialogs.get(id)
  if (today?.shapeHash === shapeHash) return today
  const older = olderDialogs.get(olderKey(id, shapeHash))
  if (older === undefined) return today
  const pinnedUntil = Date.parse(startedAt) + older.pinHours * hourMs
  return now.getTime() < pinnedUntil ? older : today
}
