// "Jag vill inte få fler sms": the word that does it is named, on whatever channel it is said, and to who follows home care
// visits those that do less. Within a dialog it may be the answer: "vill du ha besked?"
import type { Store } from '../../contracts/store/store'
import { standingGrantsOf } from '../../home-care/grant'
import { wantsNoTexts } from '../../sms/stop-wish'
import { openDialog } from '../turn/open-dialog'
import { endTurn, goOn, type Stage } from '../turn/turn'

export interface TellHowToStopParts {
  readonly store: Pick<Store, 'recordsUnder'>
}

export const tellHowToStop =
  ({ store }: TellHowToStopParts): Stage =>
  async (turn) => {
    const { content, from } = turn.message
    if (content.kind !== 'text' || openDialog(turn) !== undefined || !wantsNoTexts(turn.text))
      return goOn(turn)
    const grants = from === undefined ? [] : await standingGrantsOf(store, from, turn.now)
    const key = grants.length > 0 ? 'visits.how-to-stop' : 'sms.how-to-stop'
    return endTurn(turn, 'answered-command', { kind: 'wording', key })
  }
