// Payment cards: a length that the issuer gives out (ISO/IEC 7812-1 and the issuers' tables), and a right last digit.
import { matchesOf, type Find } from './hit'
import { passesLuhn } from './luhn'

/** How a number begins → how many digits it has. */
const issuers: readonly (readonly [begins: RegExp, lengths: readonly number[]])[] = [
  // Visa
  [/^4/, [16, 19]],
  // Mastercard
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  // American Express
  [/^3[47]/, [15]],
  // Diners Club
  [/^(?:30[0-5]|36|38)/, [14]],
  // Discover
  [/^(?:6011|64[4-9]|65)/, [16, 19]],
  // JCB
  [/^35(?:2[89]|[3-8])/, [16]],
  // UnionPay
  [/^62/, [16, 17, 18, 19]],
  // Maestro and Dankort
  [/^(?:50|5[6-8]|6)/, [16, 18, 19]],
]

const isCard = (digits: string): boolean =>
  issuers.some(([begins, lengths]) => begins.test(digits) && lengths.includes(digits.length)) &&
  passesLuhn(digits)

const mostDigits = 19
/**
 * The first digit of a group that an issuer may begin with, and not one amid digits that are spelt one by one. A word may be
 * glued to it, `kort4111…`; behind one letter it is the number of something else.
 */
const begins = /(?<![\d+])(?<!(?<!\p{L})\p{L})(?<!\d[ ./_-])[2-6]|(?<=\d\d[ ./_-])[2-6](?=\d)/gu

/** Where the longest card that begins here ends; at an end of a group. */
function endOfCard(skeleton: string, start: number): number | undefined {
  let digits = ''
  let found: number | undefined
  for (let at = start; at < skeleton.length; at += 1) {
    const sign = skeleton.charAt(at)
    if (sign >= '0' && sign <= '9') {
      if (digits.length === mostDigits) break
      digits += sign
      if (digits.length >= 14 && !/\d/.test(skeleton.charAt(at + 1)) && isCard(digits)) found = at + 1
    } else if (!/[ ./_-]/.test(sign) || !/\d/.test(skeleton.charAt(at + 1))) break
  }
  return found
}

export const findCards: Find = (skeleton) =>
  matchesOf(skeleton, begins, ({ index: start }) => {
    const end = endOfCard(skeleton, start)
    return end === undefined ? undefined : { kind: 'card', start, end }
  })
