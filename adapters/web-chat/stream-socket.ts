// One open socket of a resident: what is pushed to it, whether its peer is still there, and how it ends.
import type { WebSocket } from 'ws'
import type { Logger } from '../../bot/contracts/basics/logger'
import { createLinePusher } from './line-pusher'
import type { ClientActivity } from './to-activity'
import type { ActivitySet, TranscriptReader } from './transcript-reader'

/** Close codes of RFC 6455, 7.4.1. */
export const closeCodes = { normal: 1000, goingAway: 1001 } as const

/** Bytes that a slow peer has not taken yet. */
const mostBuffered = 65_536

export interface StreamSocket {
  /** There may be something new to push. */
  wake(): void
  /**
   * Sends what is no line of the transcript, unless the peer is slow to take what it has been sent.
   * @param toActivity told the sequence of the last line that was read for this peer
   */
  show(toActivity: (after: number) => ClientActivity): void
  /** Asks the peer for a sign of life; cuts it off when it gave none since the last time. */
  probe(): void
  close(code: number, reason: string): void
  terminate(): void
}

export function createStreamSocket(
  socket: WebSocket,
  reader: TranscriptReader,
  logger: Logger,
): StreamSocket {
  const pusher = createLinePusher(socket, reader, logger)
  let isAlive = true

  socket.on('pong', () => (isAlive = true))
  // The official client sends empty frames as signs of life; nothing else is read from a socket either.
  socket.on('message', () => (isAlive = true))
  socket.on('close', pusher.stop)
  // A broken peer closes right after; without a listener its error would end the process.
  socket.on('error', () => undefined)

  return {
    wake: pusher.wake,
    show(toActivity) {
      const frame: Pick<ActivitySet, 'activities'> = { activities: [toActivity(reader.position())] }
      if (socket.readyState === socket.OPEN && socket.bufferedAmount < mostBuffered)
        socket.send(JSON.stringify(frame))
    },
    probe() {
      if (!isAlive) {
        socket.terminate()
        return
      }
      isAlive = false
      socket.ping()
    },
    close: (code, reason) => {
      socket.close(code, reason)
    },
    terminate: () => {
      socket.terminate()
    },
  }
}
