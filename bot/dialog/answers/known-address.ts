// A typed address held against the places that the city knows: spelt as the register has it, or asked back.
import type { Places } from '../../contracts/city/known-place'
import type { Value } from '../../contracts/talk/value'
import { readPosition, showPosition } from '../../text/read-position'
import type { AnswerReading, Certainty } from '../model/answer-reading'
import { houseNumberAt } from '../words/find-addresses'
import { wordsOf } from '../words/fold-words'
import type { AskStep } from '../model/model'

interface Written {
  readonly value: string
  readonly certainty: Certainty
  /** What the text is when it turns out to be a place of the register. */
  readonly whenKnown: Certainty
  /** Nothing but the register could tell that it is a place. */
  readonly isDoubtful: boolean
}

/**
 * - known: the register's spelling
 * - near: those that may be meant and, last, what was written; nobody is made to choose a place they did not mean
 * - a street without a number: the street alone, so that the number is asked for
 * - unknown: as written, and asked about when nothing else tells that it is a place
 */
export function readKnownAddress(
  { value, certainty, whenKnown, isDoubtful }: Written,
  places: Places | undefined,
): AnswerReading {
  const found = places?.find(value) ?? { kind: 'unknown' }
  switch (found.kind) {
    case 'known':
      return { kind: 'value', value: found.place.text, certainty: whenKnown }
    case 'street':
      return { kind: 'ambiguous', values: [found.place.text] }
    case 'near':
      return { kind: 'ambiguous', values: [...found.places.map(({ text }) => text), value] }
    case 'unknown':
      return { kind: 'value', value, certainty, isDoubtful }
  }
}

/** A house or a landmark that stands no further from a point is where it is. */
const besideMetres = 100

/** A point from a map, by the nearest known place; as a position where none is near. */
export function readPoint(text: string, places: Places | undefined): AnswerReading | undefined {
  const point = readPosition(text)
  if (point === undefined) return undefined
  const value = places?.nearest(point, besideMetres)?.text ?? showPosition(point)
  return { kind: 'value', value, certainty: 'full' }
}

/** The register's spelling of an address that stands in a longer sentence, where nothing is asked back. */
export function spelledAsKnown(value: string, places: Places | undefined): string {
  const found = places?.find(value)
  return found?.kind === 'known' ? found.place.text : value
}

const longestHouse = 5
/** "2 soffor" and "åk 3" have no word that is long enough to be a street mistyped. */
const mayBeHouse = /\p{L}{6,}.*\d/u

/** "Pa Kungsgtan 12": the one house of the register that a text means which says nothing else, however it is spelt. */
export function houseMeant(text: string, places: Places | undefined): string | undefined {
  if (!mayBeHouse.test(text) || wordsOf(text).length > longestHouse) return undefined
  const found = places?.find(text)
  const meant = found?.kind === 'near' ? found.places : found?.kind === 'known' ? [found.place] : []
  const [only, ...others] = meant
  return only !== undefined && others.length === 0 && /\d/.test(only.text) ? only.text : undefined
}

const mostWordsOfStreet = 3

/** The same in a longer sentence, with where it stands: "hålet är på kungsgtan 12 vid porten". */
export function houseIn(
  text: string,
  places: Places | undefined,
): { readonly value: string; readonly start: number; readonly end: number } | undefined {
  const words = [...text.matchAll(/\p{L}[\p{L}\p{M}:'’.-]*/gu)]
  for (const [last, word] of words.entries()) {
    const number = houseNumberAt(text, word.index + word[0].length)
    const street =
      number === undefined ? [] : words.slice(Math.max(0, last + 1 - mostWordsOfStreet), last + 1)
    for (const { index } of street) {
      const value = houseMeant(text.slice(index, number?.end), places)
      if (value !== undefined && number !== undefined) return { value, start: index, end: number.end }
    }
  }
  return undefined
}

type AskedBack = readonly [ask: AskStep, offered: readonly Value[], places: Places | undefined]

/** The street whose number was asked for; undefined when something else was. */
export const streetAskedOn = (...[ask, offered, places]: AskedBack): string | undefined => {
  const only = onlyOffered(ask, offered)
  return only !== undefined && isStreet(only, places) ? only : undefined
}

/** What was written and asked about: is it a place? Undefined when something else was. */
export const placeAskedAbout = (...[ask, offered, places]: AskedBack): string | undefined => {
  const only = onlyOffered(ask, offered)
  return only === undefined || isStreet(only, places) ? undefined : only
}

/** "Menar du Storgatan 12 eller Storgatn 12?": the one that the register has, which a "ja" means. */
export function nearOffered(...[{ types }, offered, places]: AskedBack): string | undefined {
  const [near, written, ...more] = offered
  if (!types.includes('address') || written === undefined || more.length > 0) return undefined
  return typeof near === 'string' && places?.find(near).kind === 'known' && isUnknown(written, places)
    ? near
    : undefined
}

const isUnknown = (value: Value, places: Places): boolean =>
  typeof value === 'string' && places.find(value).kind !== 'known'

function onlyOffered({ types }: AskStep, offered: readonly Value[]): string | undefined {
  const [only, ...more] = offered
  return types.includes('address') && more.length === 0 && typeof only === 'string' ? only : undefined
}

const isStreet = (text: string, places: Places | undefined): boolean => places?.find(text).kind === 'street'

/** "12 b", "nummer 12" after "which number of Drottninggatan?" → `Drottninggatan 12 B`; other texts as they are. */
export function withStreetAskedOn(text: string, ...asked: AskedBack): string {
  const street = streetAskedOn(...asked)
  if (street === undefined) return text
  const bare = text
    .trim()
    .replace(/^(?:nummer|number|nr\.?|no\.?|det är|it is|it's)\s*/iu, '')
    .replace(/[.!]$/, '')
  const number = houseNumberAt(bare, 0)
  if (number?.end !== bare.length) return text
  const [name = street, area] = street.split(/, (.*)/s)
  return `${name} ${number.value}${area === undefined ? '' : `, ${area}`}`
}
