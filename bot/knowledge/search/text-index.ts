// Texts that can be searched in: by words, by runs of letters, and by the kind of answer that is wanted. Pure once it is built.
import type { Language } from '../../contracts/language'
import { impactsOf, rarity } from './bm25'
import { letterRuns } from './letter-runs'
import { Lexicon } from './lexicon'
import { Postings } from './postings'
import { answerKinds, kindWeights } from './question-kind'
import { readSearchWords, type SearchWord } from './search-word'
import { isStopWord } from './stop-words'
import { noSynonyms, type Synonyms } from './synonyms'

export interface IndexedText {
  /** What a resident would read. */
  readonly text: string
  /** What it stands under: a title, a heading, what residents ask. May be empty. */
  readonly head: string
  /** Texts of one page speak for each other. */
  readonly page: number
}

export interface Hit {
  /** Which of the texts. */
  readonly at: number
  /** Only comparable within one search. */
  readonly score: number
  /** How much of what the question is about the text speaks of, 0 to 1; comparable between searches. */
  readonly coverage: number
}

/** What the views weigh; decision 19 says on what they were tried. */
const weights = {
  words: 1,
  letters: 1.5,
  kind: 0.3,
  page: 0.4,
  head: 1.5,
  stopWord: 0.3,
  synonym: 0.3,
} as const
/** A text has a word from this likeness on, when it is counted how rare the word is. */
const leastLikeness = 0.7
/** Runs of letters are numbered below this; two that share a number are expected once in a hundred. */
const runCount = 2 ** 18

interface Question {
  readonly words: readonly {
    readonly word: SearchWord
    readonly also: readonly string[]
    readonly isStopWord: boolean
  }[]
  readonly text: string
}

const runsOf = (words: readonly SearchWord[]): readonly number[] =>
  letterRuns(words).map((code) => code % runCount)

const largestOf = (numbers: Float32Array): number =>
  numbers.reduce((most, one) => (one > most ? one : most), 0)

export class TextIndex {
  private readonly lexicon: Lexicon
  private readonly words: Postings
  private readonly letters: Postings
  /** Text after text the numbers of `answerKinds`. */
  private readonly kinds: Float32Array
  private readonly kindCount: number
  private readonly pages: Uint32Array
  // Scratch of one entry a text, so that a search asks for no memory but its hits'.
  private readonly wordScores: Float32Array
  private readonly letterScores: Float32Array
  private readonly covered: Float32Array
  private readonly best: Float32Array
  private readonly likest: Float32Array
  private readonly pageBest: Float32Array

  constructor(
    texts: readonly IndexedText[],
    private readonly language: Language,
    private readonly synonyms: Synonyms = noSynonyms,
  ) {
    const read = texts.map(({ text, head }) => ({
      text: readSearchWords(text, language),
      head: readSearchWords(head, language),
    }))
    this.lexicon = new Lexicon(
      read.flatMap(({ head, text }) => [...head, ...text]),
      (stem) => synonyms.of(stem),
    )
    const index = (termsOf: (words: readonly SearchWord[]) => readonly number[], count: number): Postings =>
      Postings.of(
        impactsOf(
          read.map(({ text, head }) => [
            { terms: termsOf(text), weight: 1 },
            { terms: termsOf(head), weight: weights.head },
          ]),
        ),
        count,
      )
    this.words = index((words) => words.map(({ folded }) => this.lexicon.idOf(folded)), this.lexicon.size)
    this.letters = index(runsOf, runCount)
    const kinds = texts.map(({ text }) => answerKinds(text, language))
    this.kindCount = kinds[0]?.length ?? 0
    this.kinds = Float32Array.from(kinds.flat())
    this.pages = Uint32Array.from(texts, ({ page }) => page)
    const scratch = (): Float32Array => new Float32Array(texts.length)
    this.wordScores = scratch()
    this.letterScores = scratch()
    this.covered = scratch()
    this.best = scratch()
    this.likest = scratch()
    this.pageBest = new Float32Array(texts.reduce((most, { page }) => Math.max(most, page + 1), 0))
  }

  /** The texts that share anything with the question, best first; of equals the earlier one first. */
  search(question: string, most: number): readonly Hit[] {
    const asked = this.read(question)
    if (asked.words.length === 0) return []
    const whole = this.weighWords(asked)
    this.weighLetters(asked)
    const scores = this.combine(asked)
    return bestOf(scores, most).map((at) => ({
      at,
      score: scores[at] ?? 0,
      coverage: whole === 0 ? 0 : Math.min(1, (this.covered[at] ?? 0) / whole),
    }))
  }

  private read(question: string): Question {
    const words = readSearchWords(question, this.language)
    const also = this.synonyms.inQuestion(words.map(({ stem }) => stem))
    const different = new Map(
      words.map((word, at) => [
        word.folded,
        { word, also: also[at] ?? [], isStopWord: isStopWord(word.folded, this.language) },
      ]),
    )
    return { words: [...different.values()], text: question }
  }

  /** Fills in what words say and how much of the question is covered. @returns what a text that covers it all has. */
  private weighWords({ words }: Question): number {
    const { wordScores, covered, best, likest } = this
    wordScores.fill(0)
    covered.fill(0)
    let whole = 0
    for (const { word, also, isStopWord: isStop } of words) {
      best.fill(0)
      likest.fill(0)
      for (const { id, likeness } of this.lexicon.alike(word, also)) {
        this.words.raise(id, likeness, best)
        this.words.mark(id, likeness, likest)
      }
      let count = 0
      for (const likeness of likest) if (likeness >= leastLikeness) count += 1
      const worth = rarity(count, best.length)
      if (!isStop) whole += worth
      for (let at = 0; at < best.length; at += 1) {
        wordScores[at] = (wordScores[at] ?? 0) + worth * (isStop ? weights.stopWord : 1) * (best[at] ?? 0)
        if (!isStop) covered[at] = (covered[at] ?? 0) + worth * (likest[at] ?? 0)
      }
    }
    return whole
  }

  /** A phrase that stands for other words is not looked for by its own letters. */
  private weighLetters({ words }: Question): void {
    this.letterScores.fill(0)
    for (const { word, also, isStopWord: isStop } of words)
      this.addRuns(word, isStop || also.length > 0 ? weights.stopWord : 1)
    const meant = words.flatMap(({ word, also }) => [...this.synonyms.of(word.stem), ...also])
    for (const stem of new Set(meant)) this.addRuns({ folded: stem, stem }, weights.synonym)
  }

  private addRuns(word: SearchWord, weight: number): void {
    for (const run of new Set(runsOf([word]))) {
      const count = this.letters.countOf(run)
      if (count > 0)
        this.letters.add(run, weight * rarity(count, this.letterScores.length), this.letterScores)
    }
  }

  /** Each view's best text has its whole weight; a page's best text lends its others some of its score. */
  private combine({ text }: Question): Float32Array {
    const { wordScores, letterScores, pages, pageBest } = this
    const mostWords = largestOf(wordScores)
    const mostLetters = largestOf(letterScores)
    const scores = new Float32Array(pages.length)
    if (mostLetters === 0 && mostWords === 0) return scores
    const kindWeight = kindWeights(text, this.language)
    pageBest.fill(0)
    for (let at = 0; at < scores.length; at += 1) {
      const found =
        (weights.words * (wordScores[at] ?? 0)) / (mostWords || 1) +
        (weights.letters * (letterScores[at] ?? 0)) / (mostLetters || 1)
      if (found === 0) continue
      const score = Math.max(found / 100, found + weights.kind * this.kindAt(at, kindWeight))
      scores[at] = score
      const page = pages[at] ?? 0
      pageBest[page] = Math.max(pageBest[page] ?? 0, score)
    }
    for (let at = 0; at < scores.length; at += 1) {
      const score = scores[at] ?? 0
      if (score > 0) scores[at] = score + weights.page * (pageBest[pages[at] ?? 0] ?? 0)
    }
    return scores
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
