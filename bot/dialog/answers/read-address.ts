// A typed place: a street address, or the name of a place as residents say it ("lekplatsen i Stadsparken").
import type { City } from '../../contracts/city/city'
import { madeOnce } from '../../contracts/basics/made-once'
import { capitalise, findAddresses, houseNumberAt, isBareAddress } from '../words/find-addresses'
import { fold, oneLine, wordsOf } from '../words/fold-words'
import { looksLikePlace } from '../words/looks-like-place'
import { meantAddresses } from '../words/meant-address'
import { isOnlyWhen } from '../words/only-when'
import { readYesNo } from '../words/read-yes-no'

export type AddressReading =
  /**
   * `isSure` is false when the text was taken as a place name only because it could be one; `isDoubtful` when not a word of it
   * is about a place.
   */
  | { readonly value: string; readonly isSure: boolean; readonly isDoubtful?: boolean }
  /** It names several, and leaves open which is meant. */
  | { readonly oneOf: readonly string[] }
  | 'bad'
  | undefined

const longestCharacters = 120
const longestWords = 12
/** Two streets make one place: the words are kept as they are. */
const betweenStreets = /(?:^|\s)(?:mellan|korsning\p{L}*|hörnet|between|corner|crossing)(?:\s|$)/iu
/** "Nej, i Helsingborg": to an address that was not taken. */
const saysNoMore = /^(?:(?:nej|nä|nää|ja|jo|jaa|no|yes)(?:[\s,.!]+|$))+/iu
const leadingWords =
  /^(?:(?:det|den|jag|it|i'm|it's)\s+(?:är|ligger|finns|bor|står|is)\s+|(?:på|vid|i|utanför|nära|hos|at|on|near|in|by|outside)\s+|(?:adressen|platsen)\s+är\s+)+/iu
/** "Vid hållplatsen mitt emot skolan" says where and nothing else, whatever else its words are about. */
const besideSomething =
  /^(?:vid|utanför|bakom|bredvid|mitt\s?emot|mitt för|framför|intill|outside|behind|next to|opposite|in front of)\s/iu
const noPlace = new Set(
  'har dar vet ej hej tack nej ja ok okej hjalp here there dunno overallt ingenstans nowhere hemma'.split(
    ' ',
  ),
)
/** The words on buttons, which people write too: "det här numret" under another question is none to this one. */
const buttons = [
  'answer.this-number',
  'answer.done',
  'answer.skip',
  'confirm.send',
  'confirm.change',
] as const
/** Words that the city hears anywhere, in all its languages, are no place in any of them. */
const commandsOf = madeOnce(
  (city: City): ReadonlySet<string> =>
    new Set(
      [
        ...[...city.commandWords.values()].flatMap((words) => [...words.values()].flat()),
        ...buttons.flatMap((key) => [...(city.texts.get(key)?.byKey.values() ?? [])]),
      ].map(foldedLine),
    ),
)
const foldedLine = (text: string): string => wordsOf(text).map(fold).join(' ')

/** "Utanför mitt hus" is a place only to those who know the house; "mitt emot Ica" and "mitt i backen" are places to all. */
const mine =
  /(?<!\p{L})(?:min|mitt(?!\s+(?:emot|för|framför|bakom|på|i|mellan|under|över|utanför|vid)(?!\p{L}))|mina|mig|vår|vårt|oss|my|our|me)(?!\p{L})/iu
const opensQuestion = new Set(
  'vad hur nar var vart varfor vem vilken vilka vilket kan kostar what how when why who which can do does is'.split(
    ' ',
  ),
)
const doubts = [
  'vet inte',
  'ingen aning',
  'ingen adress',
  'minns inte',
  'kommer inte ihag',
  'don t know',
  'dont know',
  'not sure',
  'no idea',
]

/** Reads an answer to an open question about a place; `'bad'` when it is nothing but digits or far too long. */
export function readAddress(text: string, city: City): AddressReading {
  const line = oneLine(text)
  if (betweenStreets.test(line)) return readPlaceName(line, city)
  const found = findAddresses(line, city)
  const meant = meantAddresses(line, found)
  const [only, ...more] = meant.length > 0 ? meant : found
  if (meant.length > 1) return { oneOf: meant.map(({ value }) => value) }
  if (only === undefined || more.length > 0) return readPlaceName(line, city)
  return isBareAddress(line, only) || isShort(line)
    ? { value: withTypedArea(line, only), isSure: true }
    : sureUnlessQuestion(line, only.value)
}

function sureUnlessQuestion(line: string, value: string): AddressReading {
  return line.endsWith('?') ? undefined : { value, isSure: true }
}

function isShort(line: string): boolean {
  return wordsOf(line).length <= longestWords && !line.endsWith('?')
}

/** "Torget 1, Lillköping" as the whole answer: what follows is a town, also when we do not know it. */
function withTypedArea(line: string, found: { value: string; end: number }): string {
  const area = /^,\s*(?:\d{3}\s?\d{2}\s+)?(\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)\.?$/u.exec(
    line.slice(found.end),
  )
  return area?.[1] === undefined ? found.value : `${found.value}, ${area[1]}`
}

function readPlaceName(line: string, city: City): AddressReading {
  const words = wordsOf(line).map(fold)
  if (words.length > 0 && !/\p{L}/u.test(line)) return 'bad'
  if (line.length > longestCharacters) return 'bad'
  const name = line
    .replace(saysNoMore, '')
    .replace(leadingWords, '')
    .replace(/[.!,;]+$/u, '')
    .trim()
  if (name.length < 2 || words.length > longestWords || isNoPlace(words, line, city)) return undefined
  // "Ja, vid kiosken" says where as well; "stämmer bra" and "nä tack, det var allt" say nothing of a place.
  if (readYesNo(line, city) !== undefined && !looksLikePlace(line, name)) return undefined
  if (isCity(name, city)) return undefined
  const numbered = numberedName(name)
  const isDoubtful = !looksLikePlace(line, name)
  const isSure = numbered !== undefined || (besideSomething.test(line) && !isDoubtful)
  return { value: capitalise(numbered ?? name), isSure, isDoubtful }
}

/** Of all the city nobody fetches a sofa. */
const isCity = (name: string, city: City): boolean => {
  const [first = '', ...rest] = wordsOf(name).map(fold)
  const ofCity = new Set([fold(city.name), `${fold(city.name)}s`])
  return ofCity.has(first) && rest.every((word) => ['kommun', 'stad', 'city'].includes(word))
}

function isNoPlace(words: readonly string[], line: string, city: City): boolean {
  const folded = words.join(' ')
  if (mine.test(line) || commandsOf(city).has(folded) || isOnlyWhen(line)) return true
  const isQuestion = line.endsWith('?') || opensQuestion.has(words[0] ?? '')
  const isOnlyFiller = words.every((word) => noPlace.has(word))
  return isQuestion || isOnlyFiller || doubts.some((doubt) => folded.includes(doubt))
}

/** "kvarnen 3b": any short name with a house number at its end. */
function numberedName(name: string): string | undefined {
  const match = /^(\p{L}[\p{L}\p{M}:'’.-]*(?: \p{L}[\p{L}\p{M}:'’.-]+){0,2}) (?=\d)/u.exec(name)
  if (match?.[1] === undefined) return undefined
  const number = houseNumberAt(name, match[0].length)
  return number?.end === name.length ? `${match[1]} ${number.value}` : undefined
}
