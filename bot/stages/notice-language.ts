// Somebody writes English on the Swedish page: they are answered in English, told so, and can go back with one tap.
import { withoutMasks } from '../privacy/mask-personal-data'
import { guessLanguage } from '../understanding/guess-language'
import { unknownLanguage } from './unknown-language'
import { endTurn, goOn, languageOf, withConversation, type Stage } from './turn'

/** Only a sure guess moves anything, and never after the resident has chosen a language. */
export const noticeLanguage: Stage = (turn) => {
  const { content, conversation } = turn
  if (turn.message.content.kind !== 'text' || conversation.languageChosen) return goOn(turn)
  const { language, sure } = guessLanguage(withoutMasks(turn.text), content.city.languages)
  const before = languageOf(turn)
  if (!sure || language === undefined || language === before) return goOn(turn)
  if (!content.city.languages.includes(language))
    return endTurn(turn, 'unanswered-language', unknownLanguage(turn))
  const switched = withConversation(turn, { language })
  return goOn({
    ...switched,
    utterances: [
      ...turn.utterances,
      { kind: 'wording', key: 'language.switched' },
      { kind: 'language-button', language: before },
    ],
  })
}
