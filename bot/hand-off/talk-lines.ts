// What a department's person sees of a talk: its newest lines, and none from before it began unless the resident said yes.
import type { TalkLine } from '../contracts/cases/hand-off-desk'
import { toConversationId, type ConversationId } from '../contracts/talk/ids'
import type { SentFile } from '../contracts/talk/sent-file'
import type { Store, TranscriptLine } from '../contracts/store/store'
import type { HandOffTalk } from './hand-off-record'

const mostLines = 200
/** Some lines show nothing, such as who took the talk. */
const linesPerRead = 2 * mostLines
const rememberedTalks = 1_000

type LineStore = Pick<Store, 'linesAfter' | 'lastSequence'>

export interface TalkLines {
  newestOf(talk: HandOffTalk, after: number): Promise<readonly TalkLine[]>
  /** A file by its name, where the person may see the line that it came in. */
  fileOf(talk: HandOffTalk, name: string): Promise<SentFile | undefined>
}

export function createTalkLines(store: LineStore): TalkLines {
  /** Id of a talk → sequence of the message that it began with, which stays; a person asks every few seconds. */
  const begunAt = new Map<string, number>()

  async function firstSeen({ id, conversation, begunBy, withSummary }: HandOffTalk): Promise<number> {
    if (withSummary) return 0
    const known = begunAt.get(id) ?? (await sequenceOf(store, toConversationId(conversation), begunBy))
    // Where it cannot be found nothing is shown, for all may be from before it.
    if (known === undefined) return Infinity
    begunAt.set(id, known)
    const [oldest] = begunAt.keys()
    if (begunAt.size > rememberedTalks && oldest !== undefined) begunAt.delete(oldest)
    return known
  }

  return {
    async newestOf(talk, after) {
      const first = await firstSeen(talk)
      const lines = await newestLines(store, toConversationId(talk.conversation), Math.max(after, first - 1))
      return lines.flatMap((line) => toLine(line, talk.given)).slice(-mostLines)
    },
    async fileOf(talk, name) {
      const first = await firstSeen(talk)
      for await (const page of pagesBackwards(store, toConversationId(talk.conversation), first - 1)) {
        const files = page.flatMap((line) => toLine(line, {})).flatMap((line) => line.files ?? [])
        const found = files.find(({ file }) => file === name)
        if (found !== undefined) return found
      }
      return undefined
    },
  }
}

/** As whoever was given the code of a talk reads it. */
export const linesByCode = async (
  store: LineStore,
  conversationId: ConversationId,
): Promise<readonly TalkLine[]> =>
  (await newestLines(store, conversationId, 0)).flatMap((line) => toLine(line, {})).slice(-mostLines)

async function newestLines(
  store: LineStore,
  conversationId: ConversationId,
  after: number,
): Promise<readonly TranscriptLine[]> {
  const last = await store.lastSequence(conversationId)
  if (after >= last) return []
  return store.linesAfter(conversationId, Math.max(after, last - linesPerRead), linesPerRead)
}

async function* pagesBackwards(store: LineStore, conversationId: ConversationId, after: number) {
  let end = await store.lastSequence(conversationId)
  while (end > after) {
    const from = Math.max(after, end - linesPerRead)
    yield await store.linesAfter(conversationId, from, end - from)
    end = from
  }
}

async function sequenceOf(store: LineStore, conversationId: ConversationId, messageId: string) {
  for await (const page of pagesBackwards(store, conversationId, 0)) {
    const found = page.find((line) => line.author === 'resident' && line.message.id === messageId)
    if (found !== undefined) return found.sequence
  }
  return undefined
}

function toLine(line: TranscriptLine, given: HandOffTalk['given']): readonly TalkLine[] {
  if (line.author === 'damaged') return []
  const { sequence, at } = line
  if (line.author === 'bot') {
    const author = line.outcome === 'told-person' ? 'person' : 'bot'
    return [{ sequence, at, author, text: line.reply.text }]
  }
  const { content, id } = line.message
  if (content.kind === 'upload' && content.files.length > 0)
    return [{ sequence, at, author: 'resident', text: '', files: content.files }]
  const text =
    content.kind === 'text' ? (given[id] ?? content.text) : content.kind === 'choice' ? content.label : ''
  return text === '' ? [] : [{ sequence, at, author: 'resident', text }]
}
