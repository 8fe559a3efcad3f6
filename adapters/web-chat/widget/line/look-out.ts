// Looks out for cries for help among what must wait: what to do now comes at once, whatever stands before it in the queue.
import type { Outgoing, ReceivedActivity } from './activity'
import type { Advised, Answer } from './direct-line'

const retryMs = 15_000

export interface LookOutEvents {
  /** Asks whether it is a cry for help, and nothing more: it keeps its place in the queue. */
  readonly look: (outgoing: Outgoing) => Promise<Answer<Advised>>
  /** A cry for help that must wait, but is answered: once, however often it is sent. */
  readonly advised: (advice: ReceivedActivity) => void
}

export function createLookOut(queue: () => readonly Outgoing[], { look, advised }: LookOutEvents) {
  /** Ids of what has been looked at, or is just now. */
  const seen = new Set<string>()

  async function lookAt(outgoing: Outgoing): Promise<void> {
    seen.add(outgoing.id)
    const answer = await look(outgoing)
    if (answer.kind !== 'ok') {
      seen.delete(outgoing.id)
      setTimeout(lookAhead, retryMs)
    } else if (answer.value.advice) advised(answer.value.advice)
  }
  const lookAhead = (): void => queue().forEach((each) => void (seen.has(each.id) || lookAt(each)))
  return {
    lookAhead,
    /** A refusal brought it. */
    hear({ id }: Outgoing, advice: ReceivedActivity | undefined): void {
      if (!advice || seen.has(id)) return
      seen.add(id)
      advised(advice)
    },
  }
}
