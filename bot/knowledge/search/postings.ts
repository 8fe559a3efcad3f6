// Which passages have a term, and how much it says there: numbers side by side, so that a common term costs next to nothing.

export class Postings {
  private constructor(
    /** Term → where its passages begin; one more at the end. */
    private readonly starts: Uint32Array,
    private readonly passages: Uint32Array,
    private readonly impacts: Float32Array,
  ) {}

  /**
   * @param rows passage → term → how much it says there
   * @param termCount terms are the numbers below it
   */
  static of(rows: readonly ReadonlyMap<number, number>[], termCount: number): Postings {
    const starts = new Uint32Array(termCount + 1)
    for (const row of rows) for (const term of row.keys()) starts[term + 1] = (starts[term + 1] ?? 0) + 1
    for (let term = 0; term < termCount; term += 1)
      starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0)
    const next = starts.slice()
    const passages = new Uint32Array(starts[termCount] ?? 0)
    const impacts = new Float32Array(passages.length)
    for (const [passage, row] of rows.entries())
      for (const [term, impact] of row) {
        const at = next[term] ?? 0
        next[term] = at + 1
        passages[at] = passage
        impacts[at] = impact
      }
    return new Postings(starts, passages, impacts)
  }

  /** In how many passages the term stands. */
  countOf(term: number): number {
    return (this.starts[term + 1] ?? 0) - (this.starts[term] ?? 0)
  }

  /** Adds `factor` times what the term says to the score of each passage that has it. */
  add(term: number, factor: number, scores: Float32Array): void {
    const end = this.starts[term + 1] ?? 0
    for (let at = this.starts[term] ?? 0; at < end; at += 1) {
      const passage = this.passages[at] ?? 0
      scores[passage] = (scores[passage] ?? 0) + factor * (this.impacts[at] ?? 0)
    }
  }

  /** Raises to `factor` times what the term says the score of each passage that has it. */
  raise(term: number, factor: number, scores: Float32Array): void {
    const end = this.starts[term + 1] ?? 0
    for (let at = this.starts[term] ?? 0; at < end; at += 1) {
      const passage = this.passages[at] ?? 0
      scores[passage] = Math.max(scores[passage] ?? 0, factor * (this.impacts[at] ?? 0))
    }
  }

  /** Raises to `mark` the entry of each passage that has the term. */
  mark(term: number, mark: number, marks: Float32Array): void {
    const end = this.starts[term + 1] ?? 0
    for (let at = this.starts[term] ?? 0; at < end; at += 1) {
      const passage = this.passages[at] ?? 0
      marks[passage] = Math.max(marks[passage] ?? 0, mark)
    }
  }
}
