// What a text shows a detector: its words, two and three of them in a row, runs of letters within words, and what is known of
// words that may stand for each other, each as a column by its hash.
import { foldDiacritics, readWords } from '../../text/normalise'
import { PartCounter, type CountedParts } from '../numbers/counted-parts'
import { finish, fnvOf, fnvStart, fnvStep } from '../numbers/feature-hash'

/**
 * There is no vocabulary: whatever a text shows has a column, and the few features that share one are learnt together
 * ("Feature Hashing for Large Scale Multitask Learning", Weinberger et al., ICML 2009).
 */
const columnBits = 19
export const columnCount = 2 ** columnBits

/** Words, letters and kin apart: each weighs the same in a text, though letters are many times more. */
export const partsOfText = 3

/** A word without accents and dots → numbers that it shares with words which may stand for it; none where nothing is known. */
export type ReadKin = (word: string) => readonly number[]

export const noKin: ReadKin = () => []

/** Part `3i + p` is text `i`'s words (`p` = 0), letters (1) or kin (2), all empty where it holds no word; its numbers are columns. */
export type HashedTexts = CountedParts

const shortestRun = 3
const longestRun = 5
/** Each kind of feature has its own beginning, so that the word `sop` and the letters `sop` differ. */
const seeds = { word: 1, pair: 2, letters: 3, three: 4, kin: 5 } as const

const columnOf = (code: number): number => finish(code) >>> (32 - columnBits)

/** Accents and dots are taken off. */
export function hashTexts(texts: readonly string[], readKin: ReadKin): HashedTexts {
  const hashed = new PartCounter()
  const kinColumns = rememberKin(readKin)
  for (const text of texts) {
    const words: number[] = []
    const letters: number[] = []
    const written = readWords(text)
      .map(foldDiacritics)
      .filter((word) => word !== '')
    addWritten(words, letters, written)
    for (const part of [words, letters, written.flatMap(kinColumns)]) hashed.add(part)
  }
  return hashed.all()
}

/** Thousands of texts have the same words. */
function rememberKin(readKin: ReadKin): (word: string) => readonly number[] {
  const known = new Map<string, readonly number[]>()
  return (word) => {
    const columns = known.get(word) ?? readKin(word).map((kin) => columnOf(fnvOf(seeds.kin, `${kin}`)))
    known.set(word, columns)
    return columns
  }
}

function addWritten(words: number[], letters: number[], written: readonly string[]): void {
  let beforeThat: string | undefined
  let before = '^'
  for (const word of written) {
    words.push(columnOf(fnvOf(seeds.word, word)), columnOf(fnvOf(seeds.pair, `${before} ${word}`)))
    if (beforeThat !== undefined) words.push(columnOf(fnvOf(seeds.three, `${beforeThat} ${before} ${word}`)))
    addRuns(letters, ` ${word} `)
    beforeThat = before === '^' ? undefined : before
    before = word
  }
  if (written.length > 0) words.push(columnOf(fnvOf(seeds.pair, `${before} $`)))
}

/** Its borders are letters too, so that a word is told from a part of one. */
function addRuns(columns: number[], framed: string): void {
  for (let from = 0; from + shortestRun <= framed.length; from += 1) {
    let code = fnvStart(seeds.letters)
    const end = Math.min(framed.length, from + longestRun)
    for (let at = from; at < end; at += 1) {
      code = fnvStep(code, framed.charCodeAt(at))
      if (at - from + 1 >= shortestRun) columns.push(columnOf(code))
    }
  }
}
