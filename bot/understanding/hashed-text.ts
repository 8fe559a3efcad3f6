// What a text shows a detector: its words, two and three of them in a row, runs of letters within words, and what is known of
// words that may stand for each other, each as a column by its hash.
import { foldDiacritics, readWords } from '../text/normalise'
import { countSorted } from './count-sorted'
import { finish, fnvOf, fnvStart, fnvStep } from './feature-hash'

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

/** In one piece, for thousands of texts are learnt from at once. */
export interface HashedTexts {
  /**
   * Part `p` of text `i` (0 its words, 1 its letters, 2 its kin) has the entries `starts[3i + p]` to `starts[3i + p + 1]`
   * (exclusive); all are empty where it holds no word.
   */
  readonly starts: Int32Array
  /** In each part every different one once, ascending. */
  readonly columns: Int32Array
  /** How often each. */
  readonly counts: Uint16Array
}

const mostCounted = 65_535
const shortestRun = 3
const longestRun = 5
/** Each kind of feature has its own beginning, so that the word `sop` and the letters `sop` differ. */
const seeds = { word: 1, pair: 2, letters: 3, three: 4, kin: 5 } as const

const columnOf = (code: number): number => finish(code) >>> (32 - columnBits)

/** Accents and dots are taken off. */
export function hashTexts(texts: readonly string[], readKin: ReadKin): HashedTexts {
  const starts = new Int32Array(partsOfText * texts.length + 1)
  const hashed = new Columns()
  const kinColumns = rememberKin(readKin)
  for (const [at, text] of texts.entries()) {
    const words: number[] = []
    const letters: number[] = []
    const written = readWords(text)
      .map(foldDiacritics)
      .filter((word) => word !== '')
    addWritten(words, letters, written)
    starts[partsOfText * at + 1] = hashed.count(words)
    starts[partsOfText * at + 2] = hashed.count(letters)
    starts[partsOfText * at + 3] = hashed.count(written.flatMap(kinColumns))
  }
  return { starts, ...hashed.all() }
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

const firstRoom = 1024

/** Columns and their counts, one part after the other; room is doubled when it is used up. */
class Columns {
  private columns = new Int32Array(firstRoom)
  private counts = new Uint16Array(firstRoom)
  private end = 0

  /** @returns where the part ends */
  count(part: readonly number[]): number {
    while (this.end + part.length > this.columns.length) this.grow()
    const columns = this.columns.subarray(this.end, this.end + part.length)
    columns.set(part)
    columns.sort()
    this.end += countSorted(columns, this.counts.subarray(this.end), mostCounted)
    return this.end
  }

  all(): Pick<HashedTexts, 'columns' | 'counts'> {
    return { columns: this.columns.subarray(0, this.end), counts: this.counts.subarray(0, this.end) }
  }

  private grow(): void {
    const { columns, counts } = this
    this.columns = new Int32Array(2 * columns.length)
    this.columns.set(columns)
    this.counts = new Uint16Array(2 * counts.length)
    this.counts.set(counts)
  }
}
