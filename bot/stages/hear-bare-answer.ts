// "Ja" or "nej tack" when nothing waits for it: heard as politeness, never guessed at as a topic.
import { matchCommand } from '../understanding/match-command'
import { endTurn, goOn, languageOf, type Stage } from './turn'

export const hearBareAnswer: Stage = (turn) => {
  const { content } = turn.message
  if (turn.plan !== undefined || turn.conversation.frames.length > 0 || content.kind !== 'text')
    return goOn(turn)
  switch (matchCommand(turn.text, turn.content.city, languageOf(turn))) {
    case 'no':
      return endTurn(turn, 'answered-command', { kind: 'wording', key: 'thanks' })
    case 'yes':
    case 'skip':
      return endTurn(turn, 'answered-command', { kind: 'wording', key: 'what-now' })
    default:
      return goOn(turn)
  }
}
