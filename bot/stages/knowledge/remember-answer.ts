// Which article answered last, for questions that go on from it; forgotten as soon as something else is talked about.
import type { Outcome } from '../../contracts/outcome'
import { sidesAskedIn } from '../../knowledge/follow-up/sides'
import { articleOf } from '../turn/article-of'
import { languageOf, withConversation, type Turn } from '../turn/turn'

const answering: ReadonlySet<Outcome> = new Set<Outcome>([
  'answered-article',
  'answered-passage',
  'answered-model',
  'unanswered-not-said',
])
/** A thank you, a greeting or a thumb up changes nothing about what is talked about. */
const passing: ReadonlySet<Outcome> = new Set<Outcome>([
  'answered-command',
  'welcomed',
  'noted-feedback',
  'ignored-feedback',
])

/** In a dialog short words are answers to its question, so nothing is remembered there. */
export function rememberAnswer(turn: Turn, outcome: Outcome): Turn {
  const { lastTopic, frames } = turn.conversation
  if (frames.length > 0) return withConversation(turn, { answered: null })
  if (passing.has(outcome)) return turn
  const article = answering.has(outcome) ? articleOf(lastTopic) : undefined
  return withConversation(turn, {
    answered:
      article === undefined
        ? null
        : { article, at: turn.now.toISOString(), asked: [...sidesAsked(turn, article)] },
  })
}

/**
 * "Och för barn?" asks about the side that the question before it asked about, if that was of the same article. A button's
 * words are ours and ask nothing.
 */
function sidesAsked(turn: Turn, article: string): readonly string[] {
  const { message, text, conversation } = turn
  const sides = message.content.kind === 'text' ? sidesAskedIn(text, languageOf(turn)) : []
  const before = conversation.answered
  return sides.length === 0 && before?.article === article ? before.asked : sides
}
