// Somebody writes English on the Swedish page: that is noticed, and `offer-language` asks. Nothing is switched by it.
import { withoutMasks } from '../../privacy/mask-personal-data'
import { guessLanguage } from '../../understanding/language/guess-language'
import { goOn, languageOf, type Stage } from '../turn/turn'

/** Only a sure guess: a word or two, a name or an address say nothing. */
export const noticeLanguage: Stage = (turn) => {
  if (turn.message.content.kind !== 'text') return goOn(turn)
  const { language, sure } = guessLanguage(withoutMasks(turn.text), turn.content.city.languages)
  const isOther = sure && language !== undefined && language !== languageOf(turn)
  return goOn(isOther ? { ...turn, seenLanguage: language } : turn)
}
