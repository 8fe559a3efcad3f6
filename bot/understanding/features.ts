// What a text shows a linear model: words, their stems, neighbours, and runs of letters.
import { foldDiacritics, readWords } from '../text/normalise'
import { stemSwedish } from './stem-swedish'

/**
 * Features are 32-bit codes in place of strings ("Feature Hashing for Large Scale Multitask Learning", Weinberger et al.,
 * ICML 2009), so that a model holds numbers only; among 100,000 features one pair is expected to share a code.
 */
export interface TextFeatures {
  /** One entry for each time a feature occurs, in no particular order. */
  readonly codes: readonly number[]
}

/** Each kind of feature has its own beginning, so that the word `sop` and the letters `sop` differ. */
const seeds = { word: 1, folded: 2, stem: 3, pair: 4, letters: 5 } as const

const shortestRun = 2
const longestRun = 5

const fnvStep = (code: number, unit: number): number => Math.imul(code ^ unit, 0x01000193)
const fnvStart = (seed: number): number => fnvStep(0x811c9dc5, seed)

/** MurmurHash3's finaliser (A. Appleby), so that short strings fill all 32 bits. */
function finish(code: number): number {
  let mixed = code ^ (code >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** FNV-1a over UTF-16 units (Fowler, Noll & Vo, RFC 9923). */
function codeOf(seed: number, text: string): number {
  let code = fnvStart(seed)
  for (let at = 0; at < text.length; at += 1) code = fnvStep(code, text.charCodeAt(at))
  return finish(code)
}

/** Neighbours in order, with a mark for the beginning and the end of the text. */
function pairsOf(words: readonly string[]): readonly number[] {
  const framed = ['^', ...words, '$']
  return framed.slice(1).map((word, at) => codeOf(seeds.pair, `${framed[at] ?? ''} ${word}`))
}

/** Every run of 2 to 5 letters of the line, also across word borders: compounds stay alike, split or joined. */
function letterRuns(line: string): readonly number[] {
  const runs: number[] = []
  const framed = ` ${line} `
  for (let from = 0; from < framed.length; from += 1) {
    let code = fnvStart(seeds.letters)
    const end = Math.min(framed.length, from + longestRun)
    for (let at = from; at < end; at += 1) {
      code = fnvStep(code, framed.charCodeAt(at))
      if (at - from + 1 >= shortestRun) runs.push(finish(code))
    }
  }
  return runs
}

/**
 * Reads the features of a text in any language; none when it holds no word. Words stand as written, folded and
 * stemmed; pairs and letter runs are folded, so that a text without å, ä and ö keeps most of them.
 */
export function readFeatures(text: string): TextFeatures {
  const words = readWords(text)
  if (words.length === 0) return { codes: [] }
  const foldedLine = foldDiacritics(words.join(' '))
  const foldedWords = foldedLine.split(' ')
  const written = words.map((word) => codeOf(seeds.word, word))
  const folded = foldedWords.map((word) => codeOf(seeds.folded, word))
  const stems = stemSwedish(words.join(' ')).map((stem) => codeOf(seeds.stem, foldDiacritics(stem)))
  return {
    codes: [...written, ...folded, ...stems, ...pairsOf(foldedWords), ...letterRuns(foldedLine)],
  }
}
