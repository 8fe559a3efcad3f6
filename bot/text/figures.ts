// Numbers with what they count: in figures, in words, days and months. What an answer says of them must stand in a source.
import { teens, tens, units } from './number-words'
import { foldDiacritics } from './normalise'
import { toFolded } from './compared'

export interface Figure {
  /** Written one way: `6.30`, `1500`, `042-10 50 00`. */
  readonly value: string
  /** What it counts: `money`, `week`, `december` …; undefined when no word of these stands by it. */
  readonly unit?: string
}

const unitWords: Readonly<Record<string, string>> = {
  money: 'kr kronor krona kronorna sek kronors :- ,-',
  ore: 'ore',
  euro: 'eur euro euros €',
  dollar: 'dollar dollars usd $',
  percent: '% procent percent procents',
  promille: '‰ promille',
  year: 'ar aren ars year years arig ariga',
  month: 'manad manader manaders manaderna month months',
  week: 'vecka veckor veckors veckorna week weeks',
  day: 'dag dagar dagars dagarna dygn day days',
  workday: 'vardag vardagar arbetsdag arbetsdagar',
  hour: 'timme timmar timmars timmarna tim h hour hours',
  minute: 'min minut minuter minuters minute minutes',
  second: 'sekund sekunder second seconds',
  metre: 'm meter metre metres meters meters',
  kilometre: 'km kilometer kilometre kilometres kilometers',
  centimetre: 'cm centimeter centimetre centimetres centimeters',
  millimetre: 'mm millimeter',
  area: 'kvm kvadratmeter hektar',
  kilo: 'kg kilo kilogram',
  litre: 'l liter litre litres liters',
  degree: 'grad grader degrees',
  person: 'person personer people persons',
  morning: 'am fm',
  afternoon: 'pm em',
}

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

const byWord = (names: Iterable<readonly [string, string]>): ReadonlyMap<string, string> =>
  new Map([...names].flatMap(([name, words]) => words.split(' ').map((word) => [word, name] as const)))

const monthOf = byWord(monthWords.map((words) => [words.split(' ')[0] ?? '', words] as const))
const unitOf: ReadonlyMap<string, string> = new Map([...byWord(Object.entries(unitWords)), ...monthOf])

const weekdays = [
  'mandag monday',
  'tisdag tuesday',
  'onsdag wednesday',
  'torsdag thursday',
  'fredag friday',
  'lordag saturday',
  'sondag sunday',
]

/** Digits with single marks between them. */
const digitGroup = /\d+(?:[ .,:/-]\d+)*/g
const range = /^(?!0\d+-)(\d{1,4}(?:[.:,]\d{1,2})?)-(\d{1,4}(?:[.:,]\d{1,2})?)$/
const timeRange = /^(\d{1,2}[.:]\d{2})-(\d{1,2}[.:]\d{2})$/
const before = /(?:^|[^\p{L}\p{N}])(sek|kr|eur|usd|€|\$) ?$/u
const after = /^ ?(\p{L}+|[%‰€$]|[:,]-(?!\d))/u
/** Between a number and the one that says what both count. */
const joins = /^ ?(?:-|,|och|eller|till|and|or|to|resp\.?|respektive) ?$/u

/** All figures of a text. A number that leans on the next one's unit ("40 eller 75 kronor") is there with it and without. */
export function figuresIn(text: string): readonly Figure[] {
  const folded = toFolded(text).replace(/\bm2\b/g, 'kvm')
  const spots = [...folded.matchAll(digitGroup)].flatMap(({ 0: group, index }) => {
    const end = index + group.length
    const unit = unitAt(folded, index, end)
    return partsOf(group).map((value) => ({ value, unit, start: index, end }))
  })
  return spots.flatMap((spot, at): readonly Figure[] => {
    const { value, unit, start, end } = spot
    if (unit !== undefined) return [{ value, unit }]
    const next = spots.slice(at + 1).find((one) => one.start >= end)
    if (next?.unit !== undefined && joins.test(folded.slice(end, next.start)))
      return [{ value }, { value, unit: next.unit }]
    return [isPrice(value, folded.slice(0, start)) ? { value, unit: 'money' } : { value }]
  })
}

/** A word of price and what may stand between it and the figure, at the end of what is before that. */
const priceBefore =
  /(?<!\p{L})(?:kosta\p{L}*|kostnad\p{L}*|pris(?:et|er|erna)?|avgift\p{L}*|taxa\p{L}*|costs?|prices?|fees?|charges?)((?: \p{L}+){0,4}) $/u
/** Then it is a time, a day or a number to ring. */
const noPrice =
  /(?<!\p{L})(?:kl|klockan|den|nummer|telefon|tel|ring|fore|efter|innan|senast|call|before|after|on)(?!\p{L})/u

/** "Avgiften är 30" says what something costs, also without a word for the money. */
function isPrice(value: string, textBefore: string): boolean {
  const between = priceBefore.exec(textBefore)?.[1]
  return between !== undefined && !noPrice.test(between) && /^(?!(?:19|20)\d\d$)\d+(?:\.\d+)?$/.test(value)
}

function unitAt(text: string, start: number, end: number): string | undefined {
  const word = after.exec(text.slice(end, end + 24))?.[1]
  const unit = word === undefined ? undefined : unitOf.get(word)
  const sign = before.exec(text.slice(Math.max(0, start - 6), start))?.[1]
  return unit ?? (sign === undefined ? undefined : unitOf.get(sign))
}

/** `8-16.30` is two figures, `042-10 50 00` and `2026-11-24` are one. */
function partsOf(group: string): readonly string[] {
  const [, from, to] = timeRange.exec(group) ?? range.exec(group) ?? []
  return from === undefined || to === undefined ? [oneWay(group)] : [oneWay(from), oneWay(to)]
}

function oneWay(group: string): string {
  if (/^[1-9]\d{0,2}(?:[ ,]\d{3})+$/.test(group)) return group.replace(/[ ,]/g, '')
  return group
    .replace(/(?<=\d)[:,](?=\d)/g, '.')
    .replace(/^0(\d(?:\.\d{2})?)$/, '$1')
    .replace(/^(\d+)\.00$/, '$1')
}

/** Words that say how much without a figure. */
const amounts =
  /\b(?:gratis|kostnadsfri\w*|avgiftsfri\w*|utan kostnad|free of charge|for free|(?:is|are|be) free|no (?:charge|cost|fee)|halften|halva|halv|dubbel\w*|dubbla|tredjedel\w*|fjardedel\w*|half|double|twice|tusen\w*|thousands?|miljon\w*|millions?|miljard\w*|billions?|noll|zero)\b/g

export interface Amounts {
  readonly figures: readonly Figure[]
  /** Folded: number words from two on, weekdays, months, "gratis" … */
  readonly words: ReadonlySet<string>
  /** Digits of other scripts, fractions, circled numbers: none of ours has any. */
  readonly hasStrangeDigits: boolean
}

export function amountsIn(text: string): Amounts {
  const folded = toFolded(text)
  const words = folded.match(/\p{L}+/gu) ?? []
  return {
    figures: figuresIn(text),
    words: new Set([
      ...words.filter((word) => numberOf(word) !== undefined),
      ...words.flatMap(dayOrMonth),
      ...(folded.match(amounts) ?? []),
    ]),
    hasStrangeDigits: /[^\P{N}0-9²³]/u.test(text),
  }
}

/** "May" and "march" are more often no months. */
const ambiguous = new Set(['may', 'march', 'jan'])

function dayOrMonth(word: string): readonly string[] {
  const month = ambiguous.has(word) ? undefined : monthOf.get(word)
  const day = weekdays.find((names) => names.split(' ').some((name) => word.startsWith(name)))
  return [...(month === undefined ? [] : [month]), ...(day === undefined ? [] : [day])]
}

/** Folded tables: residents' words have their dots there, ours have none. */
const simple: ReadonlyMap<string, number> = new Map(
  [...units, ...teens, ...tens].map(([word, value]) => [foldDiacritics(word), value]),
)
/** As the value of a word that is a number, from two on; NaN for one made of several. */
function numberOf(word: string): number | undefined {
  const value = simple.get(word)
  if (value !== undefined) return value < 2 ? undefined : value
  return isMadeOfNumbers(word) ? Number.NaN : undefined
}

/** `tjugofem`, `femhundratjugo`. */
function isMadeOfNumbers(word: string): boolean {
  if (word === '') return true
  for (let length = Math.min(word.length, 9); length >= 2; length -= 1) {
    const head = word.slice(0, length)
    if ((simple.has(head) || head === 'tusen') && isMadeOfNumbers(word.slice(length))) return true
  }
  return false
}

/** Whether every amount of the answer stands in the sources, counting the same thing. */
export function amountsAreFrom(answer: string, sources: string): boolean {
  const said = amountsIn(answer)
  const known = amountsIn(sources)
  if (said.hasStrangeDigits) return false
  return (
    said.figures.every((figure) => isKnown(figure, known)) &&
    [...said.words].every((word) => known.words.has(word) || isFigureOf(word, known.figures))
  )
}

/** Figures of the text that do not stand in the sources, counting the same thing, each once: `6.30`, `042-10 50 00`. */
export function newFigures(text: string, sources: string): readonly string[] {
  const known = amountsIn(sources)
  const missing = figuresIn(text).filter((figure) => !isKnown(figure, known))
  return [...new Set(missing.map(({ value }) => value))]
}

/** Without a unit in the answer, whatever the number counts in the source will do. */
const isKnown = ({ value, unit }: Figure, { figures, words }: Amounts): boolean =>
  figures.some((one) => one.value === value && (unit === undefined || one.unit === unit)) ||
  [...words].some((word) => String(numberOf(word)) === value)

const isFigureOf = (word: string, known: readonly Figure[]): boolean =>
  known.some((one) => one.value === String(numberOf(word)))
