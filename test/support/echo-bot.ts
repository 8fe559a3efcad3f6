// A small bot over a real store: says back what it hears. For tests of channels, which must not depend on what a city says.
import type { Activity } from 'botframework-schema'
import type { TurnContext } from 'botbuilder-core'
import { inboundMessageKey, type Bot } from '../../bot/contracts/bot'
import { toReplyId, type ConversationId, type MessageId } from '../../bot/contracts/talk/ids'
import type { InboundMessage } from '../../bot/contracts/talk/message'
import type { Reply } from '../../bot/contracts/talk/reply'
import type { Store, StoredTurn } from '../../bot/contracts/store/store'

const source = {
  articleId: 'oppettider',
  title: 'Öppettider',
  url: 'https://example.se/oppettider',
  owner: 'Kundtjänst',
  reviewed: '2026-10-01',
}

function wordsFor({ content }: InboundMessage): string {
  if (content.kind === 'text') return `Du skrev: ${content.text}`
  if (content.kind === 'choice') return `Du valde: ${content.choice.name}=${content.choice.value}`
  if (content.kind === 'feedback') return `Tack för ${content.helpful ? 'tummen upp' : 'tummen ner'}`
  return content.kind === 'language' ? `Language: ${content.language}` : 'Hej!'
}

/** A text with "källa" gets an answer with a source that may be judged, one with "två" gets two replies. */
function repliesTo(message: InboundMessage): readonly Reply[] {
  const text = wordsFor(message)
  const isAnswer = text.includes('källa')
  const reply = (n: number): Reply => ({
    id: toReplyId(message.id, n),
    text: n === 1 ? text : `${text} (${n})`,
    language: message.language ?? 'sv',
    suggestions: [{ label: 'Sophämtning', choice: { name: 'start', value: 'bulky-waste' } }],
    sources: isAnswer ? [source] : [],
    asksFeedback: isAnswer,
  })
  return text.includes('två') ? [reply(1), reply(2)] : [reply(1)]
}

export const renderEcho = (reply: Reply): Partial<Activity> => ({
  type: 'message',
  text: reply.text,
  textFormat: 'markdown',
  locale: reply.language,
  channelData: { dygnet: { replyId: reply.id, asksFeedback: reply.asksFeedback } },
})

export interface EchoBot extends Pick<Bot, 'receive'> {
  answer(conversationId: ConversationId, messageId: MessageId): Promise<StoredTurn | undefined>
  /** The Bot Framework side, for an adapter's `run`. */
  readonly run: (context: TurnContext) => Promise<void>
  /** What `run` was given, newest last. */
  readonly activities: readonly Activity[]
}

/** @param store any store of the house. Turns of one conversation run one after another, each committed once. */
export function createEchoBot(store: Store, now: () => Date): EchoBot {
  const tails = new Map<ConversationId, Promise<unknown>>()
  const activities: Activity[] = []

  async function answerNext(conversationId: ConversationId): Promise<boolean> {
    const waiting = await store.nextWaiting(conversationId)
    if (waiting === undefined) return false
    const { version } = await store.load(conversationId)
    await store.commit({
      conversationId,
      messageId: waiting.message.id,
      expectedVersion: version,
      state: '{}',
      replies: repliesTo(waiting.message),
      outcome: 'answered-article',
      outbox: [],
      records: [],
      at: now().toISOString(),
    })
    return true
  }

  function answer(conversationId: ConversationId, messageId: MessageId): Promise<StoredTurn | undefined> {
    const before = tails.get(conversationId) ?? Promise.resolve()
    const turn = before.then(async () => {
      while (await answerNext(conversationId));
      return store.turnOf(conversationId, messageId)
    })
    tails.set(
      conversationId,
      turn.catch(() => undefined),
    )
    return turn
  }

  return {
    activities,
    receive: (message) => store.accept(message),
    answer,
    async run(context) {
      activities.push({ ...context.activity })
      const message = context.turnState.get<InboundMessage>(inboundMessageKey)
      const turn = await answer(message.conversationId, message.id)
      await context.sendActivities((turn?.replies ?? []).map(renderEcho))
    },
  }
}
