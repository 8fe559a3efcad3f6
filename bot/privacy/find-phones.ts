// Phone numbers as people in Sweden write them (PTS, the Swedish numbering plan), and foreign ones with their + or 00.
import { runsFrom, type DigitRun } from './digit-runs'
import { matchesOf, type Find, type Hit } from './hit'

const threeDigitAreas = /^0(?:10|11|13|16|18|19|21|23|26|31|33|35|36|40|42|44|46|54|60|63|90|7[02369])/

/** Of the digits of a whole number. */
export const isMobile = (digits: string): boolean => /^07[02369]/.test(digits)

/** How many digits the area has, with its 0. */
const areaSize = (digits: string): number =>
  digits.startsWith('08') ? 2 : threeDigitAreas.test(digits) ? 3 : 4

function hasSwedishLength(digits: string): boolean {
  if (!/^0[1-9]/.test(digits)) return false
  if (isMobile(digits) || digits.startsWith('010')) return digits.length === 10
  return digits.length >= (areaSize(digits) === 4 ? 9 : 8) && digits.length <= 10
}

/** What nobody has at home: free and shared-cost numbers, pay numbers, and the help lines of Europe. */
const service = /^\+46(?:20|77[0-8]|900|939|944|116\d{3}$)/
/** Rings nobody's home though it looks like it: the poison information centre. */
const wellKnown: ReadonlySet<string> = new Set(['+46104566700'])
/** 112, 1177, 113 13, 114 14, 118 118, 116 111, 901 01. */
const shortNumber = /^(?:112|1177|11313|11414|118\d{3}|116\d{3}|90101)$/

const isPublic = (value: string): boolean => service.test(value) || wellKnown.has(value)

/** A number as it is compared: `070-123 45 67` → `+46701234567`. */
export function toPhoneValue(written: string): string {
  const digits = written.replace(/\(0\)/, '').replace(/\D/g, '')
  if (/^ *\(?\+/.test(written)) return `+${digits.replace(/^460/, '46')}`
  if (digits.startsWith('00')) return `+${digits.slice(2).replace(/^460/, '46')}`
  return digits.startsWith('0')
    ? `+46${digits.slice(1)}`
    : digits.startsWith('46')
      ? `+${digits}`
      : `+46${digits}`
}

const abroad = /(?<![\d+])\(?(?:\+ ?|(?<![\p{L}\d\-/.]|\d )00)\(?[1-9](?:[ \-./()]{0,3}\d){7,14}(?!\d)/gu
const swedenAbroad =
  /(?<![\d+-])\(?(?:\+ ?|(?<!\p{L})00|(?<!\p{L}))46[ -]?(?:\(0\) ?|0)?[1-9](?:[ \-./()]{0,2}\d){6,8}(?!\d)/gu

const findAbroad: Find = (skeleton) => {
  const hit = (match: RegExpExecArray): Hit => {
    const { 0: text, index: start } = match
    return { kind: 'phone', start, end: start + text.length, value: toPhoneValue(text) }
  }
  const swedish = matchesOf(skeleton, swedenAbroad, (match) =>
    // Without + only a mobile number is sure.
    /^\(?(?:\+|00)/.test(match[0]) || /^467[02369]\d{7}$/.test(match[0].replace(/\D/g, ''))
      ? hit(match)
      : undefined,
  )
  return [...swedish, ...matchesOf(skeleton, abroad, hit)]
}

/**
 * `(0`, `070)`, `070-`, `070/`, `070:`; further on one and the same sign, or times and days would be numbers. A mobile number is
 * known by how it begins and how long it is, however its spaces and hyphens change: `070 123-45-67`.
 */
const separator = /^(?:[)] ?-? ?| ?[-/:] ?|[ ._])$/

const mixed = /^(?: | ?[-.] ?)$/

function isGroupedLikePhone({ digits, sizes, separators }: DigitRun): boolean {
  const [first = 0] = sizes
  const isInPairs = sizes.join() === '2,2,2,2,2' && isMobile(digits)
  if (first < areaSize(digits) && !isInPairs && sizes.some((size) => size > 1)) return false
  const [afterFirst, ...rest] = separators
  // `08:30` is a time.
  if (afterFirst?.includes(':') === true && first < 3) return false
  const isEvenIn = (sign: string): boolean => [afterFirst, ...rest].every((each) => each === sign)
  const isMixed = isMobile(digits) && first >= 3 && separators.every((each) => mixed.test(each))
  const isEven =
    isMixed ||
    rest.every((each) => each === ' ') ||
    isEvenIn('.') ||
    isEvenIn('_') ||
    (isEvenIn('-') && (first >= 3 || sizes.every((size) => size === 1)))
  // Neither a day, `08-12 2026`, nor two times, `0830-1200`.
  const isDay = sizes.join() === '2,2,4' && /(?:19|20)\d\d$/.test(digits)
  return isEven && !isDay && !(sizes.join() === '4,4' && twoTimes.test(digits))
}
const twoTimes = /^(?:(?:[01]\d|2[0-4])[0-5]\d){2}$/

/** One letter, other figures, or a word and a hyphen before it: then it is a part of something else. */
const partOfMore = /(?:(?<!\p{L})\p{L}|[\d+]|\d[-/.:,]|\p{L}-)$/u

const isSwedish = (run: DigitRun): boolean => hasSwedishLength(run.digits) && isGroupedLikePhone(run)

/** "tel:", "ring mig på": behind these shorter and stranger figures are a number too. */
const announcing =
  /(?<!\p{L})(?:(?:tel|tele|telefon|tfn|mobil|mobilen|phone|puhelin|puh)(?:nummer|nr|numero)?(?:et)?|(?:ring|nå|nås|smsa|sms:a) (?:mig |oss )?på|(?:ring|call|text) (?:mig|oss|me|us)(?: på| on| at)?|mitt (?:mobil|telefon|tele)?(?:nummer|nr)|my (?:mobile |phone )?(?:number|no)|هاتف|هاتفي)[ .:#]{0,3}(?:är|is|on)?[ :]{0,2}/u
    .source
const announced = new RegExp(`${announcing}(?<number>\\d(?:(?: |-| - )?\\d){5,9})(?!\\d)`, 'giu')
/** Of what stands before a number. */
export const announcesPhone = new RegExp(`${announcing}$`, 'iu')

const findAnnounced: Find = (skeleton) =>
  matchesOf(skeleton, announced, ({ 0: text, index, groups }) => {
    const number = groups?.['number'] ?? ''
    const end = index + text.length
    return { kind: 'phone', start: end - number.length, end, value: toPhoneValue(number) }
  })

/** `70 123 45 67`: the 0 left out. */
const withoutZero = /(?<![\p{L}\d+]|[\d\p{L}]-|\d )7[02369] \d{3} \d\d \d\d(?! ?\d|-\d)/gu

const findWithoutZero: Find = (skeleton) =>
  matchesOf(skeleton, withoutZero, ({ 0: text, index: start }) => ({
    kind: 'phone',
    start,
    end: start + text.length,
    value: toPhoneValue(text),
  }))

/** A 0 that may begin a number; amid digits that are spelt one by one it does not. */
const begins = /(?<!\d)(?<!\d )0(?:[1-9]| [1-9] \d |-[1-9]-\d-)|(?<=\d\d )0[1-9]/g

const findSwedish: Find = (skeleton) => {
  let endBefore = -1
  return matchesOf(skeleton, begins, ({ index: start }) => {
    const opened = skeleton.charAt(start - 1) === '(' ? start - 1 : start
    // `070-1234567/070-7654321`: behind the sign stands a number of its own.
    const isNext = opened - 1 === endBefore
    if (!isNext && partOfMore.test(skeleton.slice(Math.max(0, opened - 2), opened))) return undefined
    const run = runsFrom(skeleton, start, separator).findLast(isSwedish)
    if (run === undefined || /^-\d/.test(skeleton.slice(run.end, run.end + 2))) return undefined
    endBefore = run.end
    return { kind: 'phone', start: opened, end: run.end, value: toPhoneValue(run.digits) }
  })
}

const finders = [findAbroad, findSwedish, findWithoutZero, findAnnounced]

export const findPhones: Find = (skeleton, today) =>
  finders
    .flatMap((find) => find(skeleton, today))
    .filter(
      ({ value = '', start, end }) =>
        !isPublic(value) && !shortNumber.test(skeleton.slice(start, end).replace(/\D/g, '')),
    )

const mobile = /^\+467[02369]\d{7}$/

/** Fixed lines and service numbers of Sweden get no texts; of other countries it is not known which are which. */
export const mayGetTexts = (value: string): boolean => !value.startsWith('+46') || mobile.test(value)

export const findMobiles: Find = (skeleton, today) =>
  findPhones(skeleton, today).filter(({ value = '' }) => mobile.test(value))
