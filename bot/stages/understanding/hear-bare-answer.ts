// "Ja", "nej tack" or "jag heter Anna" when nothing waits for it: heard as politeness, never guessed at as a topic.
import { introducesOneself } from '../../understanding/introduces-oneself'
import { matchCommand } from '../../understanding/match-command'
import { clarify } from './ask-back'
import {
  endTurn,
  goOn,
  languageOf,
  withConversation,
  type Stage,
  type StageResult,
  type Turn,
} from '../turn/turn'

/** "1", "2 och 3": of a list that is not there. */
const numbers =
  /^\s*(?:nr\.?\s*|nummer\s*)?\d{1,2}(?:(?:\s*,\s*|\s+(?:och|and)\s+|\s+)\d{1,2})*\s*[.)!]?\s*$/iu

export const hearBareAnswer: Stage = (turn) => {
  const { content } = turn.message
  if (turn.plan !== undefined || turn.conversation.frames.length > 0 || content.kind !== 'text')
    return goOn(turn)
  const { city } = turn.content
  if (introducesOneself(turn.text, city, languageOf(turn)))
    return endTurn(turn, 'answered-command', { kind: 'wording', key: 'hello' })
  if (numbers.test(turn.text)) return endTurn(turn, 'answered-command', { kind: 'wording', key: 'what-now' })
  switch (matchCommand(turn.text, city, languageOf(turn))) {
    case 'no':
      return endTurn(turn, 'answered-command', { kind: 'wording', key: 'no-then' })
    case 'yes':
      return offerErrand(turn) ?? endTurn(turn, 'answered-command', { kind: 'wording', key: 'what-now' })
    case 'skip':
    case 'unsure':
      return endTurn(turn, 'answered-command', { kind: 'wording', key: 'what-now' })
    default:
      return goOn(turn)
  }
}

/** Below an article stands the errand that it is about. It is asked whether that was meant: "ja" may be to the answer as well. */
function offerErrand(turn: Turn): StageResult | undefined {
  const { answered, thought } = turn.conversation
  const dialog = answered === null ? undefined : turn.content.articles.get(answered.article)?.dialog
  if (dialog === undefined) return undefined
  const asked = clarify(withConversation(turn, { answered: null }), [`dialog:${dialog}`])
  // What was written before the article tells of the errand; "ja" does not.
  return { ...asked, turn: withConversation(asked.turn, { thought }) }
}
