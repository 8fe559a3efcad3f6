// What a change makes of a list: items added, removed or put in the place of others. List in, list out.
import { findPhrase, wordsOf } from '../words/fold-words'
import { countAskOf, fieldOf, isBlank, removeAt, replaceAt } from '../model/list-records'
import { areSame } from '../model/stable-hash'
import type { ListRecord } from '../model/list-records'
import type { ListStep } from '../model/model'

type Records = readonly ListRecord[]

export const nameField = ({ list }: ListStep): string => {
  const [first] = list.each
  return first === undefined ? '' : fieldOf(first)
}

/** The list with items behind it; one that was begun and is still blank is filled first. `isFull`: not all had room. */
export function addItems(
  { list }: ListStep,
  records: Records,
  items: Records,
): { readonly records: Records; readonly isFull: boolean } {
  const all = [...records.filter((record) => !isBlank(record)), ...items]
  return { records: all.slice(0, list.max), isFull: all.length > list.max }
}

export const setField = (
  records: Records,
  index: number,
  field: string,
  value: ListRecord[string],
): Records => replaceAt(records, index, { ...records[index], [field]: value })

/** Texts are compared as words, so that "byrån" is the "byrå". */
export function areNamedAlike(step: ListStep, record: ListRecord, item: ListRecord): boolean {
  const own = record[nameField(step)]
  const wanted = item[nameField(step)]
  const isText = step.list.each[0]?.types.includes('text') === true
  if (!isText || typeof own !== 'string' || typeof wanted !== 'string') return areSame(own, wanted)
  return findPhrase(wordsOf(own), wordsOf(wanted)).length > 0
}

/** The latest item that has the same name. */
export const indexOfItem = (step: ListStep, records: Records, item: ListRecord): number =>
  records.findLastIndex((record) => areNamedAlike(step, record, item))

/** Takes an item away, or so many of it. */
export function removeItem(step: ListStep, records: Records, index: number, item: ListRecord): Records {
  const count = countAskOf(step)
  const field = count === undefined ? '' : fieldOf(count)
  const there = records[index]?.[field]
  const taken = item[field]
  return typeof there === 'number' && typeof taken === 'number' && taken < there
    ? setField(records, index, field, there - taken)
    : removeAt(records, index)
}

/**
 * New items in the place of others: of the one taken back at `gone`, of the one with the same name, or of the only one there
 * is. `unclear`: there are several it could be.
 */
export function replaceItems(
  step: ListStep,
  records: Records,
  items: Records,
  gone?: number,
): Records | 'unclear' | undefined {
  const [item, ...more] = items
  if (item === undefined) return undefined
  if (gone !== undefined) return replaceAt(records, gone, ...takeOver(step, records[gone], items))
  if (more.length > 0) return items
  const index = indexOfItem(step, records, item)
  if (index >= 0) return replaceAt(records, index, { ...records[index], ...item })
  return records.length === 1 ? items : 'unclear'
}

/** What was said about an item stays when it is only counted anew. */
function takeOver(step: ListStep, record: ListRecord | undefined, items: Records): Records {
  const name = nameField(step)
  return items.map((item) => (areSame(item[name], record?.[name]) ? { ...record, ...item } : item))
}

/**
 * What a sentence about something else says of the list: new items are added, and a count changes that of its item. Two of a kind
 * in one sentence are two items, so none of them is put over the other.
 */
export function mentionItems(step: ListStep, records: Records, items: Records): Records {
  let before = records
  return items.reduce<Records>((rest, item) => {
    const index = indexOfItem(step, before, item)
    if (index < 0) return [...rest, item]
    before = replaceAt(before, index, {})
    return replaceAt(rest, index, { ...rest[index], ...item })
  }, records)
}
