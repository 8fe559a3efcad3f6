// The Bot Framework bot: an Activity comes in, is answered by the house, and goes out as Activities.
import { ActivityHandler, type TurnContext } from 'botbuilder-core'
import { parseActivity, renderReply } from './activities'
import { inboundMessageKey, type Bot } from './contracts/bot'
import type { Clock } from './contracts/basics/clock'
import type { InboundMessage } from './contracts/talk/message'

export class CityBot extends ActivityHandler {
  constructor(
    private readonly bot: Bot,
    private readonly clock: Clock,
  ) {
    super()
    this.onMessage((context) => this.answer(context))
    this.onEvent((context) => this.answerEvent(context))
    this.onMembersAdded((context) =>
      this.residentArrived(context) ? this.answer(context) : Promise.resolve(),
    )
  }

  /** A bot is told of its own arrival too, and greets nobody then. */
  private residentArrived({ activity }: TurnContext): boolean {
    return (activity.membersAdded ?? []).some((member) => member.id !== activity.recipient.id)
  }

  /** The web chat's events are parsed at its door; other channels have events of their own, which mean nothing here. */
  private answerEvent(context: TurnContext): Promise<void> {
    return context.turnState.has(inboundMessageKey) ? this.answer(context) : Promise.resolve()
  }

  private async answer(context: TurnContext): Promise<void> {
    const message = await this.keptMessage(context)
    const { conversationId, id, channel } = message
    const { replies } = await this.bot.answer(conversationId, id)
    await context.sendActivities(replies.map((reply) => renderReply(reply, { channel })))
  }

  /** What the adapter has parsed and kept already; a message of another channel is parsed and kept here. */
  private async keptMessage({ activity, turnState }: TurnContext): Promise<InboundMessage> {
    const kept = turnState.get<InboundMessage | undefined>(inboundMessageKey)
    if (kept !== undefined) return kept
    const message = parseActivity(activity, this.clock.now())
    await this.bot.receive(message)
    return message
  }
}
