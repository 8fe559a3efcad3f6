// Which dialog or article is meant? The classifier's word, with its probabilities; nothing is decided yet.
import type { Command } from '../../contracts/talk/command'
import { matchCommand } from '../../understanding/match-command'
import { goOn, languageOf, type Stage, type Turn } from '../turn/turn'
import { wordsToRecognise } from '../turn/words-to-recognise'

/** A topic has a word in it, or a number that is one: "112". A house number or a day of the month says nothing alone. */
const tellsSomething = /\p{L}|\d{3}/u

const answers: ReadonlySet<Command | undefined> = new Set(['yes', 'no', 'skip', 'unsure'])

/** A whole "nej" that the open question does not take: it stands in the questions of many topics, and is about none. */
const isBareAnswer = (turn: Turn): boolean =>
  answers.has(matchCommand(turn.text, turn.content.city, languageOf(turn)))

/** The label of a button is our word and not the resident's, so a tap is never guessed at. */
export const recognise: Stage = (turn) => {
  const isTyped = turn.message.content.kind === 'text'
  const words = wordsToRecognise(turn, turn.text)
  if (turn.plan !== undefined || !isTyped || !tellsSomething.test(words) || isBareAnswer(turn))
    return goOn(turn)
  return goOn({ ...turn, classification: turn.content.classifier.classify(words, languageOf(turn)) })
}
