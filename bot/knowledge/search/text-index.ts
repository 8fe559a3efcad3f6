// Texts that can be searched in: by words, by runs of letters, and by the kind of answer that is wanted.
import type { Language } from '../../contracts/language'
import { impactsOf, rarity } from './bm25'
import { letterRuns } from './letter-runs'
import { Lexicon } from './lexicon'
import { Postings } from './postings'
import { answerKinds, kindWeights } from './question-kind'
import { readSearchWords, type SearchWord } from './search-word'
import { noSynonyms, type Synonyms } from './synonyms'

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

/** What the views weigh; decision 19 says on what they were tried. */
const weights = {
  words: 1,
  letters: 1.5,
  /** Of a page's head, beside its texts. */
  head: 0.6,
  /** What a page's title and questions have and the text does not, it hardly speaks of: for coverage it counts so much. */
  headCovers: 0.3,
  kind: 0.3,
  page: 0.4,
  /** Of a word that says how something is asked; and of the letters of a phrase that stands for other words. */
  stopWord: 0.3,
  synonym: 0.3,
} as const
/** A text has a word from this likeness on, when it is counted how rare the word is. */
const leastLikeness = 0.7
/**
 * Of many texts, a run of letters that stands in a greater share hardly tells them apart, and going through all that have it is
 * what would take the time.
 */
const common = { share: 0.25, texts: 200 } as const
/** Runs of letters are numbered below this; the more there are, the more share a number by chance. */
const runCount = 2 ** 18

interface AskedWord {
  readonly word: SearchWord
  /** What a phrase stands for that the word is part of. */
  readonly also: readonly string[]
}

const runsOf = (words: readonly SearchWord[]): readonly number[] =>
  letterRuns(words).map((code) => code % runCount)

const largestOf = (numbers: Float32Array): number =>
  numbers.reduce((most, one) => (one > most ? one : most), 0)

/** The words and letters of some texts. */
class Layer {
  readonly words: Postings
  readonly letters: Postings
  /** Of one word: how much it says in a text, and how like the text's word is. */
  readonly best: Float32Array
  readonly likest: Float32Array
  readonly letterScores: Float32Array

  constructor(texts: readonly (readonly SearchWord[])[], lexicon: Lexicon) {
    const idsOf = (words: readonly SearchWord[]) => words.map(({ folded }) => lexicon.idOf(folded))
    this.words = Postings.of(impactsOf(texts.map(idsOf)), lexicon.size)
    this.letters = Postings.of(impactsOf(texts.map(runsOf)), runCount)
    this.best = new Float32Array(texts.length)
    this.likest = new Float32Array(texts.length)
    this.letterScores = new Float32Array(texts.length)
  }
}

/**
 * Built once, then asked. The same question gives the same hits. Every search reuses the numbers of the one before, so that it
 * asks for no memory but its hits'.
 */
export class TextIndex {
  private readonly lexicon: Lexicon
  private readonly texts: Layer
  private readonly heads: Layer
  /** Text → its page. */
  private readonly pages: Uint32Array
  /** Text after text the numbers of `answerKinds`. */
  private readonly kinds: Float32Array
  private readonly kindCount: number
  private readonly wordScores: Float32Array
  /** The texts that have one word. */
  private readonly met: Uint32Array
  private readonly covered: Float32Array
  private readonly scores: Float32Array
  private readonly pageBest: Float32Array

  constructor(
    pages: readonly IndexedPage[],
    private readonly language: Language,
    private readonly synonyms: Synonyms = noSynonyms,
  ) {
    const readAll = (texts: readonly string[]) => texts.map((text) => readLines(text, language))
    const written = pages.flatMap(({ texts }) => texts)
    const heads = readAll(pages.map(({ head }) => head))
    const texts = readAll(written)
    this.lexicon = new Lexicon([...heads, ...texts].flat(), (stem) => synonyms.of(stem))
    this.heads = new Layer(heads, this.lexicon)
    this.texts = new Layer(texts, this.lexicon)
    this.pages = Uint32Array.from(pages.flatMap((page, at) => page.texts.map(() => at)))
    const kinds = written.map((text) => answerKinds(text, language))
    this.kindCount = kinds[0]?.length ?? 0
    this.kinds = Float32Array.from(kinds.flat())
    this.wordScores = new Float32Array(written.length)
    this.met = new Uint32Array(written.length)
    this.covered = new Float32Array(written.length)
    this.scores = new Float32Array(written.length)
    this.pageBest = new Float32Array(pages.length)
  }

  /** The texts that share anything with the question, best first; of equals the earlier one first. */
  search(question: string, most: number): readonly Hit[] {
    const asked = this.read(question)
    const whole = this.weighWords(asked)
    this.weighLetters(asked)
    this.combine(kindWeights(question, this.language))
    return bestOf(this.scores, most).map((at) => ({
      at,
      score: this.scores[at] ?? 0,
      coverage: whole === 0 ? 0 : Math.min(1, (this.covered[at] ?? 0) / whole),
    }))
  }

  private read(question: string): readonly AskedWord[] {
    const words = readSearchWords(question, this.language)
    const also = this.synonyms.inQuestion(words.map(({ stem }) => stem))
    const different = new Map(words.map((word, at) => [word.folded, { word, also: also[at] ?? [] }] as const))
    return [...different.values()]
  }

  /** Fills in what words say and how much of the question is covered. @returns what a text that covers it all has. */
  private weighWords(asked: readonly AskedWord[]): number {
    this.wordScores.fill(0)
    this.covered.fill(0)
    return asked.reduce((whole, one) => whole + this.weighWord(one), 0)
  }

  /** @returns what the word adds to the whole of the question. */
  private weighWord({ word, also }: AskedWord): number {
    const { texts, heads, pages, wordScores, covered, met } = this
    for (const { best, likest } of [texts, heads]) {
      best.fill(0)
      likest.fill(0)
    }
    const alike = this.lexicon.alike(word, also)
    if (alike.length === 0) return word.isStopWord ? 0 : rarity(0, pages.length)
    for (const { id, likeness } of alike)
      for (const { words, best, likest } of [texts, heads]) words.raise(id, likeness, best, likest)
    let metCount = 0
    let count = 0
    for (let at = 0; at < pages.length; at += 1) {
      const own = texts.likest[at] ?? 0
      const ofHead = heads.likest[pages[at] ?? 0] ?? 0
      if (own === 0 && ofHead === 0) continue
      met[metCount] = at
      metCount += 1
      if (own >= leastLikeness || ofHead >= leastLikeness) count += 1
    }
    const worth = rarity(count, pages.length)
    const factor = worth * (word.isStopWord ? weights.stopWord : 1)
    for (let one = 0; one < metCount; one += 1) {
      const at = met[one] ?? 0
      const page = pages[at] ?? 0
      const said = (texts.best[at] ?? 0) + weights.head * (heads.best[page] ?? 0)
      wordScores[at] = (wordScores[at] ?? 0) + factor * said
      if (word.isStopWord) continue
      covered[at] =
        (covered[at] ?? 0) +
        worth * Math.max(texts.likest[at] ?? 0, weights.headCovers * (heads.likest[page] ?? 0))
    }
    return word.isStopWord ? 0 : worth
  }

  /** A phrase or a word that stands for other words is hardly looked for by its own letters. */
  private weighLetters(asked: readonly AskedWord[]): void {
    this.texts.letterScores.fill(0)
    this.heads.letterScores.fill(0)
    for (const { word, also } of asked) {
      const isOther = word.isStopWord || also.length > 0 || this.lexicon.isExplained(word)
      this.addRuns(word, isOther ? weights.stopWord : 1)
    }
    const meant = asked.flatMap(({ word, also }) => [...this.synonyms.of(word.stem), ...also])
    for (const stem of new Set(meant))
      this.addRuns({ folded: stem, stem, isStopWord: false }, weights.synonym)
  }

  private addRuns(word: SearchWord, weight: number): void {
    for (const run of new Set(runsOf([word])))
      for (const { letters, letterScores } of [this.texts, this.heads]) {
        const count = letters.countOf(run)
        if (count === 0 || count > Math.max(common.texts, common.share * letterScores.length)) continue
        letters.add(run, weight * rarity(count, letterScores.length), letterScores)
      }
  }

  /** Each view's best text has its whole weight; a page's best text lends its others some of its score. */
  private combine(kindWeight: readonly number[]): void {
    const { wordScores, pages, pageBest, scores } = this
    const letterScores = this.texts.letterScores
    for (let at = 0; at < pages.length; at += 1)
      letterScores[at] =
        (letterScores[at] ?? 0) + weights.head * (this.heads.letterScores[pages[at] ?? 0] ?? 0)
    const mostWords = largestOf(wordScores) || 1
    const mostLetters = largestOf(letterScores) || 1
    pageBest.fill(0)
    for (let at = 0; at < pages.length; at += 1) {
      const found =
        (weights.words * (wordScores[at] ?? 0)) / mostWords +
        (weights.letters * (letterScores[at] ?? 0)) / mostLetters
      // Whatever its kind, what shares something with the question stays found.
      const score =
        found === 0 ? 0 : Math.max(found / 100, found + weights.kind * this.kindAt(at, kindWeight))
      scores[at] = score
      const page = pages[at] ?? 0
      pageBest[page] = Math.max(pageBest[page] ?? 0, score)
    }
    for (let at = 0; at < pages.length; at += 1) {
      const score = scores[at] ?? 0
      if (score > 0) scores[at] = score + weights.page * (pageBest[pages[at] ?? 0] ?? 0)
    }
  }

  private kindAt(at: number, kindWeight: readonly number[]): number {
    let sum = 0
    for (let kind = 0; kind < this.kindCount; kind += 1)
      sum += (kindWeight[kind] ?? 0) * (this.kinds[at * this.kindCount + kind] ?? 0)
    return sum
  }
}

/** Line by line, for only the beginning of a long text is read at once. */
const readLines = (text: string, language: Language): readonly SearchWord[] =>
  text.split('\n').flatMap((line) => readSearchWords(line, language))

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
