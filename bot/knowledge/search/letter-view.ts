// Texts seen as runs of letters: what they say of a question's words, however these are bent, put together or misspelt.
import { firstAt } from '../../contracts/basics/first-at'
import { letterRuns, runCount } from './letter-runs'
import { mostTextsOf } from './most-texts'
import type { NumberedPage } from './numbered-page'
import { Postings, TermCounter, type TermRow } from './postings'
import { costOfLength, mixedShare, saidByPage, saidByText } from './smoothed-share'

/** In runs: about 120 words. */
const prior = 2000
interface CountedPage {
  readonly page: TermRow
  readonly texts: readonly TermRow[]
}

/** The different runs of some words, ascending. */
function differentRuns(words: readonly (readonly number[])[]): Uint32Array {
  const stands = new Uint8Array(runCount)
  for (const runs of words) for (const run of runs) stands[run] = 1
  const different = new Uint32Array(stands.reduce((sum, one) => sum + one, 0))
  let count = 0
  for (let run = 0; run < runCount; run += 1)
    if (stands[run] === 1) {
      different[count] = run
      count += 1
    }
  return different
}

/** @param termsOfWord by the word's place in the lexicon. @param termCount terms are the numbers below it */
function countRuns(
  pages: readonly NumberedPage[],
  termsOfWord: readonly (readonly number[])[],
  termCount: number,
): readonly CountedPage[] {
  const runsOf = (text: readonly number[]) => text.map((word) => termsOfWord[word] ?? [])
  const counter = new TermCounter(termCount)
  return pages.map(({ head, texts }) => {
    const runs = texts.map(runsOf)
    return {
      page: counter.count([...runsOf(head), ...runs.flat()]),
      texts: runs.map((text) => counter.count(text)),
    }
  })
}

const lengthOf = ({ numbers }: TermRow): number => numbers.reduce((sum, number) => sum + number, 0)

/** Each run's share of all runs anywhere, each counted once a page: what one page alone repeats is not common. */
function sharesAnywhere(counted: readonly CountedPage[], termCount: number): Float32Array {
  const shares = new Float32Array(termCount)
  const sum = counted.reduce((all, { page }) => all + page.terms.length, 0)
  for (const { page } of counted) for (const run of page.terms) shares[run] = (shares[run] ?? 0) + 1 / sum
  return shares
}

/** In place of how often each run stands on a page and in its texts: what it says there. */
function weighRuns({ page, texts }: CountedPage, anywhere: Float32Array, mixed: Float32Array): void {
  const length = lengthOf(page)
  for (let at = 0; at < page.terms.length; at += 1) {
    const run = page.terms[at] ?? 0
    const share = mixedShare((page.numbers[at] ?? 0) / length, anywhere[run] ?? 0)
    mixed[run] = share
    page.numbers[at] = saidByPage(share, anywhere[run] ?? 0)
  }
  for (const { terms, numbers } of texts)
    for (let at = 0; at < terms.length; at += 1)
      numbers[at] = saidByText(numbers[at] ?? 0, mixed[terms[at] ?? 0] ?? 0, prior)
}

export class LetterView {
  /**
   * The runs that stand anywhere, ascending; a run's place is its term. Of all that there may be a small language has one in a
   * hundred, and each term takes room in every list of texts.
   */
  private readonly runs: Uint32Array
  private readonly texts: Postings
  private readonly pages: Postings
  private readonly mostTexts: number
  /** What each asked run costs a text. */
  readonly costs: Float32Array

  /** @param words the lexicon's, in its order */
  constructor(pages: readonly NumberedPage[], words: readonly string[]) {
    const runsOfWord = words.map(letterRuns)
    this.runs = differentRuns(runsOfWord)
    const termCount = this.runs.length
    const termOf = new Uint32Array(runCount)
    this.runs.forEach((run, term) => (termOf[run] = term))
    const termsOfWord = runsOfWord.map((runs) => runs.map((run) => termOf[run] ?? 0))
    const counted = countRuns(pages, termsOfWord, termCount)
    const texts = counted.flatMap((one) => one.texts)
    this.costs = Float32Array.from(texts, (text) => costOfLength(lengthOf(text), prior))
    const anywhere = sharesAnywhere(counted, termCount)
    const mixed = new Float32Array(termCount)
    for (const one of counted) weighRuns(one, anywhere, mixed)
    this.texts = Postings.of(texts, termCount)
    this.pages = Postings.of(
      counted.map(({ page }) => page),
      termCount,
    )
    this.mostTexts = mostTextsOf(texts.length)
  }

  /** Adds what the word's runs say to each text's and page's score. @returns by how much to multiply `costs`. */
  add(word: string, weight: number, textScores: Float32Array, pageScores: Float32Array): number {
    let asked = 0
    for (const run of new Set(letterRuns(word))) {
      const term = firstAt(this.runs, run)
      if (this.runs[term] !== run || this.texts.countOf(term) > this.mostTexts) continue
      this.texts.add(term, weight, textScores)
      this.pages.add(term, weight, pageScores)
      asked += weight
    }
    return asked
  }
}
