// How well the content is understood, in one language: from what came of each of its phrases.
import { aurocOf } from '../../../bot/understanding/classifier/score-classifier'
import type { Tried } from './cross-validate'
import { binsOf, calibrationError, type Bin } from './reliability'

export interface OutOfScopePoint {
  /** Share of the city's phrases that are let through. */
  readonly inScopeRecall: number
  /** Share of the others that are held back at the same threshold. */
  readonly outOfScopeRecall: number
}

export interface NoiseFigure {
  readonly kind: string
  /** Null where the language has no such noise. */
  readonly accuracy: number | null
  /** How many phrases it changes. */
  readonly changed: number
}

export interface LanguageFigures {
  readonly language: string
  readonly phrases: number
  readonly topics: number
  /** Shares, 0 to 1. `accuracyAsOne` takes an article and the dialog that it leads to for one topic, as the bot does. */
  readonly accuracy: number
  readonly accuracyAsOne: number
  /** Mean over the topics of the harmonic mean of precision and recall. */
  readonly macroF1: number
  readonly calibrationError: number
  readonly bins: readonly Bin[]
  readonly outOfScope: {
    readonly texts: number
    /** Null when there are no texts that are out of scope. */
    readonly auroc: number | null
    readonly curve: readonly OutOfScopePoint[]
  }
  readonly noise: readonly NoiseFigure[]
}

/** Whether two topics are about one thing. */
export type AreOne = (a: string, b: string) => boolean

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)
const guessed = ({ classification }: Tried): string => classification.best[0]?.label ?? ''

export function macroF1Of(answers: readonly { readonly label: string; readonly guess: string }[]): number {
  const labels = [...new Set(answers.map(({ label }) => label))]
  const scores = labels.map((label) => {
    const right = answers.filter((one) => one.label === label && one.guess === label).length
    const written = answers.filter((one) => one.label === label).length
    const given = answers.filter((one) => one.guess === label).length
    return share(2 * right, written + given)
  })
  return share(
    scores.reduce((sum, score) => sum + score, 0),
    scores.length,
  )
}

const inScopeRecalls = [0.99, 0.98, 0.95, 0.9, 0.8] as const

/** For each share of what is in scope that is to be let through: the share of the rest that is held back then. */
export function outOfScopeCurve(
  inScope: readonly number[],
  outOfScope: readonly number[],
): readonly OutOfScopePoint[] {
  if (inScope.length === 0 || outOfScope.length === 0) return []
  const sorted = [...inScope].sort((a, b) => b - a)
  return inScopeRecalls.map((recall) => {
    const threshold = sorted[Math.ceil(recall * sorted.length) - 1] ?? 0
    const held = outOfScope.filter((score) => score < threshold).length
    return { inScopeRecall: recall, outOfScopeRecall: held / outOfScope.length }
  })
}

/** Of all phrases: one that the noise leaves as it is counts with the answer it got. */
function noiseFigure(kind: string, inside: readonly Tried[]): NoiseFigure {
  const changed = inside.filter((one) => one.changed.has(kind))
  if (changed.length === 0) return { kind, accuracy: null, changed: 0 }
  const right = inside.filter(
    (one) => (one.changed.get(kind) ?? one.classification).best[0]?.label === one.label,
  )
  return { kind, accuracy: share(right.length, inside.length), changed: changed.length }
}

export interface FiguresOptions {
  readonly areOne: AreOne
  /** Names of the changes that were asked. */
  readonly noise: readonly string[]
}

/** @param tried phrases of one language */
export function figuresOf(
  language: string,
  tried: readonly Tried[],
  { areOne, noise }: FiguresOptions,
): LanguageFigures {
  const inside = tried.filter(({ label }) => label !== null)
  const outside = tried.filter(({ label }) => label === null)
  const answers = inside.map((one) => ({ label: one.label ?? '', guess: guessed(one) }))
  const isOne = ({ label, guess }: (typeof answers)[number]): boolean =>
    label === guess || areOne(label, guess)
  const bins = binsOf(
    inside.map((one) => ({
      probability: one.classification.best[0]?.probability ?? 0,
      isRight: guessed(one) === one.label,
    })),
  )
  const scopes = (some: readonly Tried[]) => some.map(({ classification }) => classification.inScope)
  return {
    language,
    phrases: inside.length,
    topics: new Set(answers.map(({ label }) => label)).size,
    accuracy: share(answers.filter(({ label, guess }) => label === guess).length, answers.length),
    accuracyAsOne: share(answers.filter(isOne).length, answers.length),
    macroF1: macroF1Of(answers),
    calibrationError: calibrationError(bins),
    bins,
    outOfScope: {
      texts: outside.length,
      auroc: aurocOf(scopes(inside), scopes(outside)),
      curve: outOfScopeCurve(scopes(inside), scopes(outside)),
    },
    noise: noise.map((kind) => noiseFigure(kind, inside)),
  }
}
