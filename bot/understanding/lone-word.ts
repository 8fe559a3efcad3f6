// A single word by itself: "bibliotek", "tillstånd"; and what is no word at all. Example questions are whole sentences, so that
// the model has not learnt what either says alone; how many topics residents use it for has.
import type { Classification, Classifier, Prediction } from '../contracts/talk/classifier'
import type { Language } from '../contracts/talk/language'
import { foldDiacritics, readWords } from '../text/normalise'
import { stemSwedish } from '../text/stem-swedish'
import { isStopWord } from '../text/stop-words'

/** What a resident would ask, in a language; without a label it belongs to no topic. */
export interface AskedExample {
  readonly text: string
  readonly label: string | null
  readonly language?: Language
}

/** Beside a word they say nothing more: "ett tillstånd", "my card". */
const littleWords = new Set(
  'en ett ang angående om min mitt mina men och då hej a an the my about but and what hi'.split(' '),
)

/** A shorter piece of a compound is chance: "kort" is one of "lånekort", "al" none of "lokal". */
const shortestPiece = 4
/** Shorter, a word is one of another language by chance: "yo" is no Finnish "yö". */
const shortestForeign = 3
/** What a compound with the word says of it, beside the word itself. */
const compoundWeight = 0.5
/** One word is no surer than so: it goes ahead where three of four that use it mean the same. */
const mostSure = 0.8
/** Of a word that no example question has, the best topic is asked about and never gone ahead with. */
const mostUnheard = 0.5
const predictionCount = 5

const stemOf = (word: string): string => foldDiacritics(stemSwedish(word).at(-1) ?? word)

const wordsIn = (text: string): readonly string[] => readWords(text).filter((one) => !littleWords.has(one))

/** The only word that says something; undefined when there are several, or none. */
function loneWordIn(text: string): string | undefined {
  const [word, ...others] = wordsIn(text)
  return others.length > 0 ? undefined : word
}

/** A date, a postal code, letters one by one: to the model they look like pieces of words and of other numbers. */
const isNoWord = (token: string): boolean => /^(?:\p{N}+|\p{L})$/u.test(token)

/** By itself it may be what a question is about: 112, 1177. */
const isNumber = (token: string): boolean => /^\p{N}{3,}$/u.test(token)

/** It says how something is asked and not what about. */
const isHow = (word: string, language: Language = 'sv'): boolean => isStopWord(foldDiacritics(word), language)

function saysNothing(text: string, language: Language | undefined): boolean {
  const [word, ...others] = wordsIn(text)
  if (word === undefined) return true
  if (others.length > 0) return isNoWord(word) && others.every(isNoWord)
  return isHow(word, language) || (isNoWord(word) && !isNumber(word))
}

/** "Annan" shares its stem with "Anna", and is no use of it. */
const wordsToHear = (text: string, language: Language | undefined): readonly string[] =>
  readWords(text).filter((word) => !isHow(word, language))

const nothingHeard: Classification = { best: [], inScope: 0 }

const piecesOf = (word: string): readonly string[] =>
  Array.from({ length: Math.max(0, word.length - shortestPiece + 1) }, (_, at) =>
    word.slice(at, at + shortestPiece),
  )

interface Uses {
  /** How much of its example questions have the word, topic by topic. */
  readonly shares: ReadonlyMap<string, number>
  /** How many texts of topics have it, and how many that belong to none. */
  readonly texts: number
  readonly elsewhere: number
  /** The topics of which the word is a whole example question. */
  readonly whole: ReadonlySet<string | null>
}

/** Stem → label → in how many of its examples it stands. */
class WordUses {
  private readonly countsOf = new Map<string, Map<string | null, number>>()
  private readonly sizes = new Map<string | null, number>()
  /** Four letters in a row of any stem. */
  private readonly pieces = new Set<string>()
  /** Stem → labels of which it is an example by itself. */
  private readonly whole = new Map<string, Set<string | null>>()

  constructor(examples: readonly AskedExample[]) {
    for (const { text, label, language } of examples) {
      this.sizes.set(label, (this.sizes.get(label) ?? 0) + 1)
      const lone = loneWordIn(text)
      if (lone !== undefined) this.noteWhole(stemOf(lone), label)
      for (const stem of new Set(wordsToHear(text, language).map(stemOf))) {
        const counts = this.countsOf.get(stem) ?? new Map<string | null, number>()
        counts.set(label, (counts.get(label) ?? 0) + 1)
        this.countsOf.set(stem, counts)
      }
    }
    for (const stem of this.countsOf.keys()) for (const piece of piecesOf(stem)) this.pieces.add(piece)
  }

  private noteWhole(stem: string, label: string | null): void {
    this.whole.set(stem, (this.whole.get(stem) ?? new Set()).add(label))
  }

  /** Whether a word that is none of them may be one of them mistyped, or a compound: a name or a row of keys seldom is. */
  resembles(word: string): boolean {
    return word.length > shortestPiece && piecesOf(word).some((piece) => this.pieces.has(piece))
  }

  /** @param weigh how much a stem of the examples says of the word, 0 to 1 */
  of(word: string, weigh: Weigh): Uses {
    const shares = new Map<string, number>()
    let texts = 0
    let elsewhere = 0
    for (const [stem, counts] of this.countsOf) {
      const weight = weigh(stem, word)
      if (weight === 0) continue
      for (const [label, count] of counts) {
        if (label === null) {
          elsewhere += weight * count
          continue
        }
        texts += weight * count
        shares.set(label, (shares.get(label) ?? 0) + (weight * count) / (this.sizes.get(label) ?? 1))
      }
    }
    return { shares, texts, elsewhere, whole: this.whole.get(word) ?? new Set() }
  }
}

type Weigh = (stem: string, word: string) => number

const weightIfSame: Weigh = (stem, word) => {
  if (stem === word) return 1
  return word.length >= shortestPiece && stem.startsWith(word) ? compoundWeight : 0
}

const weightOf: Weigh = (stem, word) =>
  word.length >= shortestPiece && stem.endsWith(word) && stem !== word
    ? compoundWeight
    : weightIfSame(stem, word)

function classificationOf({ shares, texts, elsewhere, whole }: Uses): Classification {
  const [said, ...others] = whole
  if (typeof said === 'string' && others.length === 0)
    return { best: [{ label: said, probability: 1 }], inScope: 1 }
  const total = [...shares.values()].reduce((sum, share) => sum + share, 0)
  const best = [...shares]
    .map(([label, share]): Prediction => ({ label, probability: (mostSure * share) / total }))
    .sort((a, b) => b.probability - a.probability)
  return { best: best.slice(0, predictionCount), inScope: texts / (texts + elsewhere) }
}

const unheard = ({ best, inScope }: Classification): Classification => ({
  best: best.map(({ label, probability }) => ({ label, probability: Math.min(probability, mostUnheard) })),
  inScope,
})

/**
 * A classifier that goes by the example questions for a word that stands alone, and by `model` for all else. A word that
 * many topics use is close to each of them; one that staff wrote as a whole example means what they said. Of a text without
 * words, and of a word that resembles none of them, nothing is understood. Only those that are asked count: what a topic says of
 * itself, the words of its choices among it, is no question.
 */
export function withLoneWords(model: Classifier, examples: readonly AskedExample[]): Classifier {
  // Made when a word first stands alone: most starts of a process never need it.
  const usesIn = new Map<Language | undefined, WordUses>()
  /** In all languages when none is given. */
  const usesOf = (language?: Language): WordUses => {
    const known = usesIn.get(language)
    if (known !== undefined) return known
    const uses = new WordUses(
      language === undefined ? examples : examples.filter((one) => one.language === language),
    )
    usesIn.set(language, uses)
    return uses
  }
  return {
    classify(text, language) {
      if (saysNothing(text, language)) return nothingHeard
      const guessed = model.classify(text, language)
      const lone = loneWordIn(text)
      if (lone === undefined) return guessed
      const word = stemOf(lone)
      const uses = usesOf(language).of(word, weightOf)
      // What ends a word of another language is no part of it: "Maria" is no Finnish "viemäri".
      const heard = uses.texts > 0 || word.length < shortestForeign ? uses : usesOf().of(word, weightIfSame)
      if (heard.texts > 0) return classificationOf(heard)
      return usesOf().resembles(word) ? unheard(guessed) : nothingHeard
    },
  }
}
