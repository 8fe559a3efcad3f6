// "Yes" right after "Do you want English?", and "no". Where something else was asked too, the word must be one of that language.
import type { Language } from '../../contracts/talk/language'
import { plainLine } from '../../dialog/words/fold-words'
import { readPlainYesNo } from '../../dialog/words/read-yes-no'
import { matchCommand } from '../../understanding/match-command'
import { personIsOffered } from './answer-to-person'
import { languageOf, type Turn } from './turn'

/** Whether the resident wants the language that was offered with the last replies; undefined when they say neither. */
export function answerToOffer(turn: Turn): boolean | undefined {
  const { languageOffer } = turn.conversation
  if (languageOffer === null || turn.message.content.kind !== 'text') return undefined
  return waitsForAnother(turn)
    ? answerIn(languageOffer.language, turn)
    : readPlainYesNo(turn.text, turn.content.city)
}

/** A question that a yes or a no may answer as well. */
export const waitsForAnother = ({ conversation }: Turn): boolean =>
  conversation.frames.length > 0 ||
  conversation.numberAsked !== null ||
  conversation.reversal !== null ||
  conversation.clarifying.length > 0 ||
  personIsOffered(conversation)

/**
 * Languages borrow each other's words: English residents of Sweden write "ja", Swedish ones "yes". A word that both list
 * answers the offer only when it is the first that the offered language has for it.
 */
function answerIn(offered: Language, turn: Turn): boolean | undefined {
  const { commandWords } = turn.content.city
  const heardIn = (language: Language) =>
    matchCommand(turn.text, { languages: [language], commandWords }, language)
  const heard = heardIn(offered)
  if (heard !== 'yes' && heard !== 'no') return undefined
  const [first = ''] = commandWords.get(offered)?.get(heard) ?? []
  const isOwn = plainLine(first) === plainLine(turn.text) || heardIn(languageOf(turn)) !== heard
  return isOwn ? heard === 'yes' : undefined
}
