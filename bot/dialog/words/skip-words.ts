// Words that pass over a question.
import type { City } from '../../contracts/city/city'
import { madeOnce } from '../../contracts/basics/made-once'
import { fold, plainLine, plainLines, wordsOf } from './fold-words'
import { readPlainYesNo } from './read-yes-no'
import type { WalkEnvironment } from '../model/walk-environment'

const noneWords = plainLines(
  'ingen, inget, inga, inget mer, behövs inte, behövs ej, det behövs inte, det behöver jag inte, inte nödvändigt, anonym, ' +
    'vill vara anonym, jag vill vara anonym, vill inte, jag vill inte, det vill jag inte, helst inte, inte nu, ' +
    'inte just nu, ingen kontakt, inga kontaktuppgifter, inga uppgifter, inget nummer, inget besked, behöver inget besked, ' +
    'jag behöver inget besked, vill inte ha besked, jag vill inte ha besked, vill inte lämna nummer, ' +
    'vill inte lämna mitt nummer, jag vill inte lämna mitt nummer, jag vill inte bli kontaktad, vill inte bli kontaktad, ' +
    "none, no need, anonymous, i don't want to, i'd rather not, not now, no contact, no contact details, no number",
)

const foldedLine = (text: string): string => fold(plainLine(text))

/** Made once a city: every answer is looked up in them. */
const skipLines = madeOnce((commandWords: City['commandWords']): ReadonlySet<string> => {
  const passing = ['skip', 'unsure'] as const
  const words = [...commandWords.values()].flatMap((ofLanguage) =>
    passing.flatMap((command) => ofLanguage.get(command) ?? []),
  )
  return new Set(words.map(foldedLine))
})

/** "Hoppa över"; and "vet inte", where it is no answer. */
export const isSkipWord = (text: string, { city }: WalkEnvironment): boolean =>
  skipLines(city.commandWords).has(foldedLine(text))

const thanksBehind = / (?:tack|thanks|thank you)$/

/** To an optional question that takes no yes or no, "nej tack" means: none. A "nej" with more behind it says something else. */
export const isRefusal = (text: string, { city }: WalkEnvironment): boolean =>
  noneWords.includes(plainLine(text).replace(thanksBehind, '')) ||
  readPlainYesNo(text, city, { no: noneWords }) === false

/** "Jag har ingen kamera", "I don't have a smartphone": what is asked for is not there. */
const hasNone = new RegExp(
  '(?<!\\p{L})(?:(?:har|äger|finns|hittar)\\s+(?:(?:jag|vi|tyvärr|det|dock)\\s+)*(?:ingen|inget|inga|ingenting|inte)|' +
    '(?:står|ser|sitter)\\s+(?:(?:jag|vi|tyvärr|det|där)\\s+)*(?:ingen|inget|inga|ingenting)|saknar|' +
    "(?:do\\s+not|don['’]?t|dont|can['’]?t|cannot)\\s+(?:have|see|find)|there\\s+is\\s+(?:no|none)|have\\s+(?:no|none)|haven['’]?t\\s+(?:got|any)|" +
    "(?:kan|can)\\s+(?:inte|not)\\s+(?:ta|skicka|fota|fotografera|take|send)|(?:cannot|can[’']?t)\\s+(?:take|send)|" +
    '^(?:no|ingen|inget)\\s+(?:camera|phone|picture|photo|email|kamera|bild|foto|telefon|mobil|smartphone|mejl|e-?post)|' +
    'minulla\\s+ei\\s+ole|ma\\s+haysto|не\\s+маю|немає|ليس\\s+لدي|ليس\\s+عندي|ما\\s+عندي|ندارم|nie\\s+mam|no\\s+tengo|' +
    'hab(?:e)?\\s+kein\\p{L}*)(?!\\p{L})',
  'iu',
)
const longestHasNone = 10

/** In few words, for who tells more may tell of something else. */
export const saysHasNone = (text: string): boolean =>
  hasNone.test(text) && wordsOf(text).length <= longestHasNone && !text.trimEnd().endsWith('?')
