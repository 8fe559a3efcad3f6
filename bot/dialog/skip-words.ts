// Words that pass over a question.
import type { City } from '../contracts/city'
import { madeOnce } from '../contracts/made-once'
import { fold, plainLine, plainLines } from './fold-words'
import { readPlainYesNo } from './read-yes-no'
import type { WalkEnvironment } from './walk-environment'

const noneWords = plainLines(
  'ingen, inget, inga, inget mer, behövs inte, behövs ej, det behövs inte, det behöver jag inte, inte nödvändigt, anonym, ' +
    'vill vara anonym, jag vill vara anonym, vill inte, jag vill inte, det vill jag inte, helst inte, inte nu, ' +
    "inte just nu, none, no need, anonymous, i don't want to, i'd rather not, not now",
)

const foldedLine = (text: string): string => fold(plainLine(text))

/** Made once a city: every answer is looked up in them. */
const skipLines = madeOnce((commandWords: City['commandWords']): ReadonlySet<string> => {
  const words = [...commandWords.values()].flatMap((ofLanguage) => ofLanguage.get('skip') ?? [])
  return new Set(words.map(foldedLine))
})

export const isSkipWord = (text: string, { city }: WalkEnvironment): boolean =>
  skipLines(city.commandWords).has(foldedLine(text))

/** To an optional question that takes no yes or no, "nej tack" means: none. A "nej" with more behind it says something else. */
export const isRefusal = (text: string, { city }: WalkEnvironment): boolean =>
  noneWords.includes(plainLine(text)) || readPlainYesNo(text, city, { no: noneWords }) === false
