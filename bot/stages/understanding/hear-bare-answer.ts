// "Ja", "nej tack" or "jag heter Anna" when nothing waits for it: heard as politeness, never guessed at as a topic.
import { introducesOneself } from '../../understanding/introduces-oneself'
import { matchCommand } from '../../understanding/match-command'
import { clarify } from './ask-back'
import { staysWithDanger } from './stay-with-danger'
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
  if (numbers.test(turn.text)) return whatNow(turn)
  switch (matchCommand(turn.text, city, languageOf(turn))) {
    // "Vad kan jag hjälpa dig med?" is no word to who has just said that they want to die.
    case 'no':
      return staysWithDanger(turn) ?? endTurn(turn, 'answered-command', { kind: 'wording', key: 'no-then' })
    case 'yes':
      return staysWithDanger(turn) ?? offerErrand(turn) ?? whatNow(turn)
    case 'skip':
    case 'unsure':
      return staysWithDanger(turn) ?? whatNow(turn)
    default:
      return goOn(turn)
  }
}

const whatNow = (turn: Turn): StageResult =>
  endTurn(turn, 'answered-command', { kind: 'wording', key: 'what-now' })

/** Below an article stands the errand that it is about. It is asked whether that was meant: "ja" may be to the answer as well. */
function offerErrand(turn: Turn): StageResult | undefined {
  const { answered, thought } = turn.conversation
  const dialog = answered === null ? undefined : turn.content.articles.get(answered.article)?.dialog
  if (dialog === undefined) return undefined
  const asked = clarify(withConversation(turn, { answered: null }), [`dialog:${dialog}`])
  // What was written before the article tells of the errand; "ja" does not.
  return { ...asked, turn: withConversation(asked.turn, { thought }) }
}
