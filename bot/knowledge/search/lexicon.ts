// The words of the content, and which of them a resident's word may mean.
import type { SearchWord } from './search-word'
import { splitCompound, type KnownWords } from './split-compound'

export interface AlikeWord {
  /** Which word of the lexicon. */
  readonly id: number
  /** 1 for the same word, less for one that is only like it. */
  readonly likeness: number
}

/** How much a word counts that is found in another shape; decision 19 says on what they were tried. */
const likenessOf = { stem: 1, synonym: 0.8, piece: 0.5, letters: 0.8 } as const
/** Words that share fewer of their runs of three letters are different words (Dice's coefficient). */
const leastShared = 0.65
/** Residents' words repeat; beyond this many the memory is begun anew. */
const mostRemembered = 5000

export type SynonymsOf = (stem: string) => readonly string[]

const trigramsOf = (word: string): ReadonlySet<string> => {
  const framed = ` ${word} `
  return new Set(Array.from({ length: framed.length - 2 }, (_, at) => framed.slice(at, at + 3)))
}

function push(map: Map<string, number[]>, key: string, id: number): void {
  const ids = map.get(key)
  if (ids === undefined) map.set(key, [id])
  else ids.push(id)
}

const toAlike = (best: ReadonlyMap<number, number>): readonly AlikeWord[] =>
  [...best].map(([id, likeness]) => ({ id, likeness }))

export class Lexicon implements KnownWords {
  private readonly ids = new Map<string, number>()
  private readonly words: SearchWord[] = []
  private readonly byStem = new Map<string, number[]>()
  private readonly byPiece = new Map<string, number[]>()
  private readonly byTrigram = new Map<string, number[]>()
  private readonly trigramCounts: number[] = []
  /** Scratch of one entry a word, all zero between two searches. */
  private counts: Uint16Array | undefined
  private readonly remembered = new Map<string, readonly AlikeWord[]>()

  /** @param words may repeat; the id of a word is its place among the different ones. */
  constructor(
    words: Iterable<SearchWord>,
    private readonly synonymsOf: SynonymsOf,
  ) {
    for (const word of words) this.learn(word)
    for (const [id, word] of this.words.entries())
      for (const piece of new Set(splitCompound(word, this))) push(this.byPiece, piece, id)
  }

  private learn(word: SearchWord): void {
    if (this.ids.has(word.folded)) return
    const id = this.words.length
    this.ids.set(word.folded, id)
    this.words.push(word)
    const trigrams = trigramsOf(word.folded)
    this.trigramCounts.push(trigrams.size)
    // `vad` shares its stem with `väder`, and means nothing of the kind: a stop word is found as it is written.
    if (word.isStopWord) return
    push(this.byStem, word.stem, id)
    for (const trigram of trigrams) push(this.byTrigram, trigram, id)
  }

  get size(): number {
    return this.words.length
  }

  /** The words without their dots and rings, by their ids. */
  get folded(): readonly string[] {
    return this.words.map(({ folded }) => folded)
  }

  /** The id of a word that was learnt, or -1. */
  idOf(folded: string): number {
    return this.ids.get(folded) ?? -1
  }

  stemOf(folded: string): string | undefined {
    return this.words[this.idOf(folded)]?.stem
  }

  hasStem(stem: string): boolean {
    return this.byStem.has(stem)
  }

  /** A word that no text has, and that staff have said the meaning of: what it is made of or looks like says less. */
  isExplained({ stem }: SearchWord): boolean {
    return !this.hasStem(stem) && this.synonymsOf(stem).length > 0
  }

  /** The words that a resident's word may mean, in no particular order; `also`: stems that stand for it in this question. */
  alike(word: SearchWord, also: readonly string[] = []): readonly AlikeWord[] {
    if (also.length > 0) return this.findAlike(word, also)
    const known = this.remembered.get(word.folded)
    if (known !== undefined) return known
    if (this.remembered.size >= mostRemembered) this.remembered.clear()
    const found = this.findAlike(word, [])
    this.remembered.set(word.folded, found)
    return found
  }

  private findAlike(word: SearchWord, also: readonly string[]): readonly AlikeWord[] {
    const best = new Map<number, number>()
    const note = (ids: readonly number[], likeness: number): void => {
      for (const id of ids) best.set(id, Math.max(best.get(id) ?? 0, likeness))
    }
    const noteStem = (stem: string, likeness: number): void => {
      note(this.byStem.get(stem) ?? [], likeness)
      note(this.byPiece.get(stem) ?? [], likeness * likenessOf.piece)
    }
    const id = this.idOf(word.folded)
    if (id >= 0) note([id], 1)
    noteStem(word.stem, likenessOf.stem)
    for (const stem of [...this.synonymsOf(word.stem), ...also]) noteStem(stem, likenessOf.synonym)
    if (this.isExplained(word)) return toAlike(best)
    for (const piece of splitCompound(word, this)) {
      noteStem(piece, likenessOf.piece)
      for (const stem of this.synonymsOf(piece)) noteStem(stem, likenessOf.piece * likenessOf.synonym)
    }
    for (const [other, shared] of this.shareLetters(word.folded)) note([other], likenessOf.letters * shared)
    return toAlike(best)
  }

  private shareLetters(folded: string): readonly (readonly [id: number, shared: number])[] {
    const trigrams = trigramsOf(folded)
    const met: number[] = []
    this.counts ??= new Uint16Array(this.words.length)
    const { counts } = this
    for (const trigram of trigrams)
      for (const id of this.byTrigram.get(trigram) ?? []) {
        const count = counts[id] ?? 0
        if (count === 0) met.push(id)
        counts[id] = count + 1
      }
    return met.flatMap((id) => {
      const shared = (2 * (counts[id] ?? 0)) / (trigrams.size + (this.trigramCounts[id] ?? 0))
      counts[id] = 0
      return shared >= leastShared ? [[id, shared] as const] : []
    })
  }
}
