// How good a classifier is on texts with known answers: accuracy, out-of-scope AUROC, time of a prediction.
import type { Classifier } from '../../contracts/talk/classifier'
import { sourceLanguage } from '../../contracts/talk/language'
import type { TrainingExample } from './train-classifier'

export interface ClassifierFigures {
  /** Share of the labelled texts whose best label is the right one, 0 to 1; null without labelled texts. */
  readonly accuracy: number | null
  /** Chance that a labelled text has a higher `inScope` than one out of scope; null when either kind is missing. */
  readonly outOfScopeAuroc: number | null
  readonly inScopeCount: number
  readonly outOfScopeCount: number
  readonly predictionMs: { readonly p50: number; readonly p99: number }
}

/**
 * Area under the receiver operating characteristic by ranks, ties counted half (Hanley & McNeil, Radiology 143:1, 1982).
 * @returns null when one of the two is empty.
 */
export function aurocOf(positives: readonly number[], negatives: readonly number[]): number | null {
  if (positives.length === 0 || negatives.length === 0) return null
  const all = [
    ...positives.map((score) => ({ score, isPositive: true })),
    ...negatives.map((score) => ({ score, isPositive: false })),
  ].sort((a, b) => a.score - b.score)
  let rankSum = 0
  for (let from = 0; from < all.length;) {
    let to = from
    while (to < all.length && all[to]?.score === all[from]?.score) to += 1
    const positivesHere = all.slice(from, to).filter(({ isPositive }) => isPositive).length
    rankSum += positivesHere * ((from + 1 + to) / 2)
    from = to
  }
  const lowestPossible = (positives.length * (positives.length + 1)) / 2
  return (rankSum - lowestPossible) / (positives.length * negatives.length)
}

/** The value that `share` of the numbers do not exceed (nearest rank); 0 of none. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}

/** Asks the classifier about every text, one after the other. `label: null` marks a text out of scope. */
export function scoreClassifier(
  classifier: Classifier,
  texts: readonly TrainingExample[],
): ClassifierFigures {
  const answers = texts.map(({ text, label }) => {
    const begun = performance.now()
    const { best, inScope } = classifier.classify(text, sourceLanguage)
    return { ms: performance.now() - begun, label, inScope, isRight: best[0]?.label === label }
  })
  const inside = answers.filter(({ label }) => label !== null)
  const outside = answers.filter(({ label }) => label === null)
  const scores = (some: typeof answers): readonly number[] => some.map(({ inScope }) => inScope)
  const times = answers.map(({ ms }) => ms)
  return {
    accuracy: inside.length === 0 ? null : inside.filter(({ isRight }) => isRight).length / inside.length,
    outOfScopeAuroc: aurocOf(scores(inside), scores(outside)),
    inScopeCount: inside.length,
    outOfScopeCount: outside.length,
    predictionMs: { p50: percentile(times, 0.5), p99: percentile(times, 0.99) },
  }
}
