// How a resident says that a list is done, or that more is to come.
import { plainLine, plainLines } from './fold-words'
import { readPlainYesNo } from './read-yes-no'
import type { WalkEnvironment } from '../model/walk-environment'

const doneWords = plainLines(
  'klart, klar, jag är klar, färdig, det var allt, det är allt, det var det, det räcker, det räcker så, bara det, ' +
    'inget mer, inget annat, ingenting mer, inga fler, inte mer, inte mer än så, nöjd, det är bra så, det är klart så, ' +
    "that's all, thats all, that is all, that's it, thats it, nothing else, nothing more, no more, done, finished, only that",
)
const moreWords = plainLines(
  'mer, fler, en till, ett till, en sak till, några saker till, lägg till, flera saker, more, one more, another, another one, add',
)

export const saysDone = (text: string, { city }: WalkEnvironment): boolean =>
  doneWords.includes(plainLine(text)) || readPlainYesNo(text, city, { no: doneWords }) === false

export const saysMore = (text: string, { city }: WalkEnvironment): boolean =>
  moreWords.includes(plainLine(text)) || readPlainYesNo(text, city, { yes: moreWords }) === true
