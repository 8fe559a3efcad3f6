// Numbers with what they count: in figures, in words, days and months. What an answer says of them must stand in a source.
import { toCompared, toFolded } from './compared'
import { daysAndMonthsIn, monthOf } from './named-days'
import { ordinalOf, spokenNumbers } from './spoken-numbers'

export interface Figure {
  /** Written one way: `6.30`, `1500`, `042-10 50 00`. */
  readonly value: string
  /** What it counts: `money`, `week`, `december` …; undefined when no word of these stands by it. */
  readonly unit?: string
  /** Of money: `month` for "kronor i månaden". */
  readonly period?: string
  /** Written in words. */
  readonly isSpoken?: true
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

const byWord = (names: Iterable<readonly [string, string]>): ReadonlyMap<string, string> =>
  new Map([...names].flatMap(([name, words]) => words.split(' ').map((word) => [word, name] as const)))

const unitOf: ReadonlyMap<string, string> = new Map([...byWord(Object.entries(unitWords)), ...monthOf])

/** What a price may be for: "kronor i månaden", "SEK 2 a day", "kronor årligen". */
const periodOf: ReadonlyMap<string, string> = byWord([
  ['year', 'ar aret arligen year yearly annum annually'],
  ['month', 'manad manaden manadsvis manatligen month monthly'],
  ['week', 'vecka veckan week weekly'],
  ['day', 'dag dagen dygn dygnet dagligen day daily'],
  ['hour', 'timme timmen tim h hour hourly'],
  ['minute', 'minut minuten min minute'],
])
const periodAfter = /^,? ?(?:(?:i|per|pr|om|a|an|each|every|varje|var) |\/ ?)?(?:hel |full )?(\p{L}+)/u

/** Digits with single marks between them. */
const digitGroup = /\d+(?:[ .,:/-]\d+)*/g
const range = /^(?!0\d+-)(\d{1,4}(?:[.:,]\d{1,2})?)-(\d{1,4}(?:[.:,]\d{1,2})?)$/
const timeRange = /^(\d{1,2}[.:]\d{2})-(\d{1,2}[.:]\d{2})$/
const before = /(?:^|[^\p{L}\p{N}])(sek|kr|eur|usd|€|\$) ?$/u
/** "20 svenska kronor", "3 hela veckor", "4th of August". */
const after =
  /^ ?(?:(?:of|svenska|swedish|hela|whole|full|fulla|kalender|calendar|extra|ytterligare|fler|more|further|additional|langa|consecutive) )?(\p{L}+|[%‰€$]|[:,]-(?!\d))/u
/** "August 4": where neither a day stands before the month nor a word that makes what follows an hour, "i augusti 8". */
const monthBefore =
  /(?<!\d(?: of)? |(?<!\p{L})(?:i|in|under|during|till|to|och|and) |-)(?<!\p{L})(\p{L}+)\.? (?:the )?$/u
/** Between a number and the one that says what both count. */
const joins = /^ ?(?:-|,|och|eller|till|and|or|to|resp\.?|respektive) ?$/u
/** What "en" and "ett" count when they are a number: "inom en vecka". */
const spans: ReadonlySet<string | undefined> = new Set(['year', 'month', 'week', 'day', 'hour'])

const withoutEmphasis = (text: string): string =>
  text.replace(/(?<=\S)\*+|\*+(?=\S)|(?<![\p{L}\p{N}_])_+(?=\S)|(?<=\S)_+(?![\p{L}\p{N}_])/gu, '')

/** Folded, without Markdown's emphasis; `4:e`, `4th` and `fjärde augusti` as 4. */
const toRead = (text: string): string =>
  toFolded(withoutEmphasis(text))
    .replace(/\bm2\b/g, 'kvm')
    .replace(/(?<=\d)(?::[ea]|st|nd|rd|th)(?!\p{L})/gu, '')
    .replace(/([a-z]+(?:-[a-z]+)?)(?= (?:of )?([a-z]+))/g, (word, _same, month: string) =>
      monthOf.has(month) ? (ordinalOf(word) ?? word) : word,
    )

interface Spot {
  readonly value: string
  readonly unit: string | undefined
  readonly period: string | undefined
  readonly start: number
  readonly end: number
  readonly isSpoken?: true
}

const inDigits = (folded: string): readonly Spot[] =>
  [...folded.matchAll(digitGroup)].flatMap(({ 0: group, index }) => {
    const place = { start: index, end: index + group.length }
    const values = partsOf(group)
    const counted = unitAt(folded, place, values.length === 1)
    return values.map((value) => ({ value, ...counted, ...place }))
  })

/** From two on, and "en vecka". */
const inWords = (folded: string): readonly Spot[] =>
  spokenNumbers(folded).flatMap(({ value, ...place }) => {
    const counted = unitAt(folded, place, false)
    return value > 1 || (value === 1 && spans.has(counted.unit))
      ? [{ value: String(value), ...counted, ...place, isSpoken: true as const }]
      : []
  })

/** All figures of a text. A number that leans on the next one's unit ("40 eller 75 kronor") is there with it and without. */
export function figuresIn(text: string): readonly Figure[] {
  const folded = toRead(text)
  const spots = [...inDigits(folded), ...inWords(folded)].sort((one, other) => one.start - other.start)
  return spots.flatMap((spot, at): readonly Figure[] => {
    const { value, unit, period, start, end, isSpoken } = spot
    const figure = { value, ...(isSpoken === undefined ? {} : { isSpoken }) }
    if (unit !== undefined) return [{ ...figure, unit, ...(period === undefined ? {} : { period }) }]
    const next = spots.slice(at + 1).find((one) => one.start >= end)
    if (next?.unit !== undefined && joins.test(folded.slice(end, next.start)))
      return [figure, { ...figure, unit: next.unit }]
    return [
      isPrice(value, folded.slice(0, start), folded.slice(end, end + 9))
        ? { ...figure, unit: 'money' }
        : figure,
    ]
  })
}

/** A word of price and what may stand between it and the figure, at the end of what is before that. */
const priceBefore =
  /(?<!\p{L})(?:kosta\p{L}*|betala\p{L}*|pays?|paid|kostnad\p{L}*|pris(?:et|er|erna)?|avgift\p{L}*|taxa\p{L}*|costs?|prices?|fees?|charges?)((?: \p{L}+){0,4}) $/u
/** Then it is a time, a day or a number to ring. */
const noPrice =
  /(?<!\p{L})(?:kl|klockan|den|nummer|telefon|tel|ring|fore|efter|innan|inom|senast|till|bankgiro|plusgiro|konto|swish|ocr|call|before|after|within|by|at|to|on)(?!\p{L})/u

/** "Avgiften är 30" says what something costs, also without a word for the money. */
function isPrice(value: string, textBefore: string, textAfter: string): boolean {
  const between = priceBefore.exec(textBefore)?.[1]
  if (textAfter === ' per cent') return false
  return between !== undefined && !noPrice.test(between) && /^(?!(?:19|20)\d\d$)\d+(?:\.\d+)?$/.test(value)
}

const dayOfMonth = /^(?:[1-9]|[12]\d|3[01])$/

/** What a number counts, and of money for how long. `isAlone` of one that is no range. */
function unitAt(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  isAlone: boolean,
): Pick<Spot, 'unit' | 'period'> {
  const next = after.exec(text.slice(end, end + 40))
  const [behind = '', word = ''] = next ?? []
  const sign = before.exec(text.slice(Math.max(0, start - 6), start))?.[1] ?? ''
  const unit = unitOf.get(word) ?? unitOf.get(sign)
  if (unit !== 'money')
    return { unit: unit ?? (isAlone ? monthAt(text, start, end) : undefined), period: undefined }
  const rest = text.slice(end + (unitOf.has(word) ? behind.length : 0)).slice(0, 40)
  return { unit, period: periodOf.get(periodAfter.exec(rest)?.[1] ?? '') }
}

function monthAt(text: string, start: number, end: number): string | undefined {
  const month = monthBefore.exec(text.slice(Math.max(0, start - 40), start))?.[1] ?? ''
  return dayOfMonth.test(text.slice(start, end)) ? monthOf.get(month) : undefined
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
  /** Weekdays, months, "gratis" … */
  readonly words: ReadonlySet<string>
  /** What some word says that things are paid or done for: `month` for "månad", "månadsavgift". */
  readonly periods: ReadonlySet<string>
  /** Digits of other scripts, fractions, circled numbers: none of ours has any. */
  readonly hasStrangeDigits: boolean
}

function amountsIn(text: string): Amounts {
  const folded = toRead(text)
  const words = folded.match(/\p{L}+/gu) ?? []
  return {
    figures: figuresIn(text),
    words: new Set([
      ...daysAndMonthsIn(toCompared(withoutEmphasis(text)).toLowerCase()),
      ...(folded.match(amounts) ?? []),
    ]),
    periods: new Set(
      words.flatMap((word) => periodOf.get(word.replace(/s?(?:avgift|kostnad)\p{L}*$/u, '')) ?? []),
    ),
    hasStrangeDigits: /[^\P{N}0-9²³]/u.test(text),
  }
}

/** Whether a text names a figure, a day or a month. */
export function hasAmount(text: string): boolean {
  const { figures, words } = amountsIn(text)
  return figures.length > 0 || words.size > 0
}

/** Whether every amount of the answer stands in the sources, counting the same thing. */
export function amountsAreFrom(answer: string, sources: string): boolean {
  const said = amountsIn(answer)
  const known = amountsIn(sources)
  if (said.hasStrangeDigits) return false
  return (
    said.figures.every((figure) => isKnown(figure, known)) &&
    [...said.words].every((word) => known.words.has(word))
  )
}

/** Figures of the text that do not stand in the sources, counting the same thing, each once: `6.30`, `042-10 50 00`. */
export function newFigures(text: string, sources: string): readonly string[] {
  const known = amountsIn(sources)
  // "De två" counts nothing that another text must say, and "en månad i taget" is "varje månad".
  const counted = figuresIn(text).filter(
    ({ value, isSpoken, unit }) => isSpoken !== true || (unit !== undefined && value !== '1'),
  )
  return [...new Set(counted.filter((figure) => !isKnown(figure, known)).map(({ value }) => value))]
}

/** Without a unit in the answer, whatever the number counts in the source will do; so will a price without its period. */
const isKnown = ({ value, unit, period }: Figure, { figures, periods }: Amounts): boolean =>
  figures.some(
    (one) =>
      one.value === value &&
      (unit === undefined || one.unit === unit) &&
      (period === undefined ||
        one.period === period ||
        // "Avgiften per månad är högst 2 660 kronor."
        (one.period === undefined && periods.has(period))),
  )
