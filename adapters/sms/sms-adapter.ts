// Bot Framework's side of the SMS door: a kept text becomes an Activity and is run as a turn.
// Nothing is delivered from here: the core commits the reply, and the door answers the gateway with what was committed.
import { BotAdapter, TurnContext } from 'botbuilder-core'
import type { Activity, ResourceResponse } from 'botframework-schema'
import { inboundMessageKey } from '../../bot/contracts/bot'
import { sourceLanguage } from '../../bot/contracts/talk/language'
import type { InboundMessage } from '../../bot/contracts/talk/message'

export type RunTurn = (context: TurnContext) => Promise<void>

export class SmsAdapter extends BotAdapter {
  constructor(private readonly run: RunTurn) {
    super()
  }

  /** Runs the turn of a message that is durably kept. Rejects when the turn does. */
  async process(message: InboundMessage): Promise<void> {
    const context = new TurnContext(this, toActivity(message))
    context.turnState.set(inboundMessageKey, message)
    await this.runMiddleware(context, this.run)
  }

  override sendActivities(
    _context: TurnContext,
    activities: readonly Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    return Promise.resolve(activities.map((_activity, index) => ({ id: String(index) })))
  }

  /** @throws Error always: what has been sent to a phone stays there. */
  override updateActivity(): Promise<never> {
    return Promise.reject(new Error('A text that has been sent cannot be changed.'))
  }

  /** @throws Error always: what has been sent to a phone stays there. */
  override deleteActivity(): Promise<never> {
    return Promise.reject(new Error('A text that has been sent cannot be taken back.'))
  }

  /** @throws Error always: what the house says by itself goes through the outbox. */
  override continueConversation(): Promise<never> {
    return Promise.reject(new Error('What is said without being asked goes through the outbox.'))
  }
}

const toActivity = ({ id, conversationId, receivedAt, content }: InboundMessage): Activity =>
  ({
    type: 'message',
    id,
    ...(content.kind === 'text' && { text: content.text }),
    timestamp: new Date(receivedAt),
    channelId: 'sms',
    serviceUrl: 'urn:dygnet:sms',
    conversation: { id: conversationId },
    from: { id: conversationId, name: '', role: 'user' },
    recipient: { id: 'dygnet', name: '', role: 'bot' },
    locale: sourceLanguage,
    channelData: {},
  }) as unknown as Activity
