// One turn at a time for one conversation in this process; different conversations do not wait for each other.

export class ConversationQueue {
  private readonly tails = new Map<string, Promise<unknown>>()

  /** Runs `work` after everything queued before it under the same key; its rejection is the caller's alone. */
  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.tails.get(key) ?? Promise.resolve()
    const result = before.then(work, work)
    const tail = result.then(
      () => undefined,
      () => undefined,
    )
    this.tails.set(key, tail)
    void tail.then(() => {
      if (this.tails.get(key) === tail) this.tails.delete(key)
    })
    return result
  }

  /** Resolves when nothing is queued under any key. */
  async idle(): Promise<void> {
    while (this.tails.size > 0) await Promise.all(this.tails.values())
  }
}
