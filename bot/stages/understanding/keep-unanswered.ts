// A question that nothing answered is kept for whoever writes the articles, with the topics that came nearest.
import type { Classification, TopicId } from '../../contracts/talk/classifier'
import { maskInCity } from '../../privacy/mask-in-city'
import { languageOf, languageOfText, withConversation, type Turn } from '../turn/turn'
import { thoughtSoFar } from './whole-thought'
import { wordsToRecognise } from '../turn/words-to-recognise'

/** What the owner of the content reads of it. Of the class `question`; it goes with its conversation on erasure. */
export interface UnansweredQuestion {
  /** With numbers and e-mail addresses masked; names and places stand in it. */
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

const masked = ({ content, now }: Turn, text: string): string => maskInCity(content.city, now)(text).text

const hasSigns = ({ danger, conversation }: Turn): boolean => danger !== null || conversation.danger !== null

/** Not what was typed into an open dialog, and nothing of a talk in which somebody cried for help or may have: that is nobody's reading. */
const isPrivate = (turn: Turn): boolean =>
  turn.conversation.frames.length > 0 || turn.conversation.emergency !== null || hasSigns(turn)

export function keepUnanswered(turn: Turn, about?: TopicId): Turn {
  if (isPrivate(turn) || turn.message.content.kind !== 'text' || turn.text.trim() === '') return turn
  return keep(turn, {
    text: masked(turn, turn.text),
    language: languageOfText(turn),
    nearest: nearestOf(turn.classification),
    ...(about !== undefined && { about }),
    at: turn.now.toISOString(),
  })
}

/** What was asked back, when none of the topics offered was meant; or what a passage was quoted for, and it was none. */
export function keepDeclined(turn: Turn): Turn {
  const { thought, clarifying } = turn.conversation
  if (isPrivate(turn) || thought === null || clarifying.length === 0) return turn
  const words = wordsToRecognise(turn, thought.text)
  const language = languageOf(turn)
  const nearest = nearestOf(turn.content.classifier.classify(words, language))
  return keep(turn, { text: thought.text, language, nearest, at: thought.at })
}

const nearestOf = (classification: Classification | undefined): UnansweredQuestion['nearest'] =>
  (classification?.best ?? []).slice(0, nearestKept).map(({ label, probability }) => ({
    topic: label,
    probability: Math.round(probability * 1000) / 1000,
  }))

function keep(turn: Turn, question: Omit<UnansweredQuestion, 'channel'>): Turn {
  const { conversationId, id, channel } = turn.message
  const value: UnansweredQuestion = { ...question, channel }
  const record = { collection: 'question', id: `${conversationId}/${id}`, conversationId, value } as const
  return { ...turn, records: [...turn.records, record] }
}

/** What was typed last, masked: perhaps half of a thought, or what the next message points at. A tap is neither. */
export const rememberThought = (turn: Turn, { answered = false } = {}): Turn =>
  withConversation(turn, {
    thought:
      turn.message.content.kind === 'text'
        ? {
            text: masked(turn, answered ? turn.text : thoughtSoFar(turn)),
            at: turn.now.toISOString(),
            answered,
          }
        : null,
  })
