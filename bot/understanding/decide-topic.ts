// From probabilities to a decision: go ahead, ask which of a few was meant, or admit that nothing was understood.
import { isTopicId, type Classification, type Prediction, type TopicId } from '../contracts/talk/classifier'

export type TopicDecision =
  | { readonly kind: 'sure'; readonly topic: TopicId }
  /** One to three, best first: "did you mean …?" */
  | { readonly kind: 'close'; readonly topics: readonly TopicId[] }
  | { readonly kind: 'none' }

export interface DecisionOptions {
  /** A dialog waits for an answer: what may only be that answer must not lead away from it. */
  readonly interrupting?: boolean
  /** The resident's language is spoken in part: most topics are not known in it, so that one which is looks like all of them. */
  readonly spokenInPart?: boolean
  /** Whether two topics are about one thing, an article and the dialog that it leads to: then either is right. */
  readonly areOne?: (a: TopicId, b: TopicId) => boolean
}

interface Thresholds {
  /** Least `inScope` for going ahead. */
  readonly scope: number
  /** Least probability of the best topic for going ahead. */
  readonly probability: number
  /** Least lead over the second. */
  readonly lead: number
}

/** Chosen as `docs/decisions/0045` says. Interrupting, a topic must be likelier. */
export const thresholdsOf = {
  idle: { scope: 0.75, probability: 0.6, lead: 0.2 },
  interrupting: { scope: 0.65, probability: 0.8, lead: 0.5 },
} as const satisfies Record<string, Thresholds>

/** Least `inScope` in a language that is spoken in part. */
const scopeInPart = 0.78

/** Below this nothing is offered, not even a choice: more than half of what is not the city's, one in a hundred of what is. */
const leastScopeToAsk = 0.18
/** A topic is offered as one of the choices when it is at least so likely. */
export const leastProbabilityToOffer = 0.08
const mostChoices = 3

const topicsOf = (predictions: readonly Prediction[]): readonly TopicId[] =>
  predictions.map(({ label }) => label).filter(isTopicId)

/** What speaks for topics that are one with the first speaks for the first. */
function joinToFirst(
  best: readonly Prediction[],
  areOne: (a: TopicId, b: TopicId) => boolean,
): readonly Prediction[] {
  const [first, ...others] = best
  if (first === undefined) return best
  const isOne = ({ label }: Prediction): boolean =>
    isTopicId(label) && isTopicId(first.label) && areOne(first.label, label)
  const probability = others.filter(isOne).reduce((sum, one) => sum + one.probability, first.probability)
  return [{ ...first, probability }, ...others.filter((one) => !isOne(one))]
}

/** Pure. Labels that are no topics are never decided on. */
export function decideTopic(
  { best: guessed, inScope }: Classification,
  { interrupting = false, spokenInPart = false, areOne = () => false }: DecisionOptions = {},
): TopicDecision {
  const best = joinToFirst(guessed, areOne)
  const [first, second] = best
  if (first === undefined || inScope < leastScopeToAsk) return { kind: 'none' }
  const { scope, probability, lead } = interrupting ? thresholdsOf.interrupting : thresholdsOf.idle
  const leads = first.probability - (second?.probability ?? 0) >= lead
  const isClear = inScope >= (spokenInPart ? Math.max(scope, scopeInPart) : scope)
  if (isClear && first.probability >= probability && leads && isTopicId(first.label))
    return { kind: 'sure', topic: first.label }
  const offered = topicsOf(best.filter((one) => one.probability >= leastProbabilityToOffer))
  return offered.length === 0 ? { kind: 'none' } : { kind: 'close', topics: offered.slice(0, mostChoices) }
}
