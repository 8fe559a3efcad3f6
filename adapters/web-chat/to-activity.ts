// A line of the transcript as a client sees it. Written from the line alone, so that every replay is the same.
import type { Activity, ActivityTypes, ConversationAccount, Entity } from 'botframework-schema'
import type { ConversationId, MessageId } from '../../bot/contracts/talk/ids'
import type { Language } from '../../bot/contracts/talk/language'
import type { InboundMessage } from '../../bot/contracts/talk/message'
import type { Reply } from '../../bot/contracts/talk/reply'
import type { DamagedLine, TranscriptLine } from '../../bot/contracts/store/store'
import { toActivityId } from './activity-id'
import { filesInWords } from './files-in-words'
import { lostLineText } from './lost-line'

/** The channel's name: with any other one Bot Framework and Web Chat treat a welcome as a reply and hold it back. */
export const directLineChannel = 'directline'
export const botAccount = (cityName: string) => ({ id: 'dygnet', name: cityName, role: 'bot' }) as const
/** Marks ids of messages whose sender gave none. */
export const mintedIdMark = '~'

export interface Viewer {
  readonly conversationId: ConversationId
  readonly user: string
  readonly cityName: string
  readonly renderReply: (reply: Reply) => Partial<Activity>
  /** Of the replies around, when one is known. */
  readonly language: Language | undefined
  /** The sequence of a resident's message, when it is known. */
  readonly sequenceOfMessage: (messageId: MessageId) => number | undefined
}

export type ClientActivity = Partial<Activity> & { readonly type: ActivityTypes | string }

/** Undefined for a line that no client shows: an arrival, or what made the house speak. */
export function toActivity(line: TranscriptLine, viewer: Viewer): ClientActivity | undefined {
  switch (line.author) {
    case 'bot':
      return toReplyActivity(line, viewer)
    case 'resident':
      return toEcho(line, viewer)
    case 'damaged':
      return toNotice(line, viewer)
  }
}

const frameOf = (line: TranscriptLine, { conversationId }: Viewer) => ({
  id: toActivityId(conversationId, line.sequence),
  // Bot Framework's type says Date; on the wire it is ISO 8601.
  ...(line.author === 'damaged' ? {} : { timestamp: line.at as unknown as Date }),
  channelId: directLineChannel,
  conversation: { id: conversationId } as unknown as ConversationAccount,
})

type BotLine = Extract<TranscriptLine, { author: 'bot' }>
type ResidentLine = Extract<TranscriptLine, { author: 'resident' }>

function toReplyActivity(line: BotLine, viewer: Viewer): ClientActivity {
  const rendered = viewer.renderReply(line.reply)
  const frame = frameOf(line, viewer)
  const answered = viewer.sequenceOfMessage(line.answers)
  const entities = line.reply.asksFeedback ? askFeedback(rendered.entities, frame.id) : rendered.entities
  return {
    type: 'message',
    ...rendered,
    ...frame,
    from: botAccount(viewer.cityName),
    ...(answered === undefined ? {} : { replyToId: toActivityId(viewer.conversationId, answered) }),
    ...(entities === undefined ? {} : { entities }),
    channelData: { ...(rendered.channelData as object | undefined), 'webchat:sequence-id': line.sequence },
  }
}

const toNotice = (line: DamagedLine, viewer: Viewer): ClientActivity => ({
  type: 'message',
  text: lostLineText(viewer.language),
  textFormat: 'plain',
  ...frameOf(line, viewer),
  from: botAccount(viewer.cityName),
  channelData: { 'webchat:sequence-id': line.sequence },
})

const messageEntityType = 'https://schema.org/Message'

/** Web Chat shows thumbs for these two actions, and its answer names the activity by their `@id` only. */
function askFeedback(entities: readonly Entity[] | undefined, activityId: string): Entity[] {
  const thumb = (type: string, word: string) => ({
    '@type': type,
    '@id': `${word}:${activityId}`,
    actionStatus: 'PotentialActionStatus',
  })
  const potentialAction = [thumb('LikeAction', 'like'), thumb('DislikeAction', 'dislike')]
  const isMessage = (entity: Entity): boolean => entity.type === messageEntityType
  const message = entities?.find(isMessage) ?? {
    '@context': 'https://schema.org',
    '@type': 'Message',
    '@id': '',
    type: messageEntityType,
  }
  return [...(entities ?? []).filter((entity) => !isMessage(entity)), { ...message, potentialAction }]
}

function toEcho(line: ResidentLine, viewer: Viewer): ClientActivity | undefined {
  const shown = shownContent(line.message)
  if (shown === undefined) return undefined
  const { id } = line.message
  return {
    ...shown,
    ...frameOf(line, viewer),
    from: { id: viewer.user, name: '', role: 'user' },
    channelData: {
      ...(id.startsWith(mintedIdMark) ? {} : { clientActivityID: id }),
      'webchat:sequence-id': line.sequence,
    },
  }
}

/** The message's own part of an Activity; for the resident's echo and for the bot's turn alike. */
export function shownContent({ content, language }: InboundMessage): ClientActivity | undefined {
  switch (content.kind) {
    case 'text':
      return { type: 'message', text: content.text, textFormat: 'plain' }
    case 'choice':
      return { type: 'message', text: content.label, textFormat: 'plain', value: content.choice }
    case 'language':
      return { type: 'event', name: 'language', value: content.language }
    case 'feedback': {
      const { replyId, helpful, reason } = content
      return { type: 'event', name: 'feedback', value: { replyId, helpful, reason } }
    }
    case 'upload':
      return content.files.length === 0
        ? undefined
        : { type: 'message', text: filesInWords(content.files, language), textFormat: 'plain' }
    case 'damaged':
    case 'arrival':
    case 'house':
      return undefined
  }
}
