// What one asked word is in each of some texts; only the texts that have it are gone through, and cleared.

export class FoundWord {
  /** How often it stands there. */
  readonly counts: Float32Array
  /** How like the likest word there is, 0 to 1. */
  readonly likeness: Float32Array
  private readonly met: Uint32Array
  private metCount = 0

  /** @param size how many texts there are */
  constructor(size: number) {
    this.counts = new Float32Array(size)
    this.likeness = new Float32Array(size)
    this.met = new Uint32Array(size)
  }

  note(text: number, count: number, likeness: number): void {
    const before = this.likeness[text] ?? 0
    if (before === 0) {
      this.met[this.metCount] = text
      this.metCount += 1
    }
    if (likeness > before) this.likeness[text] = likeness
    this.counts[text] = (this.counts[text] ?? 0) + count
  }

  /** The texts that have it; valid until it is cleared. */
  get texts(): Uint32Array {
    return this.met.subarray(0, this.metCount)
  }

  clear(): void {
    for (let at = 0; at < this.metCount; at += 1) {
      const text = this.met[at] ?? 0
      this.counts[text] = 0
      this.likeness[text] = 0
    }
    this.metCount = 0
  }
}
