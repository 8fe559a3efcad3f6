// Reads again and again where sockets are blocked; rarer while nobody waits for an answer, and while nobody looks.
import type { DirectLine } from './direct-line'
import type { Memory } from './memory'
import type { Pause } from './pause'
import type { Reader } from './reader'

const beatMs = 2_000
const idleBeats = 3
const hiddenBeats = 8
const socketRetryMs = 300_000

export interface Polling {
  readonly directLine: DirectLine
  readonly memory: Memory
  readonly reader: Reader
  readonly pause: Pause
  readonly isWaiting: () => boolean
  readonly isOpen: () => boolean
}

/** Resolves when a read failed, when the line is closed or renewed, or when it is time to try a socket again. */
export async function poll({ directLine, memory, reader, pause, isWaiting, isOpen }: Polling): Promise<void> {
  const endsAt = Date.now() + socketRetryMs
  for (let beat = 0; Date.now() < endsAt; beat++) {
    const beats = document.hidden ? hiddenBeats : isWaiting() ? 1 : idleBeats
    if (beat % beats === 0) {
      const answer = await directLine.read(reader.watermark())
      if (answer.kind === 'busy') await pause.wait(answer.retryAfterMs)
      // What was read of a talk that is deleted by now is none of the next one's.
      else if (answer.kind !== 'ok' || !isOpen()) return
      else {
        memory.keep({ socketBlocked: true })
        reader.take(answer.value)
      }
    }
    if (await pause.wait(beatMs)) return
  }
  memory.keep({ socketBlocked: false })
}
