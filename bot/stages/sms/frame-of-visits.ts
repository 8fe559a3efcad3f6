// The dialog that shows home care visits, begun for a phone that is known.
import type { Frame } from '../../contracts/talk/conversation'
import type { Dialog } from '../../dialog/model/model'
import { openFrame } from '../../dialog/walk/walk'
import { walkEnvironment } from '../turn/open-dialog'
import type { Turn } from '../turn/turn'
import { withNumberOfChannel } from './known-by-channel'

const isOfVisits = ({ notices }: Dialog): boolean =>
  [...notices.values()].some(({ grant }) => grant !== undefined)

/**
 * The dialog asks again whether a grant stands.
 * @param from E.164
 * @returns undefined where the city has no such dialog
 */
export function frameOfVisits(turn: Turn, from: string): Frame | undefined {
  const dialog = [...turn.content.dialogs.values()].find(isOfVisits)
  return dialog && withNumberOfChannel(dialog, openFrame(dialog, walkEnvironment(turn)), from, turn.now)
}
