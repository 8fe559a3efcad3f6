// Pushes every new line of a conversation to one socket once and in order, however the notices about them race.
import { WebSocket } from 'ws'
import type { Logger } from '../../bot/contracts/basics/logger'
import type { ActivitySet, NumberedActivity, TranscriptReader } from './transcript-reader'

/** The store failed while there was something to push; it is asked again so much later. */
const retryMs = 1_000

export interface LinePusher {
  /** There may be something new. Cheap, and safe to call at any time and any number of times. */
  readonly wake: () => void
  readonly stop: () => void
}

/**
 * The reader holds the place, and only one run reads at a time; a notice that comes during a run makes it look once more.
 * Each batch is handed to the network before the next is read, so that a slow peer never has more than one waiting.
 *
 * Every line has a frame of its own: the official client shares out the lines of a longer frame over time, and those of
 * the next frame come in between.
 */
export function createLinePusher(socket: WebSocket, reader: TranscriptReader, logger: Logger): LinePusher {
  let isRunning = false
  let notices = 0
  let retry: NodeJS.Timeout | undefined
  const isOpen = (): boolean => socket.readyState === WebSocket.OPEN

  const send = ({ sequence, activity }: NumberedActivity): Promise<boolean> =>
    new Promise((resolve) => {
      const frame: ActivitySet = { activities: [activity], watermark: String(sequence) }
      socket.send(JSON.stringify(frame), (error) => {
        resolve(!error)
      })
    })

  /** @returns whether the network took them all. */
  const push = async (batch: readonly NumberedActivity[]): Promise<boolean> =>
    (await Promise.all(batch.map(send))).every(Boolean)

  /** All that is there now. @returns false when the network does not take it. */
  async function pushNew(): Promise<boolean> {
    for (let batch = await reader.next(); batch !== undefined && isOpen(); batch = await reader.next())
      if (!(await push(batch))) return false
    return true
  }

  /** Between the last look at the notices and the end of the run nothing may be awaited: a notice would be lost there. */
  async function run(): Promise<void> {
    isRunning = true
    try {
      for (let seen = -1; seen !== notices && isOpen();) {
        seen = notices
        if (!(await pushNew())) return
      }
    } catch (error) {
      logger.warn({ err: error }, 'a socket could not read its conversation')
      if (isOpen()) retry = setTimeout(wake, retryMs)
    } finally {
      isRunning = false
    }
  }

  function wake(): void {
    clearTimeout(retry)
    notices += 1
    if (!isRunning && isOpen()) void run()
  }

  return {
    wake,
    stop: () => {
      clearTimeout(retry)
    },
  }
}
