// Answers given today, so that the question of many residents is paid for once. In memory, and under hashes alone.
import { createHash } from 'node:crypto'

const mostRemembered = 500

export class RememberedAnswers<Answer> {
  private readonly answers = new Map<string, Answer>()

  find(parts: readonly string[]): Answer | undefined {
    const key = keyOf(parts)
    const answer = this.answers.get(key)
    if (answer === undefined) return undefined
    // Asked again: the last to go.
    this.answers.delete(key)
    this.answers.set(key, answer)
    return answer
  }

  keep(parts: readonly string[], answer: Answer): void {
    this.answers.set(keyOf(parts), answer)
    const [oldest] = this.answers.keys()
    if (this.answers.size > mostRemembered && oldest !== undefined) this.answers.delete(oldest)
  }
}

const keyOf = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
