// A resident opens the chat: who answers here, what it can do, and where the last talk stood.
import { endTurn, goOn, type Stage } from '../turn/turn'

export const greetArrival: Stage = (turn) => {
  if (turn.message.content.kind !== 'arrival') return goOn(turn)
  const back = turn.conversation.frames.length > 0
  return back
    ? endTurn(turn, 'welcomed', { kind: 'welcome', back }, { kind: 'open-question' })
    : endTurn(turn, 'welcomed', { kind: 'welcome', back })
}
