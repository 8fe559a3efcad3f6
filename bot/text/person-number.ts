// Swedish personal identity numbers and coordination numbers (Skatteverket, SKV 704 and 707): which digits are one.
import Personnummer from 'personnummer'

/**
 * The twelve digits of a number written with ten or twelve, whatever stands between them; undefined when its day is none or
 * still to come, or its last digit is not what the others make it. Without a century the person is under a hundred years
 * old, or over with a `+`.
 */
export function toPersonNumber(written: string, today: string): string | undefined {
  const value = withCentury(written, today)
  return isValid(value, today) ? value : undefined
}

function withCentury(written: string, today: string): string {
  const digits = written.replace(/\D/g, '')
  if (digits.length === 12) return digits
  const thisYear = Number(today.slice(0, 4))
  const latest = written.includes('+') ? thisYear - 100 : thisYear
  const year = latest - ((latest - Number(digits.slice(0, 2))) % 100)
  const value = `${year}${digits.slice(2)}`
  return written.includes('+') || birthDay(value) <= today ? value : `${year - 100}${digits.slice(2)}`
}

/** The same as far as the day says, whatever the last digit is: what looks like somebody's number and has a slip in it. */
export const hasPersonNumberDay = (written: string, today: string): boolean =>
  isDayOfPerson(withCentury(written, today), today)

/** The library makes objects and dates: asked only when the day may be one. */
const mayBe = /^(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])\d{4}$/

const isDayOfPerson = (value: string, today: string): boolean => mayBe.test(value) && birthDay(value) <= today

function isValid(value: string, today: string): boolean {
  if (!isDayOfPerson(value, today)) return false
  try {
    return Personnummer.valid(value)
  } catch {
    return false
  }
}

/** ISO date; a coordination number has its day with 60 added. */
function birthDay(value: string): string {
  const day = Number(value.slice(6, 8))
  return `${value.slice(0, 4)}-${value.slice(4, 6)}-${String(day > 60 ? day - 60 : day).padStart(2, '0')}`
}
