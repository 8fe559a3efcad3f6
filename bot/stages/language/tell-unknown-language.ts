// A question in a language that the city does not speak: told so, and which it does. In a dialog it may still be an answer.
import { keepUnanswered } from '../understanding/keep-unanswered'
import { unknownLanguage } from './unknown-language'
import { endTurn, goOn, type Stage } from '../turn/turn'

export const tellUnknownLanguage: Stage = (turn) => {
  const { seenLanguage, content, conversation } = turn
  const isUnknown = seenLanguage !== undefined && !content.city.languages.includes(seenLanguage)
  return isUnknown && conversation.frames.length === 0
    ? endTurn(keepUnanswered(turn), 'unanswered-language', ...unknownLanguage(turn))
    : goOn(turn)
}
