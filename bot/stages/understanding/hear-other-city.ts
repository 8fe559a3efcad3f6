// "Vilken dag töms soporna i Malmö": another municipality answers for that, however well our own articles seem to fit.
import { otherMunicipality } from '../../places/municipalities'
import { clarify } from './ask-back'
import { decisionOf } from './decision-of'
import { isAmidst } from '../turn/is-amidst'
import { exists } from './plan-of-topic'
import { endTurn, goOn, withConversation, type Stage } from '../turn/turn'

/** Says so; who does mean our city is one tap away from what they would have been answered. */
export const hearOtherCity: Stage = (turn) => {
  const { plan, classification, content, text } = turn
  if (plan !== undefined || classification === undefined || isAmidst(turn)) return goOn(turn)
  const place = otherMunicipality(text, content.city)
  if (place === undefined) return goOn(turn)
  const told = { kind: 'wording', key: 'other-municipality', values: { place } } as const
  const decision = decisionOf(turn, classification)
  return decision.kind === 'sure' && exists(turn, decision.topic)
    ? clarify(turn, [decision.topic], told)
    : endTurn(withConversation(turn, { misses: 0, clarifying: [] }), 'unanswered-out-of-scope', told)
}
