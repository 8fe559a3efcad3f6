// "När kommer dom?" from a phone that follows home care visits: the day is shown, as STATUS does. Within a dialog it is the
// dialog's.
import type { Store } from '../../contracts/store/store'
import { standingGrantsOf } from '../../home-care/grant'
import { asksOfVisits } from '../../home-care/visit-question'
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
    if (turn.plan !== undefined || openDialog(turn) !== undefined || !asksOfVisits(turn.text))
      return goOn(turn)
    const frame = frameOfVisits(turn, from)
    if (frame === undefined || (await standingGrantsOf(store, from, turn.now)).length === 0) return goOn(turn)
    return goOn({ ...turn, plan: { kind: 'start', dialog: frame.dialog, frame } })
  }
