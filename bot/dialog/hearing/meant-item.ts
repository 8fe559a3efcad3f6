// Which item of a list is meant where several are of one kind: the one that was named in the same words, or that is as many.
import { closenessOf } from '../words/fold-words'
import { areNamedAlike, nameField } from './edit-list'
import { countAskOf, fieldOf } from '../model/list-records'
import type { ListRecord } from '../model/list-records'
import type { ListStep } from '../model/model'
import { readItems } from '../answers/read-items'
import { areSame } from '../model/stable-hash'
import type { WalkEnvironment } from '../model/walk-environment'

type Records = readonly ListRecord[]

/** An item as it is spoken of, with the words that name it. */
export interface NamedItem {
  readonly item: ListRecord
  readonly name: string | undefined
}

/** The words that every item was named with; undefined when what was written does not give the list as it is. */
export function namesIn(
  step: ListStep,
  records: Records,
  written: string,
  environment: WalkEnvironment,
): readonly string[] | undefined {
  const { items, named } = readItems(step, written, environment)
  const isWhatIsThere = (item: ListRecord, at: number): boolean =>
    Object.entries(item).every(([field, value]) => areSame(records[at]?.[field], value))
  const isList = items.length === records.length && named.length === items.length
  return isList && items.every(isWhatIsThere) ? named : undefined
}

/** Where the item stands that is meant; undefined when none can be, `unclear` when it may be one or another. */
export function placeOfMeant(
  step: ListStep,
  records: Records,
  { item, name }: NamedItem,
  names: readonly string[] | undefined,
): number | 'unclear' | undefined {
  const places = records.flatMap((record, at) => (areNamedAlike(step, record, item) ? [at] : []))
  const inWords = places.filter((at) => isSameWord(names?.[at] ?? records[at]?.[nameField(step)], name))
  const meant = inWords.length > 0 ? inWords : places
  const [first] = meant
  if (meant.every((at) => areSame(records[at], first === undefined ? undefined : records[first])))
    return meant.at(-1)
  const count = countAskOf(step)
  const asMany =
    count === undefined
      ? []
      : meant.filter((at) => areSame(records[at]?.[fieldOf(count)], item[fieldOf(count)]))
  const [only, ...others] = asMany
  return only === undefined || others.length > 0 ? 'unclear' : only
}

/** One slip or a longer word for it leaves open which is meant. */
const loosest = 3

function isSameWord(own: ListRecord[string] | undefined, said: string | undefined): boolean {
  const closeness = typeof own === 'string' && said !== undefined ? closenessOf(said, own) : undefined
  return closeness !== undefined && closeness <= loosest
}
