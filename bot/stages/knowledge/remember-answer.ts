// Which article answered last, for questions that go on from it; forgotten as soon as something else is talked about.
import type { Outcome } from '../../contracts/talk/outcome'
import { readFollowUp } from '../../knowledge/follow-up/read-follow-up'
import { sidesAskedIn } from '../../knowledge/follow-up/sides'
import { withoutMasks } from '../../privacy/mask-personal-data'
import { articleOf } from '../turn/topic'
import { languageOf, languageOfText, withConversation, type Turn } from '../turn/turn'

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
  if (passing.has(outcome) || wentOn(turn, outcome)) return turn
  const article = answering.has(outcome) ? articleOf(lastTopic) : undefined
  return withConversation(turn, {
    answered:
      article === undefined
        ? null
        : { article, at: turn.now.toISOString(), asked: [...sidesAsked(turn, article)] },
  })
}

/**
 * Asked back about words that went on from the page, nothing else has been talked about: it lies open still. Not where they were
 * about something of their own.
 */
function wentOn(turn: Turn, outcome: Outcome): boolean {
  const { conversation, message, text } = turn
  if (outcome !== 'clarified' && outcome !== 'unanswered-out-of-scope') return false
  if (message.content.kind !== 'text') return false
  const own = `article:${conversation.answered?.article ?? ''}`
  if (conversation.clarifying.some((topic) => topic === own) || answers.test(text)) return true
  if (ofThemselves.test(text) && (turn.classification?.best[0]?.probability ?? 0) < tellingOfAnother)
    return true
  const followUp = readFollowUp(withoutMasks(text), languageOfText(turn))
  return followUp !== undefined && (followUp.leaning !== 'short' || followUp.words.length <= mostWordsOfScrap)
}
/** "Ja det är jättemycket" */
const answers = /^\s*(?:ja|jo|nej|nä|yes|no)[\s,]/iu
/** "Mamma har rollator", "jag har leasingbil": whom the question is about, unless it is likely of something else. */
const ofThemselves =
  /^\s*(?:jag|vi|hon|han|hen|mamma|pappa|min|mitt|mina|vår|vårt|våra|barnen|i|we|she|he|my|our)\s/iu
const tellingOfAnother = 0.4
/** "När senast?" */
const mostWordsOfScrap = 2

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
