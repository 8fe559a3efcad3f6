// Between our nouns and Bot Framework Activities; written once for every adapter that speaks Bot Framework.
import { createHash } from 'node:crypto'
import type { Activity, CardAction, Entity } from 'botframework-schema'
import { DygnetError } from './contracts/basics/errors'
import { isHouseMessageId, toConversationId, toMessageId } from './contracts/talk/ids'
import type { Channel, Choice, InboundMessage, MessageContent } from './contracts/talk/message'
import type { CityMap, Reply, Source, Suggestion } from './contracts/talk/reply'
import { forPage } from './text/for-page'

export interface Rendering {
  /** The city's, where it has one. */
  readonly map?: CityMap | undefined
  readonly channel?: Channel
  /** For Web Chat, which shows of the sources those that the text has as link definitions of Markdown. */
  readonly definesSources?: true
}

/** A reply as an Activity. Conversation, sender and id are the adapter's to fill in. */
export function renderReply(
  reply: Reply,
  { map, channel = 'web', definesSources }: Rendering = {},
): Partial<Activity> {
  const marked = channel === 'web' ? forPage : (text: string) => text
  const takes = reply.takesFiles ?? (reply.takesPlace && map)
  const definitions = definesSources ? reply.sources.map(toDefinition) : []
  const alone = reply.person?.text ?? (definitions.length > 0 ? reply.text : undefined)
  return {
    type: 'message',
    text: [marked(reply.text), ...(definitions.length > 0 ? ['', ...definitions] : [])].join('\n'),
    textFormat: 'markdown',
    locale: reply.language,
    inputHint: 'acceptingInput',
    ...(reply.suggestions.length === 0
      ? {}
      : { suggestedActions: { to: [], actions: reply.suggestions.map(toCardAction) } }),
    ...(reply.sources.length === 0 ? {} : { entities: [toCitation(reply.sources)] }),
    channelData: {
      ...(reply.endsInterim && { streamId: reply.id, streamType: 'final' }),
      dygnet: {
        replyId: reply.id,
        asksFeedback: reply.asksFeedback,
        sources: reply.sources,
        language: reply.language,
        ...(takes && { takes }),
        ...(reply.withPerson && { withPerson: true }),
        ...(reply.aside && { aside: true }),
        ...(reply.person && { person: { name: reply.person.name } }),
        // For who shows its author and its sources by themselves.
        ...(alone !== undefined && { text: marked(alone) }),
        ...(reply.speaks !== undefined && { speaks: reply.speaks }),
      },
    },
  }
}

/** `messageBack`: the resident's bubble shows the label, and the choice comes back as the value. */
const toCardAction = ({ label, choice }: Suggestion): CardAction => ({
  type: 'messageBack',
  title: label,
  text: label,
  displayText: label,
  value: choice,
})

/** A link definition, which no reader of Markdown sees; its number is the position of the source in the citation. */
const toDefinition = ({ url, title }: Source, index: number): string =>
  `[${index + 1}]: <${url}> "${title.replace(/["\\]/g, '\\$&')}"`

/** The schema.org form in which Web Chat reads of the sources what their definitions do not say. */
const toCitation = (sources: readonly Source[]): Entity => ({
  type: 'https://schema.org/Message',
  '@context': 'https://schema.org',
  '@type': 'Message',
  '@id': '',
  citation: sources.map((source, index) => ({
    '@type': 'Claim',
    '@id': source.url,
    position: String(index + 1),
    appearance: { '@type': 'DigitalDocument', url: source.url, name: source.title },
  })),
})

const isChoice = (value: unknown): value is Choice =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as { name?: unknown }).name === 'string' &&
  typeof (value as { value?: unknown }).value === 'string'

/**
 * An Activity of a channel that has no door of its own (Azure Bot Service) as an inbound message.
 * @throws DygnetError `message-unreadable` when it has no id, one of the house's own, or no conversation.
 */
export function parseActivity(activity: Activity, now: Date): InboundMessage {
  const { id, conversation, channelId } = activity
  // A welcome has no id of its own on some channels, and there is one of it in a conversation.
  const messageId = activity.type === 'conversationUpdate' ? 'arrival' : id
  if (!messageId || !conversation.id || !channelId)
    throw new DygnetError('message-unreadable', 'an activity without id, conversation or channel')
  const named = createHash('sha256').update(conversation.id).digest('base64url')
  if (isHouseMessageId(messageId))
    throw new DygnetError('message-unreadable', "an activity with an id of the house's own")
  const language = textOf(activity.locale).slice(0, 2).toLowerCase()
  return {
    id: toMessageId(messageId),
    conversationId: toConversationId(`${channelId}:${named}`),
    channel: channelId === 'sms' ? 'sms' : 'web',
    ...(language === '' ? {} : { language }),
    receivedAt: now.toISOString(),
    content: contentOf(activity),
  }
}

function contentOf(activity: Activity): MessageContent {
  if (activity.type === 'conversationUpdate') return { kind: 'arrival' }
  const value: unknown = activity.value
  const text = textOf(activity.text)
  if (isChoice(value))
    return {
      kind: 'choice',
      choice: { name: value.name, value: value.value },
      label: text === '' ? value.value : text,
    }
  // A text may come once more as an attachment, with its colours; a file comes without a text.
  const isUpload =
    text.trim() === '' && Array.isArray(activity.attachments) && activity.attachments.length > 0
  return isUpload ? { kind: 'upload', files: [] } : { kind: 'text', text }
}

/** The types of the schema promise a text; what is posted may have anything in its place. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
