// "Ja" right after "är någon i fara just nu?": the advice, as for any cry for help. A "nej" says what was asked beside it again.
import type { TopicId } from '../contracts/classifier'
import { readPlainYesNo } from '../dialog/read-yes-no'
import { dangerYes } from '../emergency/danger-question'
import type { EmergencyKind } from '../contracts/emergency-kind'
import { afterwards, markEmergency } from './answer-emergency'
import { waitsForAnother } from './answer-to-offer'
import { endTurn, goOn, languageOf, withConversation, type Stage, type StageResult, type Turn } from './turn'

export const hearDangerAnswer: Stage = (turn) => {
  const { content } = turn.message
  if (content.kind !== 'text' || !wasAskedLast(turn)) return goOn(turn)
  const said = readPlainYesNo(turn.text, turn.content.city, { yes: dangerYes })
  if (said === undefined) return goOn(turn)
  return said ? advise(turn) : calm(turn)
}

/** With anything in between it is an answer to that. */
const wasAskedLast = ({ conversation: { danger }, lastTurnAt }: Turn): boolean =>
  danger !== null && danger.at === lastTurnAt

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
