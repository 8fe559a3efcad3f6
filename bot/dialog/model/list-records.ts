// The answer of a list: one record an item, with a field for each inner question that was answered. Plain functions over it.
import type { Value } from '../../contracts/talk/value'
import type { AskStep, ListStep } from './model'
import { areSame } from './stable-hash'

/** One item: bare name of an inner question → its answer. A missing field is still to be asked, or was passed over. */
export type ListRecord = Readonly<Record<string, Value>>

/** Name of the answer that closes a list; false = nothing more. */
export const moreOf = (list: string): string => `${list}.more`

/** The name of an inner question inside its item: `what` of `items.what`. */
export const fieldOf = ({ name }: Pick<AskStep, 'name'>): string => name.slice(name.lastIndexOf('.') + 1)

/** The records of a stored answer; what cannot be one is left out, and so is what the list has no room for. */
export function recordsOf({ list }: ListStep, value: Value | undefined): readonly ListRecord[] {
  if (!Array.isArray(value)) return []
  return (value as readonly Value[]).filter(isRecord).slice(0, list.max)
}

const isRecord = (value: Value): value is ListRecord => typeof value === 'object' && !Array.isArray(value)

export const isBlank = (record: ListRecord): boolean => Object.keys(record).length === 0

export const removeAt = (records: readonly ListRecord[], index: number): readonly ListRecord[] =>
  records.filter((_, at) => at !== index)

export const replaceAt = (
  records: readonly ListRecord[],
  index: number,
  ...by: readonly ListRecord[]
): readonly ListRecord[] => records.flatMap((record, at) => (at === index ? by : [record]))

export const withoutField = (record: ListRecord, field: string): ListRecord =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== field))

/** The inner question that counts an item: the first one after its name that takes a number. */
export const countAskOf = ({ list }: ListStep): AskStep | undefined =>
  list.each.slice(1).find(({ types }) => types.includes('number'))

/** Items that are alike but for their counts as one, which has the sum: "en soffa och en soffa" are two. */
export function alikeTogether(step: ListStep, records: readonly ListRecord[]): readonly ListRecord[] {
  const count = countAskOf(step)
  if (count === undefined) return records
  const field = fieldOf(count)
  const numberOf = (record: ListRecord): Value | undefined => record[field] ?? count.default
  return records.reduce<readonly ListRecord[]>((kept, record) => {
    const number = numberOf(record)
    const at = kept.findIndex(
      (other) => !isBlank(record) && areSame(withoutField(other, field), withoutField(record, field)),
    )
    const before = kept[at]
    const sum = before === undefined ? undefined : numberOf(before)
    return before === undefined || typeof number !== 'number' || typeof sum !== 'number'
      ? [...kept, record]
      : replaceAt(kept, at, { ...before, [field]: sum + number })
  }, [])
}

/** `items.2.note`: how `skipped` names an inner question passed over for one item. */
export const skipOf = (list: string, index: number, field: string): string =>
  `${list}.${String(index)}.${field}`

/**
 * `skipped` after a list was changed: what was passed over for an item stays with that item, whatever its place is now, and
 * goes when the item is gone, is another thing, or has the field after all.
 */
export function movedSkips(
  { name, list }: ListStep,
  before: readonly ListRecord[],
  after: readonly ListRecord[],
  skipped: readonly string[],
): readonly string[] {
  const [first] = list.each
  const places = placesAfter(first === undefined ? '' : fieldOf(first), before, after)
  return skipped.flatMap((one) => {
    if (!one.startsWith(`${name}.`)) return [one]
    const [index = '', field = ''] = one.slice(name.length + 1).split('.')
    const place = places[Number(index)]
    const record = place === undefined ? undefined : after[place]
    return place === undefined || record === undefined || Object.hasOwn(record, field)
      ? []
      : [skipOf(name, place, field)]
  })
}

/** Where each record stands after a change: where it is the same, or where the same thing stands in its place. */
function placesAfter(
  first: string,
  before: readonly ListRecord[],
  after: readonly ListRecord[],
): readonly (number | undefined)[] {
  let next = 0
  return before.map((record, index) => {
    const isKept = before.length === after.length && areSame(after[index]?.[first], record[first])
    const place = isKept ? index : after.findIndex((other, at) => at >= next && areSame(other, record))
    if (place < 0) return undefined
    next = place + 1
    return place
  })
}
