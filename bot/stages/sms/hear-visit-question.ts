// "När kommer dom?" from a phone that follows home care visits: the day is shown, as STATUS does. So is what STATUS says to any other
// phone, right after it. Within a dialog it is the dialog's.
import type { Store } from '../../contracts/store/store'
import { standingGrantsOf } from '../../home-care/grant'
import { asksOfNumber, asksOfVisits } from '../../home-care/visit-question'
import { isRightAfter } from '../turn/gone-on-from'
import { openDialog } from '../turn/open-dialog'
import { goOn, type Stage } from '../turn/turn'
import { frameOfVisits } from './frame-of-visits'

export interface HearVisitQuestionParts {
  readonly store: Pick<Store, 'recordsUnder'>
}

export const hearVisitQuestion =
  ({ store }: HearVisitQuestionParts): Stage =>
  async (turn) => {
    const { channel, content, from } = turn.message
    if (channel !== 'sms' || content.kind !== 'text' || from === undefined) return goOn(turn)
    if (turn.plan !== undefined || openDialog(turn) !== undefined) return goOn(turn)
    const frame = frameOfVisits(turn, from)
    if (frame === undefined) return goOn(turn)
    // Who was just told of the visits, or that there is nothing to show, goes on from that.
    const isMeant = isRightAfter(turn, frame.dialog, turn.lastTurnAt)
      ? asksOfVisits(turn.text) || asksOfNumber(turn.text)
      : asksOfVisits(turn.text) && (await standingGrantsOf(store, from, turn.now)).length > 0
    return isMeant ? goOn({ ...turn, plan: { kind: 'start', dialog: frame.dialog, frame } }) : goOn(turn)
  }
