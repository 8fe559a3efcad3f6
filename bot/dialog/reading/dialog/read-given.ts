// Reads `given:` of a test: what each action gives in it, one result after another.
import { isIsoDate } from '../../../hours/calendar-day'
import {
  entryOf,
  isEmpty,
  type YamlEntry,
  type YamlList,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
} from '../../../yaml/node'
import { writtenText } from '../../../yaml/written-text'
import type { Value } from '../../../contracts/talk/value'
import { words } from '../../model/finding'
import type { ActionType } from '../../model/model'
import type { DialogTest } from '../../model/dialog-test'
import type { DialogReading } from '../names/dialog-reading'
import { isOfLaterWord } from '../names/name-table'
import { asAction } from '../steps/read-call'
import { asText, optionalMap } from '../fields/read-fields'
import { reportUnknown } from '../fields/report'

type GivenResult = Readonly<Record<string, Value>> | { readonly fails: string }

export function readGiven(test: YamlMap, reading: DialogReading): DialogTest['given'] {
  const given = new Map<string, readonly GivenResult[]>()
  for (const { key, value } of optionalMap(test, 'given', reading.report)?.entries ?? []) {
    if (isOfLaterWord(reading.names, key.text)) continue
    const called = reading.callable.find(key.text)
    const action = reading.actions.get(key.text) ?? (called === undefined ? undefined : asAction(called))
    if (action === undefined) {
      const known = [...reading.actions.keys(), ...reading.callable.ids]
      reportUnknown(reading.report, 'D010', writtenText(key), known, {
        sv: 'ingen handling i actions.yaml',
        en: 'no action of actions.yaml',
      })
      continue
    }
    const results = resultsIn(value, action)
    given.set(
      key.text,
      results.map((result) => readResult(result, action, reading)).filter((result) => result !== undefined),
    )
  }
  return given
}

/** Results one after another; a bare list is one result of an action that gives nothing but a list. */
function resultsIn(value: YamlNode, action: ActionType): readonly YamlNode[] {
  if (value.kind !== 'list') return [value]
  return isOptionList(value, action) ? [value] : value.items
}

const listOf = ({ gives }: ActionType): string | undefined => {
  const lists = [...gives].filter(([, type]) => type === 'list')
  return lists.length === 1 ? lists[0]?.[0] : undefined
}

/** Texts or `{ id, label }`, not results of their own. */
function isOptionList({ items }: YamlList, action: ActionType): boolean {
  const name = listOf(action)
  if (name === undefined) return false
  return items.every((item) =>
    item.kind === 'map' ? entryOf(item, 'id') !== undefined : item.kind === 'scalar' && !isFailure(item),
  )
}

const isFailure = ({ text }: YamlScalar): boolean => /^fails \S+$/.test(text)

function readResult(node: YamlNode, action: ActionType, reading: DialogReading): GivenResult | undefined {
  const { report } = reading
  if (isEmpty(node)) return {}
  if (node.kind === 'scalar') {
    const failure = /^fails (\S+)$/.exec(node.text)?.[1]
    if (failure !== undefined && [...action.fails, 'unavailable'].includes(failure)) return { fails: failure }
    const known = [...action.fails, 'unavailable'].map((name) => `fails ${name}`)
    reportUnknown(report, 'D012', writtenText(node), known, { sv: 'inget svar', en: 'no result' })
    return undefined
  }
  if (node.kind === 'list') {
    const name = listOf(action)
    return name === undefined ? undefined : { [name]: node.items.map(readItem) }
  }
  const values: Record<string, Value> = {}
  for (const entry of node.entries) {
    const value = readResultValue(entry, action, reading)
    if (value !== undefined) values[entry.key.text] = value
  }
  return values
}

/** D012 for a result the action does not give, or of another type. */
function readResultValue(
  { key, value }: YamlEntry,
  action: ActionType,
  { report }: DialogReading,
): Value | undefined {
  const type = action.gives.get(key.text)
  if (type === undefined) {
    reportUnknown(report, 'D012', writtenText(key), action.gives.keys(), {
      sv: `inget som "${action.name}" svarar med`,
      en: `nothing that "${action.name}" gives`,
    })
    return undefined
  }
  if (type === 'list') return value.kind === 'list' ? value.items.map(readItem) : undefined
  const isEmptyText = value.kind === 'scalar' && value.style !== 'plain' && value.text === ''
  const scalar = isEmptyText ? value : asText(value, key.text, report)
  if (scalar === undefined) return undefined
  const read = readers[type]?.(scalar.text, action.givesCodes.get(key.text) ?? []) ?? undefined
  if (readers[type] !== undefined && read === undefined) {
    report.fault(
      'D012',
      scalar,
      words(
        `"${scalar.text}" är inte av slaget "${type}"`,
        `"${scalar.text}" is not of type "${type}"`,
        'Skriv ett värde som handlingen kan svara med: se gives: i actions.yaml.',
        'Write a value that the action can give: see gives: in actions.yaml.',
      ),
    )
  }
  return readers[type] === undefined ? scalar.text : read
}

/** An item of a list: a text, or a record of texts. */
const readItem = (item: YamlNode): Value =>
  item.kind === 'scalar'
    ? item.text
    : item.kind === 'list'
      ? item.items.map(readItem)
      : Object.fromEntries(item.entries.map(({ key, value }) => [key.text, readItem(value)]))

/** Types whose values are not just any text. */
const readers: Readonly<Record<string, (text: string, codes: readonly string[]) => Value | undefined>> = {
  number: (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined),
  money: (text) => (/^\d+(\.\d{1,2})?$/.test(text) ? Number(text) : undefined),
  'yes/no': (text) => (text === 'yes' ? true : text === 'no' ? false : undefined),
  date: (text) => (isIsoDate(text) ? text : undefined),
  choice: (text, codes) => (codes.includes(text) ? text : undefined),
}
