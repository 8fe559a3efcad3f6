// Which topics are taken for one another, and which phrases are to blame: what staff can mend.
import { countFeatures } from '../../../bot/understanding/classifier/count-features'

export interface Mistaken {
  readonly text: string
  readonly language: string
  readonly label: string
  /** The topic it was taken for. */
  readonly takenFor: string
  readonly probability: number
}

export interface BlamedPhrase extends Mistaken {
  /** The phrase of the other topic that is most like it; undefined when it has none in the language. */
  readonly drawnBy: string | undefined
}

export interface ConfusionPair {
  /** The two topics, in the order of the alphabet. */
  readonly topics: readonly [string, string]
  /** How many phrases of the first were taken for the second, and the other way. */
  readonly counts: readonly [number, number]
  /** The surest mistakes first. */
  readonly phrases: readonly BlamedPhrase[]
}

export interface Phrase {
  readonly text: string
  readonly language?: string
  readonly label: string | null
}

/** Share of the features that two texts have in common, by the cosine of their sets; 0 to 1. */
function likeness(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [less, more] = a.size < b.size ? [a, b] : [b, a]
  let shared = 0
  for (const code of less) if (more.has(code)) shared += 1
  return shared === 0 ? 0 : shared / Math.sqrt(a.size * b.size)
}

const featuresOf = (text: string): ReadonlySet<number> => new Set(countFeatures([text]).numbers)

function mostLike(text: string, candidates: readonly Phrase[]): string | undefined {
  const features = featuresOf(text)
  let best: { readonly text: string; readonly score: number } | undefined
  for (const candidate of candidates) {
    const score = likeness(features, featuresOf(candidate.text))
    if (best === undefined || score > best.score) best = { text: candidate.text, score }
  }
  return best?.text
}

/** The pairs with the most mistakes, at most `most` of them; of as many the one that comes first in the alphabet. */
export function confusionPairs(
  mistaken: readonly Mistaken[],
  phrases: readonly Phrase[],
  most: number,
): readonly ConfusionPair[] {
  const pairs = new Map<string, Mistaken[]>()
  for (const one of mistaken) {
    const key = [one.label, one.takenFor].sort().join('\n')
    pairs.set(key, [...(pairs.get(key) ?? []), one])
  }
  return [...pairs]
    .sort(([a, mine], [b, theirs]) => theirs.length - mine.length || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([key, all]) => {
      const [first = '', second = ''] = key.split('\n')
      const ofFirst = all.filter(({ label }) => label === first).length
      return {
        topics: [first, second],
        counts: [ofFirst, all.length - ofFirst],
        phrases: [...all]
          .sort((a, b) => b.probability - a.probability)
          .map((one) => ({
            ...one,
            drawnBy: mostLike(
              one.text,
              phrases.filter(({ label, language }) => label === one.takenFor && language === one.language),
            ),
          })),
      }
    })
}
