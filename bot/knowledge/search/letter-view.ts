// Texts seen as runs of letters: what they say of a question's words, however these are bent, put together or misspelt.
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

/** @param words the lexicon's, in its order */
function countRuns(pages: readonly NumberedPage[], words: readonly string[]): readonly CountedPage[] {
  const runsOfWord = words.map(letterRuns)
  const runsOf = (text: readonly number[]) => text.map((word) => runsOfWord[word] ?? [])
  const counter = new TermCounter(runCount)
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
function sharesAnywhere(counted: readonly CountedPage[]): Float32Array {
  const shares = new Float32Array(runCount)
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
  private readonly texts: Postings
  private readonly pages: Postings
  private readonly mostTexts: number
  /** What each asked run costs a text. */
  readonly costs: Float32Array

  /** @param words the lexicon's, in its order */
  constructor(pages: readonly NumberedPage[], words: readonly string[]) {
    const counted = countRuns(pages, words)
    const texts = counted.flatMap((one) => one.texts)
    this.costs = Float32Array.from(texts, (text) => costOfLength(lengthOf(text), prior))
    const anywhere = sharesAnywhere(counted)
    const mixed = new Float32Array(runCount)
    for (const one of counted) weighRuns(one, anywhere, mixed)
    this.texts = Postings.of(texts, runCount)
    this.pages = Postings.of(
      counted.map(({ page }) => page),
      runCount,
    )
    this.mostTexts = mostTextsOf(texts.length)
  }

  /** Adds what the word's runs say to each text's and page's score. @returns by how much to multiply `costs`. */
  add(word: string, weight: number, textScores: Float32Array, pageScores: Float32Array): number {
    let asked = 0
    for (const run of new Set(letterRuns(word))) {
      if (this.pages.countOf(run) === 0 || this.texts.countOf(run) > this.mostTexts) continue
      this.texts.add(run, weight, textScores)
      this.pages.add(run, weight, pageScores)
      asked += weight
    }
    return asked
  }
}
