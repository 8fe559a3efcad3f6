// "Ja" right after "är någon i fara just nu?": the advice, as for any cry for help. A "nej" says what was asked beside it again.
import type { TopicId } from '../../contracts/talk/classifier'
import type { EmergencyKind } from '../../contracts/talk/emergency-kind'
import { afterwards, markEmergency } from './answer-emergency'
import { answerToDanger } from './answer-to-danger'
import { waitsForAnother } from '../turn/answer-to-offer'
import {
  endTurn,
  goOn,
  languageOf,
  withConversation,
  type Stage,
  type StageResult,
  type Turn,
} from '../turn/turn'

export const hearDangerAnswer: Stage = (turn) => {
  const said = answerToDanger(turn)
  if (said === undefined) return goOn(turn)
  return said ? advise(turn) : calm(turn)
}

/** What was asked beside it is not answered by it: nothing is done by a guess, and a dialog stays where it is. */
function advise(turn: Turn): StageResult {
  const { danger } = turn.conversation
  const kind = kindOf(danger?.kind)
  const emergency = { kind, language: danger?.language ?? languageOf(turn) }
  const marked = withConversation(markEmergency(turn, kind), { clarifying: [] })
  return endTurn(marked, 'guarded-emergency', { kind: 'emergency', emergency }, ...afterwards(turn))
}

const kindOf = (danger: string | null | undefined): EmergencyKind =>
  danger === 'violence' || danger === 'self-harm' ? danger : 'life-in-danger'

/** While something else waits that a "nej" may be for, or a person reads it, it is left to that. */
function calm(turn: Turn): StageResult {
  const topics = turn.conversation.clarifying as readonly TopicId[]
  if (turn.conversation.person !== null || waitsForAnother(withConversation(turn, { clarifying: [] })))
    return goOn(turn)
  return topics.length > 0
    ? endTurn(turn, 'clarified', { kind: 'topics', topics })
    : endTurn(turn, 'answered-command', { kind: 'wording', key: 'what-now' })
}
