// Weekdays and months that a text names, also in short and from one to another: "mån–fre", "Sat and Sun".
import { foldDiacritics } from './normalise'

const monthWords: readonly string[] = [
  'januari january jan',
  'februari february feb',
  'mars march',
  'april apr',
  'maj may',
  'juni june jun',
  'juli july jul',
  'augusti august aug',
  'september sept',
  'oktober october okt oct',
  'november nov',
  'december dec',
]

/** Folded word → its month, as Swedish names it. */
export const monthOf: ReadonlyMap<string, string> = new Map(
  monthWords.flatMap((words) => words.split(' ').map((word) => [word, words.split(' ')[0] ?? ''] as const)),
)
/** "May" and "march" are more often no months. */
const ambiguousMonths = new Set(['may', 'march', 'jan'])

interface DayWords {
  readonly name: string
  /** A word that begins so is this day. */
  readonly begins: RegExp
  /** Its abbreviations that are no other word. */
  readonly short: readonly string[]
  /** Those that are: "fri entré", "man", "son", "sat". Days only beside another day, before a figure or behind "on". */
  readonly mayBe: readonly string[]
}

const days: readonly DayWords[] = [
  { name: 'monday', begins: /^m[åa]ndag|^monday/, short: ['mån'], mayBe: ['man', 'mon'] },
  { name: 'tuesday', begins: /^tisdag|^tuesday/, short: ['tis'], mayBe: ['tue', 'tues'] },
  { name: 'wednesday', begins: /^onsdag|^wednesday/, short: ['ons'], mayBe: ['wed'] },
  { name: 'thursday', begins: /^torsdag|^thursday/, short: ['tors'], mayBe: ['tor', 'thu', 'thur', 'thurs'] },
  { name: 'friday', begins: /^fredag|^friday/, short: ['fre'], mayBe: ['fri'] },
  { name: 'saturday', begins: /^l[öo]rdag|^saturday/, short: ['lör'], mayBe: ['lor', 'sat'] },
  { name: 'sunday', begins: /^s[öo]ndag|^sunday/, short: ['sön'], mayBe: ['son', 'sun'] },
]

interface DayWord {
  readonly day: number
  readonly isSure: boolean
  readonly start: number
  readonly end: number
}

function dayWordsIn(text: string): readonly DayWord[] {
  return [...text.matchAll(/\p{L}+/gu)].flatMap(({ 0: word, index }) => {
    const sure = days.findIndex(({ begins, short }) => begins.test(word) || short.includes(word))
    const day = sure === -1 ? days.findIndex(({ mayBe }) => mayBe.includes(word)) : sure
    return day === -1 ? [] : [{ day, isSure: sure !== -1, start: index, end: index + word.length }]
  })
}

const fromTo = /^\.? ?(?:-|till|to|through|until|t\.?o\.?m\.?) ?$/
const beside = /^\.? ?(?:-|\/|&|,|och|and|eller|or|till|to|through|until|t\.?o\.?m\.?) ?$/

/** Of a text in lower case with its dots: every weekday it names, those between "mån–fre" too, and every month. */
export function daysAndMonthsIn(text: string): readonly string[] {
  const found = dayWordsIn(text)
  const between = (one: DayWord, next: DayWord | undefined): string =>
    next === undefined ? '?' : text.slice(one.end, next.start)
  const named = found.flatMap((one, at): readonly number[] => {
    const [before, next] = [found[at - 1], found[at + 1]]
    const isBeside =
      beside.test(between(one, next)) || (before !== undefined && beside.test(between(before, one)))
    const isByFigure =
      /^\.?:? ?\d/.test(text.slice(one.end, one.end + 4)) || /(?<!\p{L})on $/u.test(text.slice(0, one.start))
    if (!one.isSure && !isBeside && !isByFigure) return []
    return next !== undefined && fromTo.test(between(one, next)) ? daysFrom(one.day, next.day) : [one.day]
  })
  const months = foldDiacritics(text).match(/\p{L}+/gu) ?? []
  return [
    ...named.flatMap((day) => days[day]?.name ?? []),
    ...months.flatMap((word) => (ambiguousMonths.has(word) ? [] : (monthOf.get(word) ?? []))),
  ]
}

/** Round the end of the week too: from Saturday to Monday. */
const daysFrom = (first: number, last: number): readonly number[] =>
  Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, at) => (first + at) % 7)
