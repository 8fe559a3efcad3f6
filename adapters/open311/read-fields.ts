// Typed fields of a query or a form. A field that is there and has the wrong form is a fault; an empty one is not there.
import { Fault } from './fault'

const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u0080-\u009F]/g

/** One line or several, without control characters; undefined when it is empty. */
export function textField(fields: URLSearchParams, name: string, longest: number): string | undefined {
  const text = (fields.get(name) ?? '').replace(/\r\n?/g, '\n').replace(controls, '').normalize('NFC').trim()
  if (text === '') return undefined
  if (text.length > longest) throw new Fault('value-bad', name)
  return text
}

export function degreesField(fields: URLSearchParams, name: string, most: number): number | undefined {
  const text = textField(fields, name, 40)
  if (text === undefined) return undefined
  const degrees = /^-?\d{1,3}(?:\.\d{1,17})?$/.test(text) ? Number(text) : Number.NaN
  if (!(Math.abs(degrees) <= most)) throw new Fault('value-bad', name)
  return degrees
}

const withZone = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/

/** ISO 8601 with a zone, as the specification wants it (W3C date and time). */
export function timeField(fields: URLSearchParams, name: string): Date | undefined {
  // A + that nobody encoded arrives as a space.
  const text = textField(fields, name, 40)?.replace(' ', '+')
  if (text === undefined) return undefined
  const time = new Date(withZone.test(text) ? text : Number.NaN)
  if (Number.isNaN(time.getTime())) throw new Fault('value-bad', name)
  return time
}

export function countField(
  fields: URLSearchParams,
  name: string,
  { most, usual }: { readonly most: number; readonly usual: number },
): number {
  const text = textField(fields, name, 10)
  if (text === undefined) return usual
  const count = /^\d{1,6}$/.test(text) ? Number(text) : 0
  if (count < 1 || count > most) throw new Fault('value-bad', name)
  return count
}

const mostListed = 50

/** `a,b,c`; undefined when there is none. */
export function listField(fields: URLSearchParams, name: string): readonly string[] | undefined {
  const items = textField(fields, name, 4_000)
    ?.split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
  if (items !== undefined && items.length > mostListed) throw new Fault('value-bad', name)
  return items
}
