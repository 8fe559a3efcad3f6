// "Ja" or "nej tack" when no dialog waits for it: heard as politeness or as a wish for a person, never guessed at as a topic.
import { contactCentre } from '../contracts/department'
import { matchCommand } from '../understanding/match-command'
import { handOffOutcome } from './hand-off'
import { personIsOffered } from './person-is-offered'
import { endTurn, goOn, languageOf, type Stage, type StageResult, type Turn } from './turn'

export const hearBareAnswer: Stage = (turn) => {
  const { content } = turn.message
  if (turn.plan !== undefined || turn.conversation.frames.length > 0 || content.kind !== 'text')
    return goOn(turn)
  switch (matchCommand(turn.text, turn.content.city, languageOf(turn))) {
    case 'yes':
      return hearYes(turn)
    case 'no':
      return endTurn(turn, 'answered-command', { kind: 'wording', key: 'thanks' })
    case 'skip':
      return endTurn(turn, 'answered-command', { kind: 'wording', key: 'what-now' })
    default:
      return goOn(turn)
  }
}

/** After nothing was understood several times, a person was offered: this is the answer to that. */
function hearYes(turn: Turn): StageResult {
  return personIsOffered(turn.conversation)
    ? endTurn(turn, handOffOutcome(turn, contactCentre), { kind: 'person', department: contactCentre })
    : endTurn(turn, 'answered-command', { kind: 'wording', key: 'what-now' })
}
