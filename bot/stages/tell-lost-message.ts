// The kept message could not be read: the resident hears it honestly, and a question that waits is asked again.
import { endTurn, goOn, type Stage } from './turn'

export const tellLostMessage: Stage = (turn) => {
  if (turn.message.content.kind !== 'damaged') return goOn(turn)
  const open = turn.conversation.frames.length > 0 ? ([{ kind: 'open-question' }] as const) : []
  return endTurn(turn, 'failed-state', { kind: 'wording', key: 'message-lost' }, ...open)
}
