// Texts that can be searched in: by words, by runs of letters, by their pages, and by the kind of answer that is wanted.
import type { Language } from '../../contracts/talk/language'
import { LetterView } from './letter-view'
import { Lexicon } from './lexicon'
import { answerKinds, kindWeights } from './question-kind'
import { readSearchWords, wordReader, type SearchWord } from './search-word'
import { noSynonyms, type Synonyms } from './synonyms'
import { WordView } from './word-view'

/** Texts that stand on one page speak for each other. */
export interface IndexedPage {
  /** What the page is about: its title, and what residents ask. May be empty. */
  readonly head: string
  readonly texts: readonly string[]
}

export interface Hit {
  /** Which of the texts, counted through all pages. */
  readonly at: number
  /** Only comparable within one search. */
  readonly score: number
  /** How much of what the question is about the text and its page's head speak of, 0 to 1; comparable between searches. */
  readonly coverage: number
}

/** What the views weigh; decision 59 says on what they were tried. */
const weights = {
  letters: 1,
  words: 2.5,
  /** Of what the best text says by itself. */
  kind: 0.1,
  /** Of a word that says how something is asked; and of the letters of a phrase that stands for other words. */
  stopWord: 0.3,
  synonym: 0.3,
} as const

interface AskedWord {
  readonly word: SearchWord
  /** What a phrase stands for that the word is part of. */
  readonly also: readonly string[]
}

const largestOf = (numbers: Float32Array): number => {
  let most = 0
  for (let at = 0; at < numbers.length; at += 1) most = Math.max(most, numbers[at] ?? 0)
  return most
}

/** Falls as the score does and stays above zero: what shares something with the question stays found. */
const aboveZero = (score: number): number => (score >= 1 ? score : Math.exp(score - 1))

/**
 * Built once, then asked. The same question gives the same hits. Every search reuses the numbers of the one before, so that it
 * asks for no memory but its hits'.
 */
export class TextIndex {
  private readonly lexicon: Lexicon
  private readonly words: WordView
  private readonly letters: LetterView
  /** Text → its page. */
  private readonly pages: Uint32Array
  /** Text after text the numbers of `answerKinds`. */
  private readonly kinds: Float32Array
  private readonly kindCount: number
  private readonly scores: Float32Array
  private readonly pageScores: Float32Array

  constructor(
    pages: readonly IndexedPage[],
    private readonly language: Language,
    private readonly synonyms: Synonyms = noSynonyms,
  ) {
    const readText = wordReader(language)
    const read = pages.map(({ head, texts }) => ({ head: readText(head), texts: texts.map(readText) }))
    this.lexicon = new Lexicon(
      read.flatMap(({ head, texts }) => [...head, ...texts.flat()]),
      (stem) => synonyms.of(stem),
    )
    const idsOf = (words: readonly SearchWord[]) => words.map(({ folded }) => this.lexicon.idOf(folded))
    const numbered = read.map(({ head, texts }) => ({ head: idsOf(head), texts: texts.map(idsOf) }))
    this.words = new WordView(numbered, this.lexicon.size)
    this.letters = new LetterView(numbered, this.lexicon.folded)
    this.pages = Uint32Array.from(pages.flatMap((page, at) => page.texts.map(() => at)))
    const kinds = pages.flatMap(({ texts }) => texts.map((text) => answerKinds(text, language)))
    this.kindCount = kinds[0]?.length ?? 0
    this.kinds = Float32Array.from(kinds.flat())
    this.scores = new Float32Array(this.pages.length)
    this.pageScores = new Float32Array(pages.length)
  }

  /** The texts that share anything with the question, best first; of equals the earlier one first. */
  search(question: string, most: number): readonly Hit[] {
    const asked = this.read(question)
    this.scores.fill(0)
    this.pageScores.fill(0)
    this.words.covered.fill(0)
    const whole = this.weigh(asked, kindWeights(question, this.language))
    return bestOf(this.scores, most).map((at) => ({
      at,
      score: this.scores[at] ?? 0,
      coverage: whole === 0 ? 0 : Math.min(1, (this.words.covered[at] ?? 0) / whole),
    }))
  }

  private read(question: string): readonly AskedWord[] {
    const words = readSearchWords(question, this.language)
    const also = this.synonyms.inQuestion(words.map(({ stem }) => stem))
    const different = new Map(words.map((word, at) => [word.folded, { word, also: also[at] ?? [] }] as const))
    return [...different.values()]
  }

  /** Fills in the scores, and how much of the question is covered. @returns what a text that covers it all has. */
  private weigh(asked: readonly AskedWord[], kindWeight: readonly number[]): number {
    const runs = this.weighLetters(asked)
    let whole = 0
    let words = 0
    for (const { word, also } of asked) {
      const alike = this.lexicon.alike(word, also)
      if (word.isStopWord && this.words.isCommon(alike)) continue
      const weight = weights.words * (word.isStopWord ? weights.stopWord : 1)
      if (alike.length > 0) words += weight
      this.words.add(alike, weight, this.scores, this.pageScores)
      if (!word.isStopWord) whole += this.words.cover()
    }
    this.combine(kindWeight, runs, words)
    return whole
  }

  /** A phrase or a word that stands for other words is hardly looked for by its own letters. @returns what runs were asked. */
  private weighLetters(asked: readonly AskedWord[]): number {
    const add = (word: string, weight: number): number =>
      this.letters.add(word, weights.letters * weight, this.scores, this.pageScores)
    let runs = 0
    for (const { word, also } of asked) {
      const isOther = word.isStopWord || also.length > 0 || this.lexicon.isExplained(word)
      runs += add(word.folded, isOther ? weights.stopWord : 1)
    }
    const meant = asked.flatMap(({ word, also }) => [...this.synonyms.of(word.stem), ...also])
    for (const stem of new Set(meant)) runs += add(stem, weights.synonym)
    return runs
  }

  /** What a text and its page say, less what its length costs, and the kind of answer it is. */
  private combine(kindWeight: readonly number[], runs: number, words: number): void {
    const { scores, pages, pageScores } = this
    const forKind = weights.kind * largestOf(scores)
    for (let at = 0; at < pages.length; at += 1) {
      const said = (scores[at] ?? 0) + (pageScores[pages[at] ?? 0] ?? 0)
      if (said === 0) continue
      const cost = runs * (this.letters.costs[at] ?? 0) + words * (this.words.costs[at] ?? 0)
      scores[at] = aboveZero(said - cost + forKind * this.kindAt(at, kindWeight))
    }
  }

  private kindAt(at: number, kindWeight: readonly number[]): number {
    let sum = 0
    for (let kind = 0; kind < this.kindCount; kind += 1)
      sum += (kindWeight[kind] ?? 0) * (this.kinds[at * this.kindCount + kind] ?? 0)
    return sum
  }
}

/** Indexes of the largest numbers above zero, largest first; of equals the earlier one first. */
function bestOf(scores: Float32Array, most: number): readonly number[] {
  const best: number[] = []
  for (let at = 0; at < scores.length; at += 1) {
    const score = scores[at] ?? 0
    if (score <= 0 || (best.length === most && score <= (scores[best[most - 1] ?? 0] ?? 0))) continue
    const place = best.findIndex((other) => score > (scores[other] ?? 0))
    best.splice(place < 0 ? best.length : place, 0, at)
    if (best.length > most) best.pop()
  }
  return best
}
