// The options of a question that has them from an action or from an earlier result: what they are, and how they are called.
import type { OptionLabel } from '../../contracts/talk/conversation'
import { sourceLanguage, type Language } from '../../contracts/talk/language'
import type { Value } from '../../contracts/talk/value'

export interface PickOption {
  /** What conditions and actions see. */
  readonly id: string
  readonly label: OptionLabel
}

/** The options as the resident sees them now: one page of all. */
export interface ShownOptions {
  readonly all: readonly PickOption[]
  readonly shown: readonly PickOption[]
  readonly hasMore: boolean
}

export const optionLabel = (label: OptionLabel, language: Language): string =>
  typeof label === 'string'
    ? label
    : (label[language] ?? label[sourceLanguage] ?? Object.values(label)[0] ?? '')

/** The options in a list: texts, or records with `id` and `label`. What is neither is left out, as is a repeated id. */
export function optionsIn(list: Value | undefined): readonly PickOption[] {
  const found = isList(list) ? list.flatMap((item) => optionIn(item) ?? []) : []
  const unique = [...new Map(found.map((option) => [option.id, option] as const)).values()]
  return withOwnLabels(unique)
}

const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value)

function optionIn(item: Value): PickOption | undefined {
  if (typeof item === 'string') return item === '' ? undefined : { id: item, label: item }
  if (typeof item !== 'object' || isList(item)) return undefined
  const { id, label } = item as Readonly<Record<string, Value | undefined>>
  if (typeof id !== 'string' && typeof id !== 'number') return undefined
  return { id: String(id), label: isLabel(label) ? label : String(id) }
}

const isLabel = (label: Value | undefined): label is OptionLabel =>
  typeof label === 'string' ||
  (typeof label === 'object' &&
    !isList(label) &&
    Object.values(label).every((text) => typeof text === 'string'))

/** Two options that are called the same are told apart by a number. */
function withOwnLabels(options: readonly PickOption[]): readonly PickOption[] {
  const times = new Map<string, number>()
  return options.map(({ id, label }) => {
    const called = optionLabel(label, sourceLanguage)
    const time = (times.get(called) ?? 0) + 1
    times.set(called, time)
    return { id, label: time === 1 ? label : numbered(label, time) }
  })
}

const numbered = (label: OptionLabel, number: number): OptionLabel =>
  typeof label === 'string'
    ? `${label} (${number})`
    : Object.fromEntries(Object.entries(label).map(([language, text]) => [language, `${text} (${number})`]))

/** Page `page` of the options, `count` a page; past the last page comes the first again. */
export function pageOf(all: readonly PickOption[], count: number, page: number): ShownOptions {
  const from = (page % pagesOf(all.length, count)) * count
  return { all, shown: all.slice(from, from + count), hasMore: all.length > count }
}

export const pagesOf = (options: number, count: number): number => Math.max(1, Math.ceil(options / count))
