// Personal identity and coordination numbers, however they are grouped: a day that may be a birthday and a right last digit.
import { toPersonNumber } from '../text/person-number'
import { matchesOf, type Find } from './hit'

const lastFour = String.raw`\d ?\d ?\d ?\d`
const between = '[-. /]?'
const month = String.raw`(?:0\d|1[0-2])`
const dayOfMonth = String.raw`(?:[0-3]|[6-9])\d`
const written = String.raw`(?:18|19|20)?\d\d${between}${month}${between}${dayOfMonth} ?[-+_/.]? ?${lastFour}`
/** What follows a hyphen goes on, as the next part of a case number does. */
const inGroups = new RegExp(String.raw`(?<![\d+-])${written}(?!\d|-\d)`, 'g')
/** `pnr-900101-1239`: after a hyphen only as a birthday is written, for `KS-2012/011512` is a case. */
const afterHyphen = new RegExp(
  String.raw`(?<=(?<!\d)-)(?:18|19|20)?\d\d(-?)${month}\1${dayOfMonth} ?[-+_/.]? ?${lastFour}(?!\d|-\d)`,
  'g',
)
const spelt = /(?<!\d ?|\+|\d-)(?:\d \d )?\d(?: \d){9}(?! ?\d)/g

/** `2026-11-24 0830`, `20261124 08 30`: a day of now and a time, not somebody born then. */
const dayAndTime = /^(\d{4}|\d\d)[-. /]?\d\d[-. /]?\d\d (?:[01]\d|2[0-3])[ .]?[0-5]\d$/

function isDayAndTime(text: string, today: string): boolean {
  const year = dayAndTime.exec(text)?.[1]
  if (year === undefined) return false
  const thisYear = Number(today.slice(0, 4))
  return year.length === 4 ? Number(year) >= thisYear - 1 : Number(year) === thisYear % 100
}

/** Ten digits that begin with 0 are a phone number unless they are grouped like nothing but a birthday. */
const likePhone = /^0(?!\d{5}\D|\d\D\d\d\D\d\d\D)/

export const findPersonIds: Find = (skeleton, today) =>
  [inGroups, afterHyphen, spelt].flatMap((form) =>
    matchesOf(skeleton, form, ({ 0: text, index: start }) =>
      likePhone.test(text) || isDayAndTime(text, today) || toPersonNumber(text, today) === undefined
        ? undefined
        : { kind: 'person-id', start, end: start + text.length },
    ),
  )
