// Whether an answer speaks of what its sources speak of: sentence by sentence, by the words that carry meaning.
import { foldedWords } from '../text/compared'
import { amountsAreFrom, hasAmount } from '../text/figures'
import { neutralWords } from './neutral-words'

/** Least share of a sentence's telling words that its sources have. Paraphrases have new words; other subjects have little else. */
const leastShareOfSentence = 0.5
/** Of all sentences together. */
const leastShareOfAnswer = 0.6
const leastKnownWords = 2

const sentenceEnd = /(?<=[.!?:;])\s+|\n+/
const shortestTelling = 4

const tellingWords = (text: string): readonly string[] =>
  foldedWords(text).filter((word) => word.length >= shortestTelling && !neutralWords.has(word))

export function isGrounded(answer: string, sources: string): boolean {
  const known = vocabularyOf(sources)
  const shares = answer
    .split(sentenceEnd)
    .map((sentence) => tellingWords(sentence))
    .filter((words) => words.length > 0)
    .map((words) => ({ all: words.length, known: words.filter((word) => isIn(word, known)).length }))
  const all = shares.reduce((sum, share) => sum + share.all, 0)
  const found = shares.reduce((sum, share) => sum + share.known, 0)
  return (
    found >= leastKnownWords &&
    found / all >= leastShareOfAnswer &&
    shares.every((share) => share.known / share.all >= leastShareOfSentence)
  )
}

/** An amount in a sentence that speaks of something else than its page would be true of the wrong thing. */
const leastShareBesideAmount = 0.7

/**
 * Whether each sentence with an amount speaks of one page that has the amount, and not of one with the day of another.
 * @param pages the texts of each article that was used
 */
export const amountsAreGrounded = (answer: string, pages: readonly string[]): boolean =>
  answer
    .split(sentenceEnd)
    .every((sentence) => !hasAmount(sentence) || pages.some((page) => holds(page, sentence)))

function holds(page: string, sentence: string): boolean {
  if (!amountsAreFrom(sentence, page)) return false
  const known = vocabularyOf(page)
  const words = tellingWords(sentence)
  return words.filter((word) => isIn(word, known)).length >= leastShareBesideAmount * words.length
}

/** Beginning of four letters → the words that have it. */
type Vocabulary = ReadonlyMap<string, readonly string[]>

function vocabularyOf(text: string): Vocabulary {
  const byBeginning = new Map<string, string[]>()
  for (const word of new Set(foldedWords(text).filter((one) => one.length >= shortestTelling))) {
    const beginning = word.slice(0, shortestTelling)
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), word])
  }
  return byBeginning
}

/** The same word in another form, or a compound that begins with it: most of the shorter one is the same. */
function isIn(word: string, known: Vocabulary): boolean {
  return (known.get(word.slice(0, shortestTelling)) ?? []).some((other) => {
    const shorter = Math.min(word.length, other.length)
    return sharedLength(word, other) >= Math.max(shortestTelling, Math.ceil(shorter * 0.65))
  })
}

function sharedLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length += 1
  return length
}
