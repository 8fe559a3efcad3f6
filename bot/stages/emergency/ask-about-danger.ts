// At the end of a turn with signs of danger: one question and one number before what is said, in the language that the
// resident writes. Not with every message, for who is in none has said so by going on.
import { minuteMs } from '../../contracts/basics/durations'
import { dangerLanguages, languageToAskIn } from '../../emergency/danger-question'
import { withoutMasks } from '../../privacy/mask-personal-data'
import { guessLanguage } from '../../understanding/language/guess-language'
import { languageOf, withConversation, type Turn } from '../turn/turn'

/** By the clock of the turns. */
const askedAgainAfterMs = 15 * minuteMs

export function askAboutDanger(turn: Turn): Turn {
  const { danger, now, text } = turn
  if (danger === null || !willAsk(turn)) return turn
  const guess = guessLanguage(withoutMasks(text), dangerLanguages)
  const language = languageToAskIn(guess.sure ? guess.language : undefined, languageOf(turn))
  const asked = withConversation(turn, { danger: { kind: danger.kind, at: now.toISOString(), language } })
  return {
    ...asked,
    askedAboutDanger: danger.kind ?? 'unclear',
    utterances: [{ kind: 'danger-question', danger: danger.kind, language }, ...turn.utterances],
  }
}

/** Whether this turn will ask. */
export const willAsk = (turn: Turn): boolean => turn.danger !== null && !wasAskedLately(turn)

const wasAskedLately = ({ conversation: { danger }, now }: Turn): boolean =>
  danger !== null && now.getTime() - Date.parse(danger.at) < askedAgainAfterMs
