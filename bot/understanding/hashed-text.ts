// What a text shows a detector: its words, two and three of them in a row, and runs of letters within words, each as a column
// by its hash.
import { foldDiacritics, readWords } from '../text/normalise'
import { countSorted } from './count-sorted'
import { finish, fnvOf, fnvStart, fnvStep } from './feature-hash'

/**
 * There is no vocabulary: whatever a text shows has a column, and the few features that share one are learnt together
 * ("Feature Hashing for Large Scale Multitask Learning", Weinberger et al., ICML 2009).
 */
const columnBits = 19
export const columnCount = 2 ** columnBits

export interface CountedColumns {
  /** Each different, ascending. */
  readonly columns: Int32Array
  /** How often each. */
  readonly counts: Uint16Array
}

/** Words and letters apart: each weighs the same in a text, though letters are many times more. */
export type HashedText = readonly [words: CountedColumns, letters: CountedColumns]

const mostCounted = 65_535
const shortestRun = 3
const longestRun = 5
/** Each kind of feature has its own beginning, so that the word `sop` and the letters `sop` differ. */
const seeds = { word: 1, pair: 2, letters: 3, three: 4 } as const

const columnOf = (code: number): number => finish(code) >>> (32 - columnBits)

/** Accents and dots are taken off; both are empty when the text holds no word. */
export function hashText(text: string): HashedText {
  const written = readWords(text)
    .map(foldDiacritics)
    .filter((word) => word !== '')
  const words: number[] = []
  const letters: number[] = []
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
  return [countColumns(words), countColumns(letters)]
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

function countColumns(all: readonly number[]): CountedColumns {
  const columns = Int32Array.from(all).sort()
  const counts = new Uint16Array(columns.length)
  const different = countSorted(columns, counts, mostCounted)
  return { columns: columns.slice(0, different), counts: counts.slice(0, different) }
}
