// What a text shows a linear model: words, their stems, neighbours near and far, and runs of letters.
import { foldDiacritics, readWords } from '../../text/normalise'
import { stemSwedish } from '../../text/stem-swedish'
import { finish, fnvOf, fnvStart, fnvStep } from '../numbers/feature-hash'

/**
 * Features are 32-bit codes in place of strings ("Feature Hashing for Large Scale Multitask Learning", Weinberger et al.,
 * ICML 2009), so that a model holds numbers only; among 100,000 features one pair is expected to share a code.
 * One entry for each time a feature occurs, in no particular order.
 */
export type FeatureCodes = readonly number[]

/** Each kind of feature has its own beginning, so that the word `sop` and the letters `sop` differ. */
const seeds = { word: 1, folded: 2, stem: 3, pair: 4, letters: 5, apart: 6 } as const

const shortestRun = 3
const longestRun = 4
/** Words so far from each other still make a pair. */
const farthest = 4

const codeOf = (seed: number, text: string): number => finish(fnvOf(seed, text))

/** What a word shows by itself: as written, folded and stemmed. */
interface WordFeatures {
  readonly folded: string
  readonly codes: FeatureCodes
  /** Of the folded word, to be joined with another's. */
  readonly foldedCode: number
}

/** Residents' words repeat; beyond this many the memory is begun anew. */
const mostRemembered = 20_000
const remembered = new Map<string, WordFeatures>()

function readWord(word: string): WordFeatures {
  const known = remembered.get(word)
  if (known !== undefined) return known
  if (remembered.size >= mostRemembered) remembered.clear()
  const folded = foldDiacritics(word)
  const foldedCode = codeOf(seeds.folded, folded)
  const stems = stemSwedish(word).map((stem) => codeOf(seeds.stem, foldDiacritics(stem)))
  const features = { folded, foldedCode, codes: [codeOf(seeds.word, word), foldedCode, ...stems] }
  remembered.set(word, features)
  return features
}

const edge = 0
const joined = (seed: number, a: number, b: number): number => finish(Math.imul(a ^ seed, 0x9e3779b1) ^ b)

/** Neighbours in order, with a mark for the beginning and the end of the text, and pairs farther apart in either order. */
function addPairs(codes: number[], words: readonly WordFeatures[]): void {
  let before: number = edge
  for (let at = 0; at < words.length; at += 1) {
    const code = words[at]?.foldedCode ?? edge
    codes.push(joined(seeds.pair, before, code))
    before = code
    for (let other = at + 1; other <= at + farthest && other < words.length; other += 1) {
      const next = words[other]?.foldedCode ?? edge
      codes.push(joined(seeds.apart, Math.min(code, next), Math.max(code, next)))
    }
  }
  codes.push(joined(seeds.pair, before, edge))
}

/** Every run of 3 or 4 letters of the line, also across word borders: compounds stay alike, split or joined. */
function addLetterRuns(codes: number[], words: readonly WordFeatures[]): void {
  let framed = ' '
  for (const { folded } of words) framed += `${folded} `
  for (let from = 0; from + shortestRun <= framed.length; from += 1) {
    let code = fnvStart(seeds.letters)
    const end = Math.min(framed.length, from + longestRun)
    for (let at = from; at < end; at += 1) {
      code = fnvStep(code, framed.charCodeAt(at))
      if (at - from + 1 >= shortestRun) codes.push(finish(code))
    }
  }
}

/**
 * Reads the features of a text in any language; none when it holds no word. Words stand as written, folded and
 * stemmed; pairs and letter runs are folded, so that a text without å, ä and ö keeps most of them.
 */
export function readFeatures(text: string): FeatureCodes {
  const words = readWords(text).map(readWord)
  if (words.length === 0) return []
  const codes: number[] = []
  for (const word of words) codes.push(...word.codes)
  addPairs(codes, words)
  addLetterRuns(codes, words)
  return codes
}
