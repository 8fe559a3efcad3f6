// Which texts have a term, and a number for each: numbers side by side, so that a common term costs next to nothing.
import type { FoundWord } from './found-word'

/** The different terms of a text, and a number for each: how often it stands there, or how much it says. */
export interface TermRow {
  readonly terms: Uint32Array
  readonly numbers: Float32Array
}

/** Counts the terms of one text after another, in one scratch array for them all. */
export class TermCounter {
  private readonly counts: Uint32Array
  private readonly met: Uint32Array

  /** @param termCount terms are the numbers below it */
  constructor(termCount: number) {
    this.counts = new Uint32Array(termCount)
    this.met = new Uint32Array(termCount)
  }

  /** How often each term stands in some texts taken together. */
  count(texts: readonly (readonly number[])[]): TermRow {
    const { counts, met } = this
    let metCount = 0
    for (const text of texts)
      for (const term of text) {
        const before = counts[term] ?? 0
        if (before === 0) {
          met[metCount] = term
          metCount += 1
        }
        counts[term] = before + 1
      }
    const terms = met.slice(0, metCount)
    const numbers = new Float32Array(metCount)
    for (let at = 0; at < metCount; at += 1) {
      const term = terms[at] ?? 0
      numbers[at] = counts[term] ?? 0
      counts[term] = 0
    }
    return { terms, numbers }
  }
}

export class Postings {
  private constructor(
    /** Term → where its texts begin; one more at the end. */
    private readonly starts: Uint32Array,
    private readonly texts: Uint32Array,
    private readonly numbers: Float32Array,
  ) {}

  /** @param termCount terms are the numbers below it */
  static of(rows: readonly TermRow[], termCount: number): Postings {
    const starts = new Uint32Array(termCount + 1)
    for (const { terms } of rows)
      for (let at = 0; at < terms.length; at += 1) {
        const after = (terms[at] ?? 0) + 1
        starts[after] = (starts[after] ?? 0) + 1
      }
    for (let term = 0; term < termCount; term += 1)
      starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0)
    const next = starts.slice()
    const texts = new Uint32Array(starts[termCount] ?? 0)
    const numbers = new Float32Array(texts.length)
    let text = 0
    for (const row of rows) {
      for (let at = 0; at < row.terms.length; at += 1) {
        const term = row.terms[at] ?? 0
        const place = next[term] ?? 0
        next[term] = place + 1
        texts[place] = text
        numbers[place] = row.numbers[at] ?? 0
      }
      text += 1
    }
    return new Postings(starts, texts, numbers)
  }

  /** In how many texts the term stands. */
  countOf(term: number): number {
    return (this.starts[term + 1] ?? 0) - (this.starts[term] ?? 0)
  }

  /** Adds `factor` times the term's number to the score of each text that has it. */
  add(term: number, factor: number, scores: Float32Array): void {
    const end = this.starts[term + 1] ?? 0
    for (let at = this.starts[term] ?? 0; at < end; at += 1) {
      const text = this.texts[at] ?? 0
      scores[text] = (scores[text] ?? 0) + factor * (this.numbers[at] ?? 0)
    }
  }

  /** Notes each text that has the term; its numbers are counts. */
  note(term: number, likeness: number, found: FoundWord): void {
    const end = this.starts[term + 1] ?? 0
    for (let at = this.starts[term] ?? 0; at < end; at += 1)
      found.note(this.texts[at] ?? 0, this.numbers[at] ?? 0, likeness)
  }
}
