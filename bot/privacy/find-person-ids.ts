// Personal identity and coordination numbers, however they are grouped: a day that may be a birthday and a right last digit.
import { hasPersonNumberDay, toPersonNumber } from '../text/person-number'
import { announcesPhone, isMobile, toPhoneValue } from './find-phones'
import { contextBefore, matchesOf, type Find, type Hit } from './hit'

const lastFour = String.raw`\d ?\d ?\d ?\d`
const between = '[-. /]?'
/** Before the last four: `900101:1239`, `(900101) 1239`, `**900101**-1239`. Whatever it is: the last digit tells who is meant. */
const gap = String.raw`[^\p{L}\p{N}\n]{0,6}`
const month = String.raw`(?:0\d|1[0-2])`
const dayOfMonth = String.raw`(?:[0-3]|[6-9])\d`
const written = String.raw`(?:18|19|20)?\d\d${between}${month}${between}${dayOfMonth}${gap}${lastFour}`
/** What follows a hyphen goes on, as the next part of a case number does. */
const inGroups = new RegExp(String.raw`(?<![\d+-])${written}(?!\d|-\d)`, 'gu')
/** `pnr-900101-1239`: after a hyphen only as a birthday is written, for `KS-2012/011512` is a case. */
const afterHyphen = new RegExp(
  String.raw`(?<=(?<!\d)-)(?:18|19|20)?\d\d(-?)${month}\1${dayOfMonth}${gap}${lastFour}(?!\d|-\d)`,
  'gu',
)
/** `9 0 0 1 0 1 1 2 3 9`, `9-0-0-1-0-1-1-2-3-9` */
const spelt = /(?<!\d[ .,-]{0,3}|\+)(?:\d[ .,-]{1,3}\d[ .,-]{1,3})?\d(?:[ .,-]{1,3}\d){9}(?![ .,-]{0,3}\d)/g
/** What people put between the day and the last four in words. */
const saidBetween = [
  String.raw`(?:(?:och|med|and|with) )?(?:(?:mina|de|my|the) )?(?:(?:sista|last) (?:fyra|four|4)|(?:fyra|4) sista|sista siffrorna|last digits)(?: siffror| siffrorna| digits)?`,
  'streck|bindestreck|minus|dash|hyphen|nr|nummer|number',
].join('|')
/** `900101, sista fyra 1239`, `900101 streck 1239` */
const lastFourToldApart = new RegExp(
  String.raw`(?<![\d+-])(?<day>(?:18|19|20)?\d\d${between}${month}${between}${dayOfMonth})[ ,.;:(]{1,3}(?:${saidBetween})[ :]{0,2}(?:(?:är|is|are) )?(?<lastFour>\d{4})(?!\d|-\d)`,
  'giu',
)
/** `01011990-1239`: the day as most of the world writes it. */
const dayFirst = new RegExp(
  String.raw`(?<![\d+-])(?<dayOfMonth>[0-3]\d)${between}(?<month>${month})${between}(?<year>(?:19|20)\d\d)${gap}(?<lastFour>\d{4})(?!\d|-\d)`,
  'gu',
)

/** `2026-11-24 0830`, `20261124 08 30`: a day of now and a time, not somebody born then. */
const dayAndTime = /^(\d{4}|\d\d)[-. /]?\d\d[-. /]?\d\d[ ,:;]{1,2}(?:[01]\d|2[0-3])[ .]?[0-5]\d$/

function isDayAndTime(text: string, today: string): boolean {
  const year = dayAndTime.exec(text)?.[1]
  if (year === undefined) return false
  const thisYear = Number(today.slice(0, 4))
  return year.length === 4 ? Number(year) >= thisYear - 1 : Number(year) === thisYear % 100
}

const groupedLikeBirthday = /^(?:\d{6}|\d\d\D\d\d\D\d\d)\D/
const oneRun = /^\d+$|^\d(?:\D+\d)+$/

/**
 * What begins with 0 is a phone number when it is grouped as one, `0411-123456`; and in one run, `0701234567`, when it is a
 * mobile number or what stands before says so. Any other run is of somebody born in 2000 to 2009 as far as its figures say.
 */
const isLikePhone = (text: string, before: string): boolean =>
  text.startsWith('0') &&
  !groupedLikeBirthday.test(text) &&
  !(oneRun.test(text) && !isMobile(text.replace(/\D/g, '')) && !announcesPhone.test(before))

/** `(900101) 1239` and `900101 (1239)` with both their brackets. */
function withBrackets(skeleton: string, start: number, whole: string): Pick<Hit, 'start' | 'end'> {
  const end = start + whole.length
  const [opens, closes] = [whole.includes('('), whole.includes(')')]
  return {
    start: closes && !opens && skeleton.charAt(start - 1) === '(' ? start - 1 : start,
    end: opens && !closes && skeleton.charAt(end) === ')' ? end + 1 : end,
  }
}

const named =
  /(?:person\p{L}*[ -]?(?:nr|nummer|number|id)\p{L}*|pnr|samordningsn\p{L}+|(?:identity|security) number)[ .:#]{0,3}(?:är|is)?[ .:#]{0,3}$/u

const inOrder = ({ day, dayOfMonth, month, year, lastFour }: Record<string, string>): string =>
  `${day ?? `${year}${month}${dayOfMonth}`} ${lastFour}`

export const findPersonIds: Find = (skeleton, today) =>
  [inGroups, afterHyphen, spelt, lastFourToldApart, dayFirst].flatMap((form) =>
    matchesOf(skeleton, form, ({ 0: whole, index: start, groups }) => {
      const text = groups === undefined ? whole : inOrder(groups)
      const before = contextBefore(skeleton, start)
      if (isLikePhone(text, before) && !named.test(before)) return undefined
      if (isDayAndTime(text, today) || toPersonNumber(text, today) === undefined) return undefined
      // By its value the city's own phone number is known.
      const value = text.startsWith('0') ? { value: toPhoneValue(text) } : {}
      return { kind: 'person-id', ...withBrackets(skeleton, start, whole), ...value }
    }),
  )

/** `550101-1234`, `1955-01-01-1234`, `550101+1234`: nobody writes anything else so often that it may stand for everyone to read. */
const asOnCards = new RegExp(
  String.raw`(?<![\d+]|\d[-/.])(?:\d{6}|(?:18|19|20)\d{6}|(?:18|19|20)\d\d-\d\d-\d\d)[-+]\d{4}(?!\d|[-/]\d)`,
  'g',
)
const reference =
  /(?:dnr|diarie\p{L}*|ärende\p{L}*|stolp\p{L}*|faktur\p{L}*|ocr|referens\p{L}*|best[äe]ll\p{L}*|order\p{L}*|kund\p{L}*|mätar\p{L}*|anläggning\p{L}*|case|invoice|reference)[ .:#]*(?:nr|nummer|number|no)?[ .:#]*(?:är|is)?[ :#-]*$/u

/**
 * `900101-T239`: for who has no other, from universities, health care and authorities; a letter stands for the first of the last
 * four (the letters as the package `personnummer` has them). Behind a space only where it is named.
 */
const interim =
  /(?<![\p{L}\d+]|[\p{L}\d][-/.])(?<day>\d{6}|(?:18|19|20)\d{6}|(?:18|19|20)\d\d-\d\d-\d\d)(?<gap>[-+ ]?)[TRSUWXJKLMN](?<lastThree>\d{3})(?![\p{L}\d]|[-/]\d)/giu

export const findInterimIds: Find = (skeleton, today) =>
  matchesOf(skeleton, interim, ({ 0: text, index: start, groups }) => {
    const before = contextBefore(skeleton, start)
    if (reference.test(before) || (groups?.['gap'] === ' ' && !named.test(before))) return undefined
    return hasPersonNumberDay(`${groups?.['day']}-1${groups?.['lastThree']}`, today)
      ? { kind: 'person-id', start, end: start + text.length }
      : undefined
  })

/** Personal identity numbers with a wrong last digit, written as they stand on cards: whoever mistypes theirs has told it. */
export const findMistypedPersonIds: Find = (skeleton, today) =>
  matchesOf(skeleton, asOnCards, ({ 0: text, index: start }) => {
    if (isDayAndTime(text.replace(/[-+](?=\d{4}$)/, ' '), today) || !hasPersonNumberDay(text, today))
      return undefined
    if (reference.test(contextBefore(skeleton, start))) return undefined
    return { kind: 'person-id', start, end: start + text.length }
  })
