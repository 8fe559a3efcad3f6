// A resident's activity on its way in: verified, parsed, durably kept, answered with its id; only then is the turn run.
import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import { findReply } from '../../bot/contracts/store/find-reply'
import { toMessageId } from '../../bot/contracts/talk/ids'
import type { InboundMessage, MessageContent } from '../../bot/contracts/talk/message'
import type { Acceptance } from '../../bot/contracts/store/store'
import { sequenceOf, toActivityId } from './activity-id'
import type { BackgroundTurns } from './background-turns'
import { asBusyPost, busyPost, withAdvice } from './busy-answer'
import type { Door } from './door'
import type { GiveAdvice } from './give-advice'
import { parseActivity, textOf, type ParsedActivity } from './parse-activity'
import { Problem, sendJson } from './problem'
import { readJson } from './read-body'
import { mintedIdMark } from './to-activity'
import type { Access } from './tokens'
import type { WebChatOptions } from './web-chat-options'

const overloadRetryMs = 5_000

export interface PostParts extends Pick<WebChatOptions, 'store' | 'bot' | 'clock' | 'guessesCode'> {
  readonly giveAdvice: GiveAdvice
  readonly door: Door
  readonly turns: BackgroundTurns
}
type Handler = (request: Request, response: Response) => Promise<void>

/** Who may write now. */
export interface Writer extends Access {
  /** The key of the address they write from. */
  readonly address: string
}

/** @throws Problem when the conversation or its address sends too much, or too much goes on here. */
export async function demandRoom(
  { turns, door }: PostParts,
  request: Request,
  access: Access,
): Promise<Writer> {
  const address = await door.addressKey(request)
  if (!turns.hasRoom(address)) throw busyPost(request, overloadRetryMs)
  const allowance = await door.mayPost(access.conversationId, address)
  if (!allowance.allowed) throw busyPost(request, allowance.retryAfterMs)
  return { ...access, address }
}

export function createPostActivity(parts: PostParts): Handler {
  const { door, giveAdvice } = parts

  async function receive(request: Request): Promise<string> {
    const access = await door.admit(request).catch(whenDown)
    const body = await readJson(request)
    try {
      if (access instanceof Down) throw access.error
      return await keepBody(request, access, body)
    } catch (error) {
      // Refusing much must not cost more than taking it; beyond that the widget asks by itself.
      const { allowed } = await giveAdvice.mayAsk(request, 'refused')
      const advice = allowed ? giveAdvice.adviceFor(textOf(body)) : undefined
      throw withAdvice(asBusyPost(request, error), advice)
    }
  }

  async function keepBody(request: Request, access: Access, body: unknown): Promise<string> {
    const writer = await demandRoom(parts, request, access)
    const parsed = parseActivity(body)
    await door.demandConversation(access.conversationId)
    if (parsed.kind === 'nothing') return toActivityId(access.conversationId, 0)
    return (await keep(parts, writer, await toMessage(parts, writer, parsed))).id
  }

  return async (request, response) => sendJson(response, 200, { id: await receive(request) })
}

/** Who it is could not be found out, because the store is down; a cry for help is answered all the same. */
class Down {
  constructor(readonly error: unknown) {}
}

function whenDown(error: unknown): Down {
  if (error instanceof Problem) throw error
  return new Down(error)
}

type Meaningful = Exclude<ParsedActivity, { kind: 'nothing' }>

async function toMessage(parts: PostParts, writer: Writer, parsed: Meaningful): Promise<InboundMessage> {
  const language = parsed.kind === 'content' ? parsed.language : undefined
  const isGuess =
    parsed.kind === 'content' &&
    parsed.content.kind === 'text' &&
    parts.guessesCode?.(parsed.content.text) === true
  return {
    id: toMessageId(parsed.clientActivityId ?? `${mintedIdMark}${randomUUID()}`),
    conversationId: writer.conversationId,
    channel: 'web',
    ...(language === undefined ? {} : { language }),
    receivedAt: parts.clock.now().toISOString(),
    ...(isGuess && { sender: writer.address }),
    content:
      parsed.kind === 'content'
        ? await asJudgement(parts, writer, parsed.content)
        : await toFeedback(parts, writer, parsed),
  }
}

/** A judgement must be of a reply of this conversation; all other contents pass. */
async function asJudgement(
  { store }: PostParts,
  { conversationId }: Access,
  content: MessageContent,
): Promise<MessageContent> {
  if (content.kind === 'feedback' && (await findReply(store, conversationId, content.replyId)) === undefined)
    throw new Problem('BadArgument', 'The judged reply is none of this conversation.')
  return content
}

/** The official client names the activity it judges; the core knows replies. */
async function toFeedback(
  { store }: PostParts,
  { conversationId }: Access,
  { activityId, helpful }: Extract<ParsedActivity, { kind: 'thumb' }>,
): Promise<MessageContent> {
  const sequence = sequenceOf(activityId, conversationId)
  const [line] = sequence === undefined ? [] : await store.linesAfter(conversationId, sequence - 1, 1)
  if (line?.author !== 'bot' || line.sequence !== sequence)
    throw new Problem('BadArgument', 'The judged activity is no reply of this conversation.')
  return { kind: 'feedback', replyId: line.reply.id, helpful }
}

/** A message is kept and its turn begun. */
export async function keep(
  parts: PostParts,
  { user, address }: Writer,
  message: InboundMessage,
): Promise<{ readonly id: string; readonly kind: Acceptance['kind'] }> {
  const { bot, door, turns } = parts
  const { conversationId } = message
  const acceptance = await bot.receive(message)
  if (acceptance.sequence === 1) {
    // It was erased between our look and this message, and must not come back to life.
    await door.erase(conversationId)
    await door.demandConversation(conversationId)
  }
  const kept = await asKept(parts, message, acceptance)
  turns.start({ message: kept, sequence: acceptance.sequence, user }, address)
  return { id: toActivityId(conversationId, acceptance.sequence), kind: acceptance.kind }
}

/** A repeated id may come with other words; what counts is what was kept the first time. */
async function asKept(
  { store }: PostParts,
  message: InboundMessage,
  { kind, sequence }: Acceptance,
): Promise<InboundMessage> {
  if (kind === 'accepted') return message
  const [line] = await store.linesAfter(message.conversationId, sequence - 1, 1)
  return line?.author === 'resident' ? line.message : message
}
