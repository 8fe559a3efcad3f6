// Street addresses in free Swedish sentences: "gatlyktan på storgatan 12 b är trasig" → `Storgatan 12 B`.
import { keepLast } from '../../contracts/basics/keep-last'
import { fold, wordsOf } from './fold-words'
import type { WalkEnvironment } from '../model/walk-environment'

export interface FoundAddress {
  readonly value: string
  readonly start: number
  readonly end: number
}

/** What street names end in, without dots over letters; these alone are no name: "på gatan 3 bilar". */
const streetEndings = 'gata gatan vag vagen'.split(' ')
/** And what can also stand alone as a name: "Torget 1". */
const placeEndings = (
  'grand granden torg torget plan planen alle allen stig stigen backe backen led leden plats platsen park parken ' +
  'straket promenaden kaj kajen strand stranden esplanaden slingan ringen svangen liden kroken vreten tunet ' +
  'boulevarden passagen terrassen bron hamnen udden hojden hagen angen gardet garden dalen kullen brinken'
).split(' ')
const endings = [...streetEndings, ...placeEndings]
/** Ways and grounds of every town; with a number behind they are still no address. */
const kinds = new Set(
  'cykelvagen gangvagen bilvagen motorvagen gagatan sidogatan tvargatan huvudgatan parkeringsplatsen lekplatsen lekparken hundrastgarden skolgarden innergarden'.split(
    ' ',
  ),
)
const modifiers = new Set(
  'norra sodra ostra vastra gamla nya stora lilla ovre nedre inre yttre sankt sankta s:t st drottning kung prins biskop doktor'.split(
    ' ',
  ),
)
const notNames = new Set(
  'pa vid i utanfor nara hos mot till fran framfor bakom bredvid langs runt under over at on near in by outside the ligger ar finns det adress adressen plats platsen samma denna var'.split(
    ' ',
  ),
)
const houseNumber =
  /[ ,]{0,2}(?:nr\.? ?)?([1-9]\d{0,3})(?:\s?[-–]\s?([1-9]\d{0,3}))?(?:\s?([a-h])|([a-z]))?(?![\p{L}\d]|[-–]\d)/iuy

interface Token {
  readonly text: string
  readonly folded: string
  readonly start: number
  readonly end: number
}

/** Addresses with a house number whose street is recognisable by its ending, in the order written. */
export const findAddresses = keepLast(
  (text: string, city: WalkEnvironment['city']): readonly FoundAddress[] => {
    const tokens = tokensOf(text)
    const found: FoundAddress[] = []
    for (const [index, token] of tokens.entries()) {
      const number = houseNumberAt(text, token.end)
      const first = number === undefined ? undefined : firstOfName(tokens, index)
      if (number === undefined || first === undefined) continue
      const name = tokens.slice(first, index + 1).map((part) => part.text)
      const area = areaAfter(text, number.end, city)
      const value = `${capitalise(name.map(calm).join(' '))} ${number.value}${area.value}`
      found.push({ value, start: tokens[first]?.start ?? token.start, end: area.end })
    }
    return found
  },
)

function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(/\p{L}[\p{L}\p{M}]*(?:[:'’.-][\p{L}\p{M}]+)*/gu)].map((match) => ({
    text: match[0],
    folded: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** The number of a house right after `at`: `12`, `12 B`, `12-14`. */
export function houseNumberAt(text: string, at: number): { value: string; end: number } | undefined {
  houseNumber.lastIndex = at
  const match = houseNumber.exec(text)
  if (match?.[1] === undefined) return undefined
  const range = match[2] === undefined ? '' : `-${match[2]}`
  const letter = match[3] ?? match[4]
  const value = `${match[1]}${range}${letter === undefined ? '' : ` ${letter.toUpperCase()}`}`
  return { value, end: at + match[0].length }
}

/** Index of the first word of the street name that ends at `last`; undefined when that is no street. */
function firstOfName(tokens: readonly Token[], last: number): number | undefined {
  const token = tokens[last]
  if (token === undefined || kinds.has(token.folded)) return undefined
  const standsAlone = endings.includes(token.folded)
  if (!standsAlone && !endings.some((ending) => token.folded.endsWith(ending))) return undefined
  const first = extendLeft(tokens, last, standsAlone)
  return first === last && streetEndings.includes(token.folded) ? undefined : first
}

function extendLeft(tokens: readonly Token[], last: number, standsAlone: boolean): number {
  let first = last
  for (let before = tokens[first - 1]; before !== undefined; before = tokens[first - 1]) {
    const genitive = standsAlone && first === last && before.folded.endsWith('s')
    const isCapital = standsAlone && /^\p{Lu}/u.test(before.text)
    const belongs = modifiers.has(before.folded) || genitive || isCapital
    if (!belongs || notNames.has(before.folded)) return first
    first -= 1
  }
  return first
}

/** `, Malmö`, ` i Malmö` or ` Malmö` after the number, when that is a known place; our own city's name adds nothing. */
function areaAfter(text: string, at: number, city: WalkEnvironment['city']): { value: string; end: number } {
  const match = /^\s*(?:,|i\s|in\s|\s)\s*(?:\d{3}\s?\d{2}\s+)?/u.exec(text.slice(at))
  if (match === null) return { value: '', end: at }
  const rest = fold(text.slice(at + match[0].length))
  const named = [city.name, ...city.placesOutside].find((place) => startsWithName(rest, fold(place)))
  if (named === undefined) return { value: '', end: at }
  return { value: named === city.name ? '' : `, ${named}`, end: at + match[0].length + named.length }
}

function startsWithName(rest: string, name: string): boolean {
  return rest.startsWith(name) && !/^[\p{L}\d]/u.test(rest.slice(name.length))
}

/** `STORGATAN` → `Storgatan`; other spellings stay as written. */
function calm(word: string): string {
  const isShouted = word.length > 3 && word === word.toUpperCase()
  return isShouted ? capitalise(word.toLowerCase()) : word
}

export function capitalise(text: string): string {
  const [first = ''] = text
  return first.toUpperCase() + text.slice(first.length)
}

/** Whether nothing but small words stands around the span: then the text is an address and nothing else. */
export function isBareAddress(text: string, found: FoundAddress): boolean {
  const around = wordsOf(`${text.slice(0, found.start)} ${text.slice(found.end)}`)
  return around.every((word) => notNames.has(fold(word)))
}
