// A resident who writes and taps in one conversation with the shipped city's bot, one turn after another.
import { randomUUID } from 'node:crypto'
import { toConversationId, toMessageId } from '../../bot/contracts/talk/ids'
import type { Language } from '../../bot/contracts/talk/language'
import type { Channel, MessageContent } from '../../bot/contracts/talk/message'
import type { Outcome } from '../../bot/contracts/talk/outcome'
import type { Reply } from '../../bot/contracts/talk/reply'
import type { SentFile } from '../../bot/contracts/talk/sent-file'
import type { Store } from '../../bot/contracts/store/store'
import { nightClock, openTestBot, type TestBotOptions } from './test-bot'

export interface Answered {
  readonly outcome: Outcome
  /** All replies of the turn, a line break between them. */
  readonly text: string
  readonly replies: readonly Reply[]
}

export interface Resident {
  /** Opens the chat. */
  readonly arrive: () => Promise<Answered>
  /** Chooses a dialog by its id, as a button does. */
  readonly begin: (dialog: string) => Promise<Answered>
  /** Chooses a language in the page's menu. */
  readonly choose: (language: Language) => Promise<Answered>
  /** One message after the other; gives what the last one was answered. */
  readonly say: (text: string, ...more: readonly string[]) => Promise<Answered>
  /** Says that the last reply of an answer did not help, and why. */
  readonly judge: (answered: Answered, reason: string) => Promise<Answered>
  readonly send: (files: readonly SentFile[]) => Promise<Answered>
  /** Taps a button of an earlier answer by its label. */
  readonly tap: (answered: Answered, label: string) => Promise<Answered>
}

export async function residentOf(
  store: Store,
  {
    channel = 'web',
    name = 'resident',
    from,
    to,
    language,
    sender,
    ...options
  }: TestBotOptions & {
    readonly channel?: Channel
    readonly name?: string
    readonly from?: string
    /** Our number, of an SMS. */
    readonly to?: string
    /** Of the page or the phone. */
    readonly language?: Language
    /** The key of an address, as the web chat gives it. */
    readonly sender?: string
  } = {},
): Promise<Resident> {
  const bot = await openTestBot(store, { clock: nightClock, ...options })
  const conversationId = toConversationId(`${channel}:${name}`)
  const send = async (content: MessageContent): Promise<Answered> => {
    const id = toMessageId(randomUUID())
    await bot.receive({
      id,
      conversationId,
      channel,
      receivedAt: (options.clock ?? nightClock).now().toISOString(),
      content,
      ...(language === undefined ? {} : { language }),
      ...(from === undefined ? {} : { from }),
      ...(sender === undefined ? {} : { sender }),
      ...(to === undefined ? {} : { to }),
    })
    const { outcome, replies } = await bot.answer(conversationId, id)
    return { outcome, replies, text: replies.map(({ text }) => text).join('\n') }
  }
  const say = async (text: string, ...more: readonly string[]): Promise<Answered> => {
    const answered = await send({ kind: 'text', text })
    const [next, ...rest] = more
    return next === undefined ? answered : say(next, ...rest)
  }
  return {
    arrive: () => send({ kind: 'arrival' }),
    begin: (dialog) =>
      send({ kind: 'choice', choice: { name: 'topic', value: `dialog:${dialog}` }, label: dialog }),
    choose: (chosen) => send({ kind: 'language', language: chosen }),
    say,
    judge: ({ replies }, reason) =>
      send({ kind: 'feedback', replyId: replies.at(-1)?.id ?? '', helpful: false, reason }),
    send: (files) => send({ kind: 'upload', files }),
    tap: (answered, label) => {
      const all = answered.replies.flatMap((reply) => reply.suggestions)
      const tapped = all.find((suggestion) => suggestion.label === label)
      if (tapped === undefined)
        throw new Error(`no button "${label}" among ${all.map((suggestion) => suggestion.label).join(', ')}`)
      return send({ kind: 'choice', choice: tapped.choice, label })
    },
  }
}
