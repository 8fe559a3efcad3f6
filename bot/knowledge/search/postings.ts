// Which texts have a term, and how much it says there: numbers side by side, so that a common term costs next to nothing.
import type { TermRow } from './bm25'

export class Postings {
  private constructor(
    /** Term → where its texts begin; one more at the end. */
    private readonly starts: Uint32Array,
    private readonly texts: Uint32Array,
    private readonly impacts: Float32Array,
  ) {}

  /** @param termCount terms are the numbers below it */
  static of(rows: readonly TermRow[], termCount: number): Postings {
    const starts = new Uint32Array(termCount + 1)
    for (const { terms } of rows) for (const term of terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1
    for (let term = 0; term < termCount; term += 1)
      starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0)
    const next = starts.slice()
    const texts = new Uint32Array(starts[termCount] ?? 0)
    const impacts = new Float32Array(texts.length)
    for (const [text, row] of rows.entries())
      for (const [at, term] of row.terms.entries()) {
        const place = next[term] ?? 0
        next[term] = place + 1
        texts[place] = text
        impacts[place] = row.impacts[at] ?? 0
      }
    return new Postings(starts, texts, impacts)
  }

  /** In how many texts the term stands. */
  countOf(term: number): number {
    return (this.starts[term + 1] ?? 0) - (this.starts[term] ?? 0)
  }

  /** Adds `factor` times what the term says to the score of each text that has it. */
  add(term: number, factor: number, scores: Float32Array): void {
    const end = this.starts[term + 1] ?? 0
    for (let at = this.starts[term] ?? 0; at < end; at += 1) {
      const text = this.texts[at] ?? 0
      scores[text] = (scores[text] ?? 0) + factor * (this.impacts[at] ?? 0)
    }
  }

  /** For each text that has the term: raises its score to `factor` times what the term says, and its mark to `factor`. */
  raise(term: number, factor: number, scores: Float32Array, marks: Float32Array): void {
    const end = this.starts[term + 1] ?? 0
    for (let at = this.starts[term] ?? 0; at < end; at += 1) {
      const text = this.texts[at] ?? 0
      scores[text] = Math.max(scores[text] ?? 0, factor * (this.impacts[at] ?? 0))
      marks[text] = Math.max(marks[text] ?? 0, factor)
    }
  }
}
