// "Ångra" where nothing was done that the house knows of: said plainly, unless the words lead to a topic, as "avboka hämtningen"
// leads to the article about that.
import { decisionOf } from './decision-of'
import { commandIn } from '../turn/command-in'
import { endTurn, goOn, type Stage, type Turn } from '../turn/turn'

export const nothingToUndo: Stage = (turn) => {
  const { message, plan, conversation } = turn
  if (plan !== undefined || message.content.kind !== 'text' || conversation.frames.length > 0)
    return goOn(turn)
  return commandIn(turn) !== 'undo' || meansTopic(turn)
    ? goOn(turn)
    : endTurn(turn, 'answered-command', { kind: 'wording', key: 'undo.nothing' })
}

/** Sure of one, or near enough to ask "Menar du …?"; a list of several is a guess. */
function meansTopic(turn: Turn): boolean {
  if (turn.classification === undefined) return false
  const decision = decisionOf(turn, turn.classification)
  return decision.kind === 'sure' || (decision.kind === 'close' && decision.topics.length === 1)
}
