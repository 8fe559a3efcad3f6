// Figures, days and addresses of a text that another one lacks, where the two are in two languages: `14.30` is "2.30 pm" there,
// `1 000` is "1,000", and "24 december" may be "24.12.".
import { newAddresses } from './addresses'
import { figuresIn, type Figure } from './figures'
import { daysAndMonthsIn, monthOf } from './named-days'
import { toCompared } from './compared'

export interface Spoken {
  readonly text: string
  /** ISO code. */
  readonly language: string
}

/** Those whose words for money, days and months are read; of others a figure is known by its digits. */
const wellRead: ReadonlySet<string> = new Set(['sv', 'en'])
const isWellRead = ({ language }: Spoken): boolean => wellRead.has(language)

/** Arabic and Persian digits as ours. */
const withPlainDigits = (text: string): string =>
  text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))

/** In languages other than Swedish and English thousands may have a dot: `1.000`. */
const plain = ({ text, language }: Spoken): string =>
  wellRead.has(language)
    ? text
    : withPlainDigits(text).replace(/(?<![\d.])\d{1,3}(?:\.\d{3})+(?![\d.])/g, (many) =>
        many.replaceAll('.', ''),
      )

const monthNumbers: ReadonlyMap<string, number> = new Map(
  [...new Set(monthOf.values())].map((name, index) => [name, index + 1] as const),
)

/** A fact as it is told to staff: a figure as it is written, a day or a month by its name. */
export interface Fact {
  readonly sv: string
  readonly en: string
}

const asWritten = (fact: string): Fact => ({ sv: fact, en: fact })

/** Of the first week and the year of 2024, which begin on a Monday, by the names that `daysAndMonthsIn` gives. */
const dayNames: ReadonlyMap<string, Fact> = new Map(
  [
    ...Array.from({ length: 7 }, (_, at) => [new Date(Date.UTC(2024, 0, 1 + at)), 'weekday', 'en'] as const),
    ...Array.from({ length: 12 }, (_, at) => [new Date(Date.UTC(2024, at, 1)), 'month', 'sv'] as const),
  ].map(([date, part, namedIn]) => {
    const named = (language: string) => date.toLocaleDateString(language, { [part]: 'long', timeZone: 'UTC' })
    return [named(namedIn).toLowerCase(), { sv: named('sv'), en: named('en') }] as const
  }),
)

const phoneDigits = (value: string): string | undefined =>
  /^(?:0\d|46 )[\d -]{5,}$/.test(value) ? value.replace(/\D/g, '').replace(/^46/, '0') : undefined

/** The ways in which a figure may stand in the other language. @param exact only those that say what it counts, too */
function waysOf({ value, unit }: Figure, exact: boolean): readonly string[] {
  const phone = phoneDigits(value)
  if (phone !== undefined) return [phone]
  const month = monthNumbers.get(unit ?? '')
  if (month !== undefined) return [`${value}.${month}.`, ...(exact ? [] : [value, `${value}.${month}`])]
  if (unit === 'money') return [`money ${value}`, ...(exact ? [] : [value])]
  return unit === 'afternoon' ? [inTheAfternoon(value), value] : [value]
}

/** `2.30` as 14.30. */
const inTheAfternoon = (value: string): string =>
  value.replace(/^\d+/, (hour) => (Number(hour) < 12 ? String(Number(hour) + 12) : hour))

/** "Noon" is a figure in one language and a word in another. */
const namedHours: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\b(?:noon|midday)\b/i, ['12']],
  [/\bmidnight\b|\bmidnatt\b/i, ['24', '0', '00']],
]

function knownIn(spoken: Spoken): ReadonlySet<string> {
  const text = plain(spoken)
  return new Set([
    ...figuresIn(text).flatMap((figure) => [...waysOf(figure, false), figure.value]),
    ...namedHours.flatMap(([word, hours]) => (word.test(text) ? hours : [])),
  ])
}

/** Figures of a text as they are written there, a day with its month; a number in words is a matter of style. */
function figuresMissing(spoken: Spoken, other: Spoken): readonly Fact[] {
  const known = knownIn(other)
  const exact = isWellRead(spoken) && isWellRead(other)
  const named = new Map<string, { readonly fact: Fact; readonly ways: readonly string[] }>()
  for (const figure of figuresIn(plain(spoken))) {
    if (figure.isSpoken === true) continue
    const fact = factOf(figure)
    const before = named.get(fact.sv)?.ways ?? []
    named.set(fact.sv, { fact, ways: [...before, ...waysOf(figure, exact)] })
  }
  return [...named.values()].filter(({ ways }) => !ways.some((way) => known.has(way))).map(({ fact }) => fact)
}

function factOf({ value, unit }: Figure): Fact {
  const month = monthNumbers.has(unit ?? '') ? dayNames.get(unit ?? '') : undefined
  return { sv: withMonth(value, month?.sv), en: withMonth(value, month?.en) }
}

const withMonth = (value: string, month: string | undefined): string =>
  month === undefined ? value : `${value} ${month}`

/** Some days in one word: which they are need not be said in the other language. */
const manyDays =
  /\b(?:weekdays?|working days?|weekends?|daily|every day|all days)\b|(?<!\p{L})(?:vardag|helg|dagligen|varje dag|alla dagar)/iu

/** In English "may" and "march" are months with a capital only. */
const capitalMonths: readonly (readonly [RegExp, string])[] = [
  [/\bMay\b/, 'maj'],
  [/\bMarch\b/, 'mars'],
  [/\bJan\b/, 'januari'],
]

const daysIn = ({ text }: Spoken): readonly string[] => daysAndMonthsIn(toCompared(text).toLowerCase())

function daysMissing(spoken: Spoken, other: Spoken): readonly string[] {
  if (!isWellRead(spoken) || !isWellRead(other)) return []
  const isLoose = [spoken, other].some(({ text }) => manyDays.test(text))
  const known = new Set([
    ...daysIn(other),
    ...capitalMonths.flatMap(([word, month]) => (word.test(other.text) ? [month] : [])),
  ])
  // A month of a day is told with it.
  const ofDays = new Set(figuresIn(spoken.text).map(({ unit }) => unit))
  return [...new Set(daysIn(spoken))].filter(
    (day) => !known.has(day) && !ofDays.has(day) && !(isLoose && !monthNumbers.has(day)),
  )
}

/** Each once. */
export const factsMissing = (spoken: Spoken, other: Spoken): readonly Fact[] => [
  ...figuresMissing(spoken, other),
  ...daysMissing(spoken, other).map((day) => dayNames.get(day) ?? asWritten(day)),
]

/** The same of web and e-mail addresses, which stand in the Markdown. A page may have another one in each language of one site. */
export function addressesMissing(markdown: string, other: string): readonly Fact[] {
  const sites = new Set(newAddresses(other, '').map(siteOf))
  return newAddresses(markdown, other)
    .filter((address) => address.includes('.') && (address.includes('@') || !sites.has(siteOf(address))))
    .map(asWritten)
}

const siteOf = (address: string): string => address.replace(/^www\./, '').replace(/\/.*$/, '')
