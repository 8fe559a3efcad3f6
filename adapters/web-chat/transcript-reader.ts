// Reads a conversation for one client, from where that client is: the next lines as activities, none twice, none missing.
import type { MessageId } from '../../bot/contracts/talk/ids'
import type { TranscriptLine } from '../../bot/contracts/store/store'
import type { Access } from './tokens'
import { toActivity, type ClientActivity } from './to-activity'
import type { WebChatOptions } from './web-chat-options'

/** Lines in one frame or answer. */
const linesPerBatch = 50
/** Messages whose place a reader remembers; an answer follows its message closely. */
const rememberedMessages = 100

/** What goes over the wire: some activities, and the place in the conversation behind the last of them. */
export interface ActivitySet {
  readonly activities: readonly ClientActivity[]
  /** A sequence, as text. */
  readonly watermark: string
}

export interface NumberedActivity {
  readonly sequence: number
  readonly activity: ClientActivity
}

export interface TranscriptReader {
  /** Sequence of the last line that was read. */
  readonly position: () => number
  /** The next activities, or undefined at the end. Hidden lines move the position and may leave nothing to show. */
  next(): Promise<readonly NumberedActivity[] | undefined>
}

type ReaderParts = Pick<WebChatOptions, 'store' | 'renderReply' | 'city'>

/** @param after the watermark; reading begins with the line behind it. One call of `next` at a time. */
export function createTranscriptReader(
  { store, renderReply, city }: ReaderParts,
  { conversationId, user }: Access,
  after: number,
): TranscriptReader {
  let position = after
  let looksBack = after > 0
  const sequences = new Map<MessageId, number>()

  function remember(lines: readonly TranscriptLine[]): void {
    for (const line of lines) {
      // What is shown to nobody nothing may refer to.
      if (line.author === 'resident' && !['arrival', 'house'].includes(line.message.content.kind))
        sequences.set(line.message.id, line.sequence)
    }
    for (const id of sequences.keys()) {
      if (sequences.size <= rememberedMessages) break
      sequences.delete(id)
    }
  }

  /** A client that comes between a message and its answer needs to know where the message stands. */
  async function lookBack(lines: readonly TranscriptLine[]): Promise<void> {
    const isKnown = (line: TranscriptLine) => line.author !== 'bot' || sequences.has(line.answers)
    if (!looksBack || lines.every(isKnown)) return
    looksBack = false
    const from = Math.max(0, after - rememberedMessages)
    const before = await store.linesAfter(conversationId, from, after - from)
    const known = [...sequences]
    remember(before)
    for (const [id, sequence] of known) sequences.set(id, sequence)
  }

  return {
    position: () => position,
    async next() {
      const lines = await store.linesAfter(conversationId, position, linesPerBatch)
      const last = lines.at(-1)
      if (last === undefined) return undefined
      remember(lines)
      await lookBack(lines)
      position = last.sequence
      const viewer = {
        conversationId,
        user,
        cityName: city().name,
        renderReply,
        language: lines.findLast((line) => line.author === 'bot')?.reply.language,
        sequenceOfMessage: (id: MessageId) => sequences.get(id),
      }
      return lines.flatMap((line) => {
        const activity = toActivity(line, viewer)
        return activity === undefined ? [] : [{ sequence: line.sequence, activity }]
      })
    },
  }
}
