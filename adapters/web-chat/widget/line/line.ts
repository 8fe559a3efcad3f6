// Keeps one line to the server open: joins, listens on a socket, polls where sockets are blocked, and begins again.
import { parseFrame } from './activity'
import type { Answer, DirectLine, Joined } from './direct-line'
import { createJoin } from './join'
import type { Memory } from './memory'
import { createPause } from './pause'
import { poll, type Polling } from './poll'
import { createReader, type Receive } from './reader'
import { openStream, type Stream } from './stream'

const longestPauseMs = 30_000
const tokenLifeSeconds = 1_800
/** Failures in a row that a socket is forgiven once one has worked. */
const socketTrust = 2

export interface LineEvents {
  readonly received: Receive
  /** Messages can be sent now. */
  readonly joined: () => void
  readonly unreachable: () => void
  readonly busy: (retryAfterMs: number) => void
  /** The conversation of before cannot go on, or was erased, as in another tab; a new one follows. */
  readonly gone: (isErased: boolean) => void
  /** Whether the resident waits for an answer, which makes polls more frequent. */
  readonly isWaiting: () => boolean
}

export interface Line {
  readonly open: () => void
  readonly close: () => void
  /** Tries at once instead of at the end of a pause. */
  readonly hurry: () => void
  /** Looks whether the socket still delivers. After a silence that should not be (`mute`), polls take over. */
  readonly check: (mute: boolean) => Promise<void>
  /** Joins again, because the token, the conversation or the network is not what it was. */
  readonly renew: () => void
}

/** Renews the token at half of its life. */
function createTokenRefresh(directLine: DirectLine, refused: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = (): void => clearTimeout(timer)
  function plan(lifeSeconds = tokenLifeSeconds): void {
    stop()
    timer = setTimeout(() => void refresh(), lifeSeconds * 500)
  }
  async function refresh(): Promise<void> {
    const renewed = await directLine.refresh()
    if (renewed.kind === 'ok') plan(renewed.value.expires_in)
    else if (renewed.kind === 'expired' || renewed.kind === 'gone') refused()
    else plan(60)
  }
  return { plan, stop }
}

/** @param forget called when the remembered conversation is gone. */
function createFailureMeeting(memory: Memory, events: LineEvents, forget: () => void) {
  let failures = 0
  return {
    succeed(): void {
      failures = 0
    },
    /** @returns milliseconds to wait before the next attempt to join. */
    meet(answer: Exclude<Answer<Joined>, { kind: 'ok' }>): number {
      if ((answer.kind === 'gone' || answer.kind === 'expired') && memory.get().access) {
        memory.keep({ access: undefined })
        forget()
        events.gone(answer.kind === 'gone')
        return 0
      }
      if (answer.kind === 'busy') {
        events.busy(answer.retryAfterMs)
        return answer.retryAfterMs
      }
      events.unreachable()
      return Math.min(1_000 * 2 ** failures++, longestPauseMs) * (0.75 + Math.random() / 2)
    },
  }
}

interface Loop extends Omit<Polling, 'isOpen'> {
  readonly join: () => Promise<Answer<Joined>>
  readonly failure: ReturnType<typeof createFailureMeeting>
  readonly token: ReturnType<typeof createTokenRefresh>
  readonly joined: () => void
  /** @returns at the end of the socket: is the next one worth a try? */
  readonly listen: (streamUrl: string) => Promise<boolean>
}

async function stay(loop: Loop, joined: Joined, isOpen: () => boolean): Promise<void> {
  const { conversationId, token, streamUrl, expires_in } = joined
  loop.memory.keep({ access: { conversationId, token } })
  loop.failure.succeed()
  loop.token.plan(expires_in)
  loop.joined()
  if (streamUrl && !loop.memory.get().socketBlocked && (await loop.listen(streamUrl)))
    await loop.pause.wait(500 + Math.random() * 1_500)
  else await poll({ ...loop, isOpen })
}

async function run(loop: Loop, isOpen: () => boolean): Promise<void> {
  while (isOpen()) {
    const joined = await loop.join()
    if (!isOpen()) return
    if (joined.kind === 'ok') await stay(loop, joined.value, isOpen)
    else await loop.pause.wait(loop.failure.meet(joined))
  }
}

export function createLine(
  directLine: DirectLine,
  memory: Memory,
  language: () => string,
  events: LineEvents,
): Line {
  const reader = createReader(events.received)
  const pause = createPause()
  let stream: Stream | undefined
  /** Counts openings: a loop that was closed sees that it is not the current one, also when a new one has begun. */
  let opening = 0
  /** Sockets that may still fail before polls take over; a server that goes down for a moment deserves another try. */
  let trust = 0
  const renew = (): void => {
    stream?.hangUp(true)
    pause.cut(true)
  }
  const token = createTokenRefresh(directLine, renew)
  const loop: Loop = {
    directLine,
    memory,
    reader,
    pause,
    token,
    isWaiting: events.isWaiting,
    joined: events.joined,
    join: createJoin(directLine, memory, language, reader),
    failure: createFailureMeeting(memory, events, reader.forget),
    async listen(streamUrl) {
      stream = openStream(streamUrl, (frame) => reader.take(parseFrame(frame)))
      const worked = await stream.ended
      stream = undefined
      trust = worked ? socketTrust : trust - 1
      return trust >= 0
    },
  }
  return {
    open() {
      const mine = ++opening
      void run(loop, () => opening === mine)
    },
    close() {
      opening++
      reader.forget()
      token.stop()
      renew()
    },
    hurry: pause.cut,
    renew,
    async check(mute) {
      const asked = stream
      if (!asked) return
      const answer = await directLine.read(reader.watermark())
      if (asked !== stream) return
      const missed = answer.kind === 'ok' && reader.take(answer.value)
      if (missed || answer.kind !== 'ok') asked.hangUp(!(missed && mute))
    },
  }
}
