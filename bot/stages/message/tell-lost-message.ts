// The kept message could not be read: the resident hears it honestly, and a question that waits is asked again.
import { openQuestion } from '../turn/open-dialog'
import { endTurn, goOn, type Stage } from '../turn/turn'

export const tellLostMessage: Stage = (turn) => {
  if (turn.message.content.kind !== 'damaged') return goOn(turn)
  return endTurn(turn, 'failed-state', { kind: 'wording', key: 'message-lost' }, ...openQuestion(turn))
}
