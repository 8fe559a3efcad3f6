// A question that nothing answered is kept for whoever writes the articles, with the topics that came nearest.
import type { TopicId } from '../contracts/classifier'
import { maskInCity } from '../privacy/mask-in-city'
import { withConversation, languageOfText, type Turn } from './turn'

/** What the owner of the content reads of it. Of the class `question`; it goes with its conversation on erasure. */
export interface UnansweredQuestion {
  /** With all personal data masked. */
  readonly text: string
  readonly language: string
  readonly channel: string
  readonly nearest: readonly { readonly topic: string; readonly probability: number }[]
  /** The article that answered before, and does not say this. */
  readonly about?: TopicId
  /** ISO 8601. */
  readonly at: string
}

const nearestKept = 3

const maskedText = (turn: Turn): string => maskInCity(turn.content.city, turn.now)(turn.text).text

const hasSigns = ({ danger, conversation }: Turn): boolean => danger !== null || conversation.danger !== null

/** Not what was typed into an open dialog, and nothing of a talk in which somebody cried for help or may have: that is nobody's reading. */
export function keepUnanswered(turn: Turn, about?: TopicId): Turn {
  const { message, conversation, classification } = turn
  const isPrivate = conversation.frames.length > 0 || conversation.emergency !== null || hasSigns(turn)
  if (isPrivate || message.content.kind !== 'text' || turn.text.trim() === '') return turn
  const value: UnansweredQuestion = {
    text: maskedText(turn),
    language: languageOfText(turn),
    channel: message.channel,
    nearest: (classification?.best ?? []).slice(0, nearestKept).map(({ label, probability }) => ({
      topic: label,
      probability: Math.round(probability * 1000) / 1000,
    })),
    ...(about !== undefined && { about }),
    at: turn.now.toISOString(),
  }
  const { conversationId } = message
  const record = {
    collection: 'question',
    id: `${conversationId}/${message.id}`,
    conversationId,
    value,
  } as const
  return { ...turn, records: [...turn.records, record] }
}

/** What was typed last without being answered, and is perhaps half of a thought. */
export const rememberThought = (turn: Turn): Turn =>
  turn.message.content.kind === 'text'
    ? withConversation(turn, { thought: { text: maskedText(turn), at: turn.now.toISOString() } })
    : turn
