// A department's people and the talks that wait for them. All they do is a turn of the conversation: its order and its one
// commit decide who is first, on however many nodes.
import { randomUUID } from 'node:crypto'
import type { Bot } from '../contracts/bot'
import type { City } from '../contracts/city'
import type { Clock } from '../contracts/clock'
import type { FileShelf } from '../contracts/file-shelf'
import type { HandOffAnswer, HandOffDesk, TalkLine, WaitingTalk } from '../contracts/hand-off-desk'
import { toConversationId, toMessageId, type ConversationId } from '../contracts/ids'
import type { HouseNews } from '../contracts/message'
import type { Store, TranscriptLine } from '../contracts/store'
import { spendCode } from '../resume/code-store'
import { mayTryCode } from '../resume/may-try-code'
import { openTalks, readTalk, type HandOffTalk } from './hand-off-record'
import { actsFor, mayActFor } from './whose-desk'

export interface HandOffDeskParts {
  readonly store: Pick<Store, 'record' | 'recordsUnder' | 'linesAfter' | 'turnOf' | 'keepOnce' | 'spendOnce'>
  /** Numbers of the cases that a conversation may see. */
  readonly casesSeenBy: (conversationId: ConversationId) => Promise<readonly string[]>
  readonly city: () => Pick<City, 'departments'>
  readonly bot: Pick<Bot, 'receive' | 'answer'>
  readonly callBackDone: HandOffDesk['callBackDone']
  readonly shelf: Pick<FileShelf, 'read'>
  readonly clock: Clock
}

const mostLines = 200

export function createHandOffDesk(parts: HandOffDeskParts): HandOffDesk {
  const { store, city } = parts
  const find = async (department: string, id: string): Promise<HandOffTalk | undefined> => {
    const talk = readTalk(await store.record('hand-off', id))
    return talk !== undefined && mayActFor(city().departments, department, talk.department) ? talk : undefined
  }
  return {
    list: async (department) =>
      (await openTalks(store, actsFor(city().departments, department))).flatMap(shown),
    read: async (department, id, after) => {
      const talk = await find(department, id)
      const waiting = talk === undefined ? [] : shown(talk)
      return talk === undefined || waiting[0] === undefined
        ? undefined
        : { ...waiting[0], lines: (await linesOf(talk, after, store)).slice(-mostLines) }
    },
    claim: async (department, id, { name: agent, id: agentId }) => {
      const talk = await find(department, id)
      if (talk === undefined) return 'unknown'
      if (talk.state === 'waiting')
        await act(talk, { deed: 'claim', agent, agentId }, `claim/${agentId}`, parts)
      const now = await find(department, id)
      return now?.state === 'on' && now.agentId === agentId ? 'done' : 'not-yours'
    },
    reply: async (department, id, { name: agent, id: agentId }, message, text) =>
      deed(await find(department, id), { deed: 'reply', agent, agentId, text }, `reply/${message}`, parts),
    end: async (department, id, { name: agent, id: agentId }) =>
      deed(await find(department, id), { deed: 'end', agent, agentId }, `end/${agentId}`, parts),
    file: async (department, id, file) => {
      const talk = await find(department, id)
      if (talk === undefined || talk.state === 'ended') return undefined
      const sent = (await linesOf(talk, 0, store)).flatMap(({ files = [] }) => files)
      const found = sent.find((one) => one.file === file)
      const content = found && (await parts.shelf.read(toConversationId(talk.conversation), found))
      return found && content && { kind: found.kind, content }
    },
    callBackDone: parts.callBackDone,
    readByCode: async (department, code, agent) => {
      if ((await mayTryCode(store, { kind: 'desk', department, agent })).kind === 'no') return 'too-many'
      const from = await spendCode(store, code, { by: randomUUID(), now: parts.clock.now() })
      if (from === undefined) return 'unknown'
      const lines = await store.linesAfter(from.conversationId, 0, 10_000)
      return {
        lines: lines.flatMap((line) => toLine(line, {})).slice(-mostLines),
        cases: await parts.casesSeenBy(from.conversationId),
      }
    },
  }
}

type Deed = Omit<Extract<HouseNews, { kind: 'person' }>, 'kind' | 'handOff'>

async function deed(
  talk: HandOffTalk | undefined,
  doing: Deed,
  name: string,
  parts: HandOffDeskParts,
): Promise<HandOffAnswer> {
  if (talk === undefined) return 'unknown'
  // One that was said before is answered as it was then, also when the talk is over.
  const isNew =
    (await parts.store.turnOf(toConversationId(talk.conversation), idOf(talk, name))) === undefined
  if (isNew && (talk.state !== 'on' || talk.agentId !== doing.agentId)) return 'not-yours'
  return act(talk, doing, name, parts)
}

const idOf = ({ id }: HandOffTalk, name: string) => toMessageId(`house/person/${id}/${name}`)

export type ActParts = Pick<HandOffDeskParts, 'bot' | 'clock'> & {
  readonly store: Pick<HandOffDeskParts['store'], 'linesAfter'>
}

/** `done` when the resident was told: the turn found the talk in these hands. */
export async function act(
  talk: HandOffTalk,
  doing: Deed,
  name: string,
  { bot, clock, store }: ActParts,
): Promise<HandOffAnswer> {
  const id = idOf(talk, name)
  const conversationId = toConversationId(talk.conversation)
  const { kind, sequence } = await bot.receive({
    ...{ id, conversationId, channel: talk.channel, receivedAt: clock.now().toISOString() },
    content: { kind: 'house', news: { kind: 'person', handOff: talk.id, ...doing } },
  })
  // Which of two was first is decided where they are kept, also when they come at once.
  if (kind === 'repeated' && !isSame(doing, (await store.linesAfter(conversationId, sequence - 1, 1))[0]))
    return 'taken'
  const { replies } = await bot.answer(conversationId, id)
  return replies.length > 0 ? 'done' : 'not-yours'
}

function isSame({ agent, agentId = agent, text }: Deed, kept: TranscriptLine | undefined): boolean {
  const content = kept?.author === 'resident' ? kept.message.content : undefined
  const news = content?.kind === 'house' && content.news.kind === 'person' ? content.news : undefined
  return news !== undefined && (news.agentId ?? news.agent) === agentId && news.text === text
}

const shown = ({ id, state, agent, channel, language, at }: HandOffTalk): readonly WaitingTalk[] =>
  state === 'ended' ? [] : [{ id, state, agent, channel, language, since: at }]

async function linesOf(
  { conversation, begunBy, withSummary, given }: HandOffTalk,
  after: number,
  store: HandOffDeskParts['store'],
): Promise<readonly TalkLine[]> {
  const all = await store.linesAfter(toConversationId(conversation), 0, 10_000)
  const begun =
    all.find((line) => line.author === 'resident' && line.message.id === begunBy)?.sequence ?? Infinity
  return all
    .filter(({ sequence }) => sequence > after && (withSummary || sequence >= begun))
    .flatMap((line) => toLine(line, given))
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
