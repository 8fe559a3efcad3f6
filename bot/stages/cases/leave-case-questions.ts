// A bare yes or no answers what was asked about a case until something else is talked about: "nej tack" is meant for that then.
import type { Outcome } from '../../contracts/talk/outcome'
import { withConversation, type Turn } from '../turn/turn'

/** What was not understood leaves the question where it is. */
const talksOfOther: ReadonlySet<Outcome> = new Set<Outcome>([
  'answered-article',
  'answered-passage',
  'answered-model',
  'answered-command',
  'welcomed',
  'asked',
  'completed',
  'clarified',
  'handed-off',
  'handed-off-closed',
])

/** Buttons stay good. A question that waits for a gateway was not read yet, so nothing that is said leaves it. */
export function leaveCaseQuestions(turn: Turn, outcome: Outcome, begun: Turn): Turn {
  const { content } = turn.message
  if ((content.kind !== 'text' && content.kind !== 'choice') || !talksOfOther.has(outcome)) return turn
  const { caseAsked, completing } = turn.conversation
  const before = begun.conversation
  const isLeft = caseAsked !== null && caseAsked.text === undefined && caseAsked.at === before.caseAsked?.at
  const isOfferLeft = completing?.given != null && completing.given === before.completing?.given
  return withConversation(turn, {
    ...(isLeft && { caseAsked: null }),
    ...(isOfferLeft && { completing: { ...completing, given: null } }),
  })
}
