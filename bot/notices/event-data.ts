// What comes with an event from outside, held against what the notice says that it gives.
import { isE164 } from '../contracts/basics/phone-number'
import type { Value } from '../contracts/talk/value'
import type { Notice } from '../dialog/model/model'
import { isIsoDate } from '../hours/calendar-day'

/** Longer texts are no facts but stories, which have no business in a notice. */
const longestText = 100

const isText = (value: Value): boolean => typeof value === 'string' && value.length <= longestText
const isNumber = (value: Value): boolean => typeof value === 'number' && Number.isFinite(value)
const matches = (form: RegExp) => (value: Value) => typeof value === 'string' && form.test(value)

const forms: Readonly<Record<string, (value: Value) => boolean>> = {
  number: isNumber,
  money: isNumber,
  'yes/no': (value) => typeof value === 'boolean',
  // A 31st of February has no weekday to be shown with, and 25:70 would be told as 26.10.
  date: (value) => typeof value === 'string' && isIsoDate(value),
  time: matches(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
  phone: isE164,
}

/** The first thing that is wrong, without the value; undefined when all is there and nothing else. */
export function dataFault({ gives }: Notice, data: Readonly<Record<string, Value>>): string | undefined {
  const extra = Object.keys(data).find((name) => !gives.has(name))
  if (extra !== undefined) return `"${extra}" is not among what the notice is given`
  for (const [name, type] of gives) {
    const value = Object.hasOwn(data, name) ? data[name] : undefined
    if (value === undefined) return `"${name}" is missing`
    if (!(forms[type] ?? isText)(value)) return `"${name}" is not of the type ${type}`
  }
  return undefined
}
