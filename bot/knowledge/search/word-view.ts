// Texts seen as words: what they say of each word that a question asks with, and how much of the question they speak of.
import { FoundWord } from './found-word'
import type { AlikeWord } from './lexicon'
import { mostTextsOf } from './most-texts'
import type { NumberedPage } from './numbered-page'
import { Postings, TermCounter } from './postings'
import { costOfLength, mixedShare, rarity, saidByPage, saidByText } from './smoothed-share'

/** In words. */
const prior = 300
/** What a page's title and questions have and the text does not, it hardly speaks of: for coverage it counts so much. */
const headCovers = 0.3
/** A text has a word from this likeness on, when it is counted how rare the word is. */
const leastLikeness = 0.7

export class WordView {
  private readonly texts: Postings
  private readonly heads: Postings
  /** Text → its page; page → its first text, one more at the end. */
  private readonly pages: Uint32Array
  private readonly firsts: Uint32Array
  private readonly pageLengths: Float32Array
  /** Of all pages, each word counted once a page. */
  private readonly wordsOfPages: number
  private readonly inTexts: FoundWord
  private readonly inHeads: FoundWord
  private readonly onPages: FoundWord
  /** What each asked word costs a text. */
  readonly costs: Float32Array
  /** How much of the question each text speaks of, weighed by rarity; of the search that runs. */
  readonly covered: Float32Array

  constructor(pages: readonly NumberedPage[], wordCount: number) {
    const counter = new TermCounter(wordCount)
    const texts = pages.flatMap((page) => page.texts)
    this.texts = Postings.of(
      texts.map((text) => counter.count([text])),
      wordCount,
    )
    this.heads = Postings.of(
      pages.map(({ head }) => counter.count([head])),
      wordCount,
    )
    this.wordsOfPages = pages.reduce(
      (sum, page) => sum + counter.count([page.head, ...page.texts]).terms.length,
      0,
    )
    this.pageLengths = Float32Array.from(pages, (page) =>
      page.texts.reduce((sum, { length }) => sum + length, page.head.length),
    )
    this.pages = Uint32Array.from(pages.flatMap((page, at) => page.texts.map(() => at)))
    this.firsts = new Uint32Array(pages.length + 1)
    for (const [at, page] of pages.entries()) this.firsts[at + 1] = (this.firsts[at] ?? 0) + page.texts.length
    this.inTexts = new FoundWord(texts.length)
    this.inHeads = new FoundWord(pages.length)
    this.onPages = new FoundWord(pages.length)
    this.costs = Float32Array.from(texts, ({ length }) => costOfLength(length, prior))
    this.covered = new Float32Array(texts.length)
  }

  /** Stands in so many texts that it hardly tells them apart. @param alike what an asked word may mean */
  isCommon(alike: readonly AlikeWord[]): boolean {
    return alike.reduce((sum, { id }) => sum + this.texts.countOf(id), 0) > mostTextsOf(this.pages.length)
  }

  /** Adds what an asked word says, `weight` times, to each text's and page's score. @param alike what it may mean */
  add(alike: readonly AlikeWord[], weight: number, textScores: Float32Array, pageScores: Float32Array): void {
    this.find(alike)
    const { inTexts, onPages, pages } = this
    let pagesWith = 0
    for (const page of onPages.texts) if ((onPages.likeness[page] ?? 0) >= leastLikeness) pagesWith += 1
    const anywhere = Math.max(pagesWith, 1) / this.wordsOfPages
    const mixed = (page: number): number =>
      mixedShare((onPages.counts[page] ?? 0) / (this.pageLengths[page] ?? 1), anywhere)
    for (const page of onPages.texts)
      pageScores[page] =
        (pageScores[page] ?? 0) + weight * (onPages.likeness[page] ?? 0) * saidByPage(mixed(page), anywhere)
    for (const text of inTexts.texts)
      textScores[text] =
        (textScores[text] ?? 0) +
        weight *
          (inTexts.likeness[text] ?? 0) *
          saidByText(inTexts.counts[text] ?? 0, mixed(pages[text] ?? 0), prior)
  }

  /** Notes which texts speak of the word that was added last. @returns how much it is of the question. */
  cover(): number {
    const { inTexts, inHeads, pages } = this
    let count = 0
    for (const text of inTexts.texts) {
      const most = Math.max(inTexts.likeness[text] ?? 0, inHeads.likeness[pages[text] ?? 0] ?? 0)
      if (most >= leastLikeness) count += 1
    }
    for (const page of inHeads.texts)
      if ((inHeads.likeness[page] ?? 0) >= leastLikeness) count += this.countWithout(page)
    const worth = rarity(count, pages.length)
    for (const text of inTexts.texts) this.coverText(text, worth)
    for (const page of inHeads.texts)
      for (let text = this.firsts[page] ?? 0; text < (this.firsts[page + 1] ?? 0); text += 1)
        if (inTexts.likeness[text] === 0) this.coverText(text, worth)
    return worth
  }

  private coverText(text: number, worth: number): void {
    const inHead = this.inHeads.likeness[this.pages[text] ?? 0] ?? 0
    this.covered[text] =
      (this.covered[text] ?? 0) + worth * Math.max(this.inTexts.likeness[text] ?? 0, headCovers * inHead)
  }

  /** How many texts of a page have nothing like the word. */
  private countWithout(page: number): number {
    let count = 0
    for (let text = this.firsts[page] ?? 0; text < (this.firsts[page + 1] ?? 0); text += 1)
      if (this.inTexts.likeness[text] === 0) count += 1
    return count
  }

  private find(alike: readonly AlikeWord[]): void {
    const { inTexts, inHeads, onPages, pages } = this
    for (const found of [inTexts, inHeads, onPages]) found.clear()
    for (const { id, likeness } of alike) {
      this.texts.note(id, likeness, inTexts)
      this.heads.note(id, likeness, inHeads)
    }
    for (const text of inTexts.texts)
      onPages.note(pages[text] ?? 0, inTexts.counts[text] ?? 0, inTexts.likeness[text] ?? 0)
    for (const page of inHeads.texts)
      onPages.note(page, inHeads.counts[page] ?? 0, inHeads.likeness[page] ?? 0)
  }
}
