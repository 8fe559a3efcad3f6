// Names of months, weekdays and small numbers in Swedish and English, with the short forms and slips people use.
import { fold } from './fold-words'

type Words = readonly (readonly string[])[]

const months: Words = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb', 'febr'],
  ['mars', 'march', 'mar'],
  ['april', 'apr'],
  ['maj', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['augusti', 'august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
]
/** Monday first. */
const weekdays: Words = [
  ['måndag', 'monday'],
  ['tisdag', 'tuesday'],
  ['onsdag', 'wednesday'],
  ['torsdag', 'thursday'],
  ['fredag', 'friday'],
  ['lördag', 'saturday'],
  ['söndag', 'sunday'],
]
const ordinalsSv = (
  'första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde fjortonde femtonde ' +
  'sextonde sjuttonde artonde nittonde tjugonde tjugoförsta tjugoandra tjugotredje tjugofjärde tjugofemte tjugosjätte ' +
  'tjugosjunde tjugoåttonde tjugonionde trettionde trettioförsta'
).split(' ')
const ordinalsEn = (
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth ' +
  'sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth ' +
  'twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'
).split(' ')
const days: Words = ordinalsSv.map((word, index) => [word, ordinalsEn[index] ?? word])
const amounts: Words = [
  ['en', 'ett', 'a', 'an', 'one'],
  ['två', 'two'],
  ['tre', 'three'],
  ['fyra', 'four'],
  ['fem', 'five'],
  ['sex', 'six'],
  ['sju', 'seven'],
  ['åtta', 'eight'],
  ['nio', 'nine'],
  ['tio', 'ten'],
  ['elva', 'eleven'],
  ['tolv', 'twelve'],
  ['tretton', 'thirteen'],
  ['fjorton', 'fourteen'],
]
/** Without dots "mån", "lör" and "sön" would be other words, so these are taken as written. */
const shortWeekdays: Words = [['mån'], ['tis'], ['ons'], ['tors', 'tor'], ['fre'], ['lör'], ['sön']]

/** One alternative of a regular expression for every way to write one of the words; longest first. */
function alternatives(words: Words): string {
  const all = words.flat().flatMap((word) => [word, fold(word)])
  return [...new Set(all)].sort((a, b) => b.length - a.length).join('|')
}

function indexOf(words: Words, written: string | undefined): number {
  const folded = fold(written ?? '')
  return words.findIndex((ways) => ways.some((way) => fold(way) === folded))
}

export const monthWords = alternatives(months)
export const weekdayWords = `${alternatives(weekdays)}|${shortWeekdays.flat().join('|')}`
export const dayWords = alternatives(days)
export const smallNumberWords = alternatives(amounts)

/** 1 to 12. */
export const monthNumber = (written: string | undefined): number => indexOf(months, written) + 1
/** 0 is Monday. */
export const weekdayNumber = (written: string | undefined): number => {
  const short = shortWeekdays.findIndex((ways) => ways.includes(written?.toLowerCase() ?? ''))
  return short >= 0 ? short : indexOf(weekdays, written)
}
/** Day of a month from digits or an ordinal word. */
export const dayNumber = (digits: string | undefined, word: string | undefined): number =>
  digits === undefined ? indexOf(days, word) + 1 : Number(digits)
/** Digits, or a word from one to fourteen. */
export const smallNumber = (written: string | undefined): number => {
  const index = indexOf(amounts, written)
  return index >= 0 ? index + 1 : Number(written)
}
