// A department's people and the talks that wait for them. All they do is a turn of the conversation: its order and its one
// commit decide who is first, on however many nodes.
import { randomUUID } from 'node:crypto'
import type { Bot } from '../contracts/bot'
import type { City } from '../contracts/city/city'
import type { Clock } from '../contracts/basics/clock'
import type { FileShelf } from '../contracts/store/file-shelf'
import type { HandOffAnswer, HandOffDesk, WaitingTalk } from '../contracts/cases/hand-off-desk'
import { hasFailed, idOfAttempt } from '../contracts/house-message'
import {
  toConversationId,
  toHouseMessageId,
  type ConversationId,
  type MessageId,
} from '../contracts/talk/ids'
import type { HouseNews } from '../contracts/talk/message'
import type { Store, TranscriptLine } from '../contracts/store/store'
import { spendCode } from '../resume/code-store'
import { mayTryCode } from '../resume/may-try-code'
import { openTalks, readTalk, type HandOffTalk } from './hand-off-record'
import { createTalkLines, linesByCode } from './talk-lines'
import { actsFor, mayActFor } from './whose-desk'

export interface HandOffDeskParts {
  readonly store: Pick<
    Store,
    'record' | 'recordsUnder' | 'linesAfter' | 'lastSequence' | 'turnOf' | 'keepOnce' | 'spendOnce'
  >
  /** Numbers of the cases that a conversation may see. */
  readonly casesSeenBy: (conversationId: ConversationId) => Promise<readonly string[]>
  readonly city: () => Pick<City, 'departments'>
  readonly bot: Pick<Bot, 'receive' | 'answer'>
  readonly callBackDone: HandOffDesk['callBackDone']
  readonly shelf: Pick<FileShelf, 'read'>
  readonly clock: Clock
}

export function createHandOffDesk(parts: HandOffDeskParts): HandOffDesk {
  const { store, city } = parts
  const talkLines = createTalkLines(store)
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
        : { ...waiting[0], lines: await talkLines.newestOf(talk, after) }
    },
    claim: async (department, id, { name: agent, id: agentId }) => {
      const talk = await find(department, id)
      if (talk === undefined) return 'unknown'
      const claimed =
        talk.state === 'waiting' &&
        (await act(talk, { deed: 'claim', agent, agentId }, `claim/${agentId}`, parts))
      if (claimed === 'failed') return 'failed'
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
      const found = await talkLines.fileOf(talk, file)
      const content = found && (await parts.shelf.read(toConversationId(talk.conversation), found))
      return found && content && { kind: found.kind, content }
    },
    callBackDone: parts.callBackDone,
    readByCode: async (department, code, agent) => {
      if ((await mayTryCode(store, { kind: 'desk', department, agent })).kind === 'no') return 'too-many'
      const from = await spendCode(store, code, { by: randomUUID(), now: parts.clock.now() })
      if (from === undefined) return 'unknown'
      return {
        lines: await linesByCode(store, from.conversationId),
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
  const id = await idOf(talk, name, parts.store)
  const isNew = (await parts.store.turnOf(toConversationId(talk.conversation), id)) === undefined
  if (isNew && (talk.state !== 'on' || talk.agentId !== doing.agentId)) return 'not-yours'
  return act(talk, doing, name, parts)
}

/** Of the attempt that has not failed. */
async function idOf(
  { id, conversation }: HandOffTalk,
  name: string,
  store: Pick<Store, 'turnOf'>,
): Promise<MessageId> {
  for (let attempt = 1; ; attempt += 1) {
    const messageId = idOfAttempt(toHouseMessageId(`person/${id}/${name}`), attempt)
    const turn = await store.turnOf(toConversationId(conversation), messageId)
    if (turn === undefined || !hasFailed(turn)) return messageId
  }
}

export type ActParts = Pick<HandOffDeskParts, 'bot' | 'clock'> & {
  readonly store: Pick<HandOffDeskParts['store'], 'linesAfter' | 'turnOf'>
}

/** `done` when the resident was told: the turn found the talk in these hands. */
export async function act(
  talk: HandOffTalk,
  doing: Deed,
  name: string,
  { bot, clock, store }: ActParts,
): Promise<HandOffAnswer> {
  const id = await idOf(talk, name, store)
  const conversationId = toConversationId(talk.conversation)
  const { kind, sequence } = await bot.receive({
    id,
    conversationId,
    channel: talk.channel,
    receivedAt: clock.now().toISOString(),
    content: { kind: 'house', news: { kind: 'person', handOff: talk.id, ...doing } },
  })
  // Which of two was first is decided where they are kept, also when they come at once.
  if (kind === 'repeated' && !isSame(doing, (await store.linesAfter(conversationId, sequence - 1, 1))[0]))
    return 'taken'
  const turn = await bot.answer(conversationId, id)
  if (hasFailed(turn)) return 'failed'
  return turn.replies.length > 0 ? 'done' : 'not-yours'
}

function isSame({ agent, agentId = agent, text }: Deed, kept: TranscriptLine | undefined): boolean {
  const content = kept?.author === 'resident' ? kept.message.content : undefined
  const news = content?.kind === 'house' && content.news.kind === 'person' ? content.news : undefined
  return news !== undefined && (news.agentId ?? news.agent) === agentId && news.text === text
}

const shown = ({ id, state, agent, channel, language, at }: HandOffTalk): readonly WaitingTalk[] =>
  state === 'ended' ? [] : [{ id, state, agent, channel, language, since: at }]
