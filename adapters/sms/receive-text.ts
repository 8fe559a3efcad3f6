// A text on its way in: from a phone that we answer, durably kept, and answered within the gateway's patience.
import { toMessageId, type ConversationId, type MessageId } from '../../bot/contracts/talk/ids'
import { whenFirstAsked } from '../../bot/contracts/basics/when-first-asked'
import type { InboundMessage, MessageContent } from '../../bot/contracts/talk/message'
import { replyEntryId } from '../../bot/contracts/sms/text-message'
import { fetchMedia } from './fetch-media'
import type { InboundSms, SmsGateway } from './gateway'
import { isOfCountry, numbersOf, type Numbers } from './phone-number'
import type { SmsAdapter } from './sms-adapter'
import type { SilentReason, SmsOptions } from './sms-options'

/** Gateways wait longer (Twilio 15 s); a reply that is later goes out by itself. */
const defaultReplyDeadlineMs = 5_000
/** Twilio joins parts up to this; longer texts are nobody's. */
const longestText = 1_600

export interface ReceivedText {
  readonly reply?: string
  /** The messages that are answered with it. */
  readonly answered: readonly InboundMessage[]
}
export type ReceiveText = (gateway: SmsGateway, sms: InboundSms) => Promise<ReceivedText>

const nothing: ReceivedText = { answered: [] }

/** Rejects when the text could not be kept: the gateway is to send it again. */
export function createReceiveText(options: SmsOptions): ReceiveText {
  const adapter = openAdapter(options)
  const silence = (gateway: SmsGateway, why: SilentReason): ReceivedText => {
    options.silent?.(gateway.name, why)
    options.logger.info({ gateway: gateway.name, why }, 'a text was met with silence')
    return nothing
  }
  return async (gateway, sms) => {
    const numbers = numbersOf(sms)
    if (numbers === undefined) return silence(gateway, 'no-phone')
    if (!isOfCountry(numbers.theirs, options.countries)) return silence(gateway, 'country')
    const kept = await options.inOrder(`${numbers.ours} ${numbers.theirs}`, async () => {
      if ((await gateway.confirm?.(sms)) === 'no') return undefined
      await options.heard?.(gateway.name, numbers.ours)
      return keep(options, gateway, sms, numbers)
    })
    if (kept === undefined) return silence(gateway, 'not-ours')
    const isApart = gateway.repliesApart?.(sms) === true
    const said = await answerInTime(options, await adapter(), kept, isApart)
    if (said === 'over-budget') {
      // Tomorrow nobody remembers what they asked today.
      for (const { conversationId, id } of kept)
        await options.store.finishOutbox(replyEntryId(conversationId, id))
      return silence(gateway, 'budget')
    }
    return said === 'nothing' ? nothing : { ...said, answered: kept }
  }
}

/** Bot Framework takes a quarter of a second to load: the first text waits for it, and no start. */
const openAdapter = ({ run }: SmsOptions): (() => Promise<SmsAdapter>) =>
  whenFirstAsked(async () => new (await import('./sms-adapter.js')).SmsAdapter(run))

/** The messages that a text is: its words, and its pictures after them. All kept when this resolves. */
async function keep(
  options: SmsOptions,
  gateway: SmsGateway,
  sms: InboundSms,
  { theirs, ours }: Numbers,
): Promise<readonly InboundMessage[]> {
  const conversationId = await options.nameConversation(ours, theirs)
  const toMessage = (id: string, content: MessageContent): InboundMessage => ({
    id: toMessageId(id),
    conversationId,
    channel: 'sms',
    receivedAt: options.clock.now().toISOString(),
    from: theirs,
    to: ours,
    content,
    ...(sms.heard && { gatewayHeard: sms.heard }),
  })
  const id = `${gateway.name}/${sms.id}`
  const words = cleanText(sms.text)
  const messages: InboundMessage[] = []
  if (words !== '' || sms.media.length === 0) {
    const message = toMessage(id, { kind: 'text', text: words })
    await options.bot.receive(message)
    messages.push(message)
  }
  if (sms.media.length > 0) {
    const files = await fetchMedia(gateway, options.shelf, conversationId, sms.media)
    const message = toMessage(`${id}/media`, { kind: 'upload', files })
    const { kind: kept } = await options.bot.receive(message)
    // What counts is what came with it the first time.
    if (kept === 'repeated') await options.shelf.discard(conversationId, files)
    messages.push(message)
  }
  return messages
}

/** Marks that no phone writes and that a screen would obey; length as a phone may send it. */
const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .slice(0, longestText)
    .trim()

type Said = { readonly reply: string } | 'nothing' | 'over-budget'

/**
 * The reply to all of them as one text. Nothing also when it takes too long: then the outbox sends it. A repeat gets the same
 * bytes, unless the outbox was first.
 */
async function answerInTime(
  options: SmsOptions,
  adapter: SmsAdapter,
  messages: readonly InboundMessage[],
  isApart: boolean,
): Promise<Said> {
  let timer: NodeJS.Timeout | undefined
  let isLate = false
  const late = new Promise<'late'>((resolve) => {
    const end = () => {
      isLate = true
      resolve('late')
    }
    timer = setTimeout(end, options.replyDeadlineMs ?? defaultReplyDeadlineMs)
  })
  const answered = answerAll(options, adapter, messages, () => isApart || isLate)
  // After the deadline nobody listens, and the turn is done again by whoever looks for waiting messages.
  answered.catch((error: unknown) => {
    options.logger.error({ err: error }, 'a text was kept and not answered yet')
  })
  try {
    const first = await Promise.race([answered, late])
    return first === 'late' ? 'nothing' : first
  } finally {
    clearTimeout(timer)
  }
}

async function answerAll(
  { store, budget }: SmsOptions,
  adapter: SmsAdapter,
  messages: readonly InboundMessage[],
  /** What the outbox sends, it pays for. */
  isForOutbox: () => boolean,
): Promise<Said> {
  for (const message of messages) await adapter.process(message)
  const texts: string[] = []
  let isUrgent = false
  for (const { conversationId, id } of messages) {
    const turn = await store.turnOf(conversationId, id)
    isUrgent ||= turn?.replies.some(({ urgent }) => urgent) === true
    const text = turn?.replies.map((reply) => reply.text).join('\n\n') ?? ''
    if (text !== '' && !(await wentByOutbox(store, conversationId, id))) texts.push(text)
  }
  const reply = texts.join('\n\n')
  const [first] = messages
  if (first === undefined || reply === '' || isForOutbox()) return 'nothing'
  const textId = replyEntryId(first.conversationId, first.id)
  if (isUrgent) budget.spendAnyway(textId, reply)
  else if (!budget.spend(textId, reply)) return 'over-budget'
  return { reply }
}

const wentByOutbox = async (
  store: SmsOptions['store'],
  conversationId: ConversationId,
  id: MessageId,
): Promise<boolean> => (await store.record('sent-text', replyEntryId(conversationId, id))) !== undefined
