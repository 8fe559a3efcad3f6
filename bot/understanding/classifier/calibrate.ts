// From evidence to probabilities: coefficients fitted on texts that the model was not taught.
import type { Evidence } from './evidence'
import { choiceProbabilities, fitChoices, type Alternatives, type ChoiceCase } from '../numbers/fit-logistic'

export interface Calibration {
  /** Weight of the score and of the nearest example's cosine in the softmax over the classes. */
  readonly topic: readonly number[]
  /** Weights of `scopeFeatures`, in their order. */
  readonly scope: readonly number[]
}

/** What a text held out is: of a class of the model, of one that was kept from it, or known to belong to none. */
export type Origin = 'known' | 'strange' | 'elsewhere'

export interface HeldOut {
  readonly evidence: Evidence
  /** Its class; undefined for one that belongs to no class of the model. */
  readonly right: number | undefined
  readonly origin: Origin
}

/**
 * Taken as they are when there is nothing to fit on, and pulled towards when there is little: the medians of fits on
 * samples of 30 to 60 classes with 10 to 40 phrases each.
 */
const start: Calibration = { topic: [6, 5], scope: [0, 3.5, 0] }
/** As if so many cases had spoken for the start. */
const ridge = 2
/**
 * The higher the best score and the lower that of the background, the likelier in scope: where the classes held back are so
 * like the rest that a fit says otherwise, it is wrong about the world outside.
 */
const scopeBounds: readonly (readonly [number, number])[] = [
  [-Infinity, Infinity],
  [1.75, 7],
  [-7, 0],
]

/** Of each class its score and the cosine of its nearest example. */
function topicFeatures({ scores, nearest }: Evidence): Alternatives {
  const features = new Float64Array(scores.length * 2)
  for (let k = 0; k < scores.length; k += 1) {
    features[k * 2] = scores[k] ?? 0
    features[k * 2 + 1] = nearest[k] ?? 0
  }
  return features
}

const highestOf = (numbers: Float64Array): number =>
  numbers.reduce((most, one) => Math.max(most, one), -Infinity)

/**
 * A one, the best score, and the score of the background; beside it the alternative that none of the classes is meant, of
 * which nothing is known.
 */
const scopeFeatures = ({ scores, background }: Evidence): Alternatives =>
  Float64Array.of(1, highestOf(scores), background, 0, 0, 0)

/** What is in scope but taken for another topic says nothing of what a topic that is meant looks like. */
const isMistaken = ({ evidence: { scores }, right }: HeldOut): boolean =>
  right !== undefined && scores[right] !== highestOf(scores)

/**
 * Texts in and out of scope weigh the same in the fit, however many there are of each; of those out of scope the strange
 * and those of elsewhere do: classes held back are the harder ones, what staff wrote is what residents really ask.
 */
function scopeCases(heldOut: readonly HeldOut[]): readonly ChoiceCase[] {
  const telling = heldOut.filter((one) => !isMistaken(one))
  const counts = { known: 0, strange: 0, elsewhere: 0 }
  for (const { origin } of telling) counts[origin] += 1
  const kindsOutside = [counts.strange, counts.elsewhere].filter((count) => count > 0).length
  if (counts.known === 0 || kindsOutside === 0) return []
  return telling.map(({ evidence, origin }) => ({
    alternatives: scopeFeatures(evidence),
    right: origin === 'known' ? 0 : 1,
    weight: telling.length / 2 / counts[origin] / (origin === 'known' ? 1 : kindsOutside),
  }))
}

/** Fits both on held-out texts; stacking with few coefficients (Wolpert, "Stacked Generalization", 1992). */
export function calibrate(heldOut: readonly HeldOut[]): Calibration {
  const topicCases = heldOut.flatMap(({ evidence, right }) =>
    right === undefined ? [] : [{ alternatives: topicFeatures(evidence), right, weight: 1 }],
  )
  return {
    topic: fitChoices(topicCases, { start: start.topic, ridge }),
    scope: fitChoices(scopeCases(heldOut), { start: start.scope, ridge, bounds: scopeBounds }),
  }
}

/** Class → probability; they add up to 1. */
export const topicProbabilities = ({ topic }: Calibration, evidence: Evidence): Float64Array =>
  choiceProbabilities(topicFeatures(evidence), topic)

/** How likely the text is about any of the classes, 0 to 1. */
export const scopeProbability = ({ scope }: Calibration, evidence: Evidence): number =>
  choiceProbabilities(scopeFeatures(evidence), scope)[0] ?? 0
