// From evidence to probabilities: coefficients fitted on texts that the model was not taught.
import type { Evidence } from './evidence'
import { choiceProbabilities, fitChoices, type Alternatives, type ChoiceCase } from './fit-logistic'

export interface Calibration {
  /** Weight of the score and of the nearest example's cosine in the softmax over the classes. */
  readonly topic: readonly number[]
  /** Weights of `scopeFeatures`, in their order. */
  readonly scope: readonly number[]
}

/** Evidence on a text held out, with its class, or undefined for one that belongs to no class of the model. */
export interface HeldOut {
  readonly evidence: Evidence
  readonly right: number | undefined
}

/**
 * Taken as they are when there is nothing to fit on, and pulled towards when there is little: the medians of fits on
 * samples of 30 to 60 classes with 10 to 40 phrases each.
 */
const start: Calibration = { topic: [6, 5], scope: [0, 3.5, 1.6, -3.2] }
/** As if so many cases had spoken for the start. */
const ridge = 2
/**
 * The more a score, a cosine or known words the likelier in scope: where the classes held back are so like the rest that
 * a fit says otherwise, it is wrong about the world outside.
 */
const scopeBounds: readonly (readonly [number, number])[] = [
  [-Infinity, Infinity],
  [1.75, 7],
  [0.8, 6],
  [-6.4, -1.6],
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
 * A one, the best score, the nearest example's cosine, and the share of what the model has never seen; beside it the
 * alternative that none of the classes is meant, of which nothing is known.
 */
const scopeFeatures = ({ scores, nearest, unknown }: Evidence): Alternatives =>
  Float64Array.of(1, highestOf(scores), highestOf(nearest), unknown, 0, 0, 0, 0)

/** Classes in and out of scope weigh the same in the fit, however many there are of each. */
function scopeCases(heldOut: readonly HeldOut[]): readonly ChoiceCase[] {
  const inside = heldOut.filter(({ right }) => right !== undefined).length
  const outside = heldOut.length - inside
  if (inside === 0 || outside === 0) return []
  return heldOut.map(({ evidence, right }) => ({
    alternatives: scopeFeatures(evidence),
    right: right === undefined ? 1 : 0,
    weight: heldOut.length / 2 / (right === undefined ? outside : inside),
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
