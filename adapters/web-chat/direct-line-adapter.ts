// Bot Framework's side of the web chat: a kept message becomes an Activity and is run as a turn.
// Nothing is delivered from here. The core commits replies to the transcript, and sockets and polls read them there;
// so a reply reaches the resident once, in order, whichever node ran the turn.
import { randomUUID } from 'node:crypto'
import { BotAdapter, TurnContext } from 'botbuilder-core'
import type { Activity, ConversationReference, ResourceResponse } from 'botframework-schema'
import { inboundMessageKey } from '../../bot/contracts/bot'
import { sourceLanguage } from '../../bot/contracts/talk/language'
import type { InboundMessage } from '../../bot/contracts/talk/message'
import { toActivityId } from './activity-id'
import { botAccount, directLineChannel, shownContent } from './to-activity'
import type { WebChatOptions } from './web-chat-options'

type Logic = (context: TurnContext) => Promise<void>

/** What a turn may send besides committed replies; none of it says anything to a resident. */
const silentTypes: ReadonlySet<string> = new Set([
  'typing',
  'trace',
  'delay',
  'invokeResponse',
  'endOfConversation',
])

export interface KeptMessage {
  readonly message: InboundMessage
  readonly sequence: number
  readonly user: string
}

export class DirectLineAdapter extends BotAdapter {
  constructor(private readonly parts: Pick<WebChatOptions, 'run' | 'city'>) {
    super()
  }

  /** Runs the turn of a message that is durably kept. Rejects when the turn does. */
  async process(kept: KeptMessage): Promise<void> {
    const context = new TurnContext(this, this.toInboundActivity(kept))
    context.turnState.set(inboundMessageKey, kept.message)
    await this.runMiddleware(context, this.parts.run)
  }

  /**
   * One id for each activity, in order. A message must be a committed reply, for only those are in the transcript.
   * @throws Error for a message that is in no transcript and that nobody would ever see.
   */
  override sendActivities(
    _context: TurnContext,
    activities: readonly Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const type = activities.find((each) => replyIdOf(each) === undefined && !isSilent(each))?.type
    return type === undefined
      ? Promise.resolve(activities.map((activity) => ({ id: replyIdOf(activity) ?? randomUUID() })))
      : Promise.reject(new Error(`An activity of type "${type}" is not a committed reply.`))
  }

  /** @throws Error always: what has been said stands in the transcript as it was said. */
  override updateActivity(): Promise<never> {
    return Promise.reject(new Error('The web chat does not change what has been said.'))
  }

  /** @throws Error always; a resident who wants it gone has the whole conversation erased. */
  override deleteActivity(): Promise<never> {
    return Promise.reject(new Error('The web chat does not take back what has been said.'))
  }

  /** Runs `logic` outside a message, for example to look something up; replies still go through a commit. */
  override async continueConversation(
    reference: Partial<ConversationReference>,
    logic: Logic,
  ): Promise<void> {
    const activity = TurnContext.applyConversationReference(
      { type: 'event', name: 'continueConversation', locale: reference.locale ?? sourceLanguage },
      reference,
      true,
    )
    await this.runMiddleware(new TurnContext(this, activity), logic)
  }

  private toInboundActivity({ message, sequence, user }: KeptMessage): Activity {
    const resident = { id: user, name: '', role: 'user' as const }
    const bot = botAccount(this.parts.city().name)
    const activity = {
      ...(shownContent(message) ?? { type: 'conversationUpdate', membersAdded: [bot, resident] }),
      id: toActivityId(message.conversationId, sequence),
      timestamp: new Date(message.receivedAt),
      channelId: directLineChannel,
      serviceUrl: 'urn:dygnet:web-chat',
      conversation: { id: message.conversationId },
      from: resident,
      recipient: bot,
      // A context without a locale throws when it is asked for one.
      locale: message.language ?? sourceLanguage,
      channelData: {},
    }
    return activity as unknown as Activity
  }
}

const isSilent = ({ type }: Partial<Activity>): boolean => type === undefined || silentTypes.has(type)

function replyIdOf({ channelData }: Partial<Activity>): string | undefined {
  const { dygnet } = (channelData ?? {}) as { readonly dygnet?: { readonly replyId?: unknown } }
  return typeof dygnet?.replyId === 'string' ? dygnet.replyId : undefined
}
