// Reads the `tests:` of a dialog: a talk, and what the bot shall do in it.
import { sourceLanguage } from '../../contracts/language'
import type { Value } from '../../contracts/value'
import {
  isEmpty,
  valueOf,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
} from '../../yaml/node'
import { writtenText } from '../../yaml/written-text'
import { words } from '../finding'
import type { ActionType, ChatLine, DialogTest, ExpectedValue } from '../model'
import type { DialogReading } from './dialog-reading'
import { isOfLaterWord } from './name-table'
import { asAction } from './read-call'
import { chatWords, testProperties } from './field-words'
import {
  asText,
  checkKeys,
  headOf,
  isIsoDate,
  optionalList,
  optionalMap,
  optionalText,
  reportUnusable,
  requireText,
} from './read-fields'
import { reportUnknown } from './report'

export interface TestSetting {
  readonly languages: readonly string[]
  /** Statuses that the dialog's `end` steps give. */
  readonly endings: ReadonlySet<string>
}

export function readTests(
  root: YamlMap,
  setting: TestSetting,
  reading: DialogReading,
): readonly DialogTest[] {
  const list = optionalList(root, 'tests', reading.report)
  return (list?.items ?? []).flatMap((item) => {
    if (item.kind === 'map') return readTest(item, setting, reading) ?? []
    reportUnusable(reading.report, item, 'ett prov börjar med "test: …"', 'a test begins with "test: …"')
    return []
  })
}

function readTest(test: YamlMap, setting: TestSetting, reading: DialogReading): DialogTest | undefined {
  const { report } = reading
  checkKeys(test, testProperties, { sv: 'i ett prov', en: 'in a test' }, report)
  const name = requireText(test, 'test', report)
  const chat = optionalList(test, 'chat', report)
  if (name !== undefined && chat === undefined && valueOf(test, 'chat') === undefined) {
    reportUnusable(report, name, '"chat" saknas', '"chat" is missing')
  }
  const given = readGiven(test, reading)
  const lines = (chat?.items ?? []).flatMap((item) => readLines(item, setting, reading))
  const channel = readOneOf(test, 'channel', ['web', 'sms'], reading)
  const language = readOneOf(test, 'language', setting.languages, reading) ?? sourceLanguage
  if (name === undefined) return undefined
  return {
    name: name.text,
    channel: channel === 'sms' ? 'sms' : 'web',
    namesChannel: channel !== undefined,
    language,
    given,
    chat: lines,
    place: name.place,
  }
}

function readOneOf(
  test: YamlMap,
  property: string,
  known: readonly string[],
  { report }: DialogReading,
): string | undefined {
  const scalar = optionalText(test, property, report)
  if (scalar === undefined || known.includes(scalar.text)) return scalar?.text
  reportUnknown(report, 'D010', writtenText(scalar), known, {
    sv: 'inget som finns här',
    en: 'nothing that exists here',
  })
  return undefined
}

type GivenResult = Readonly<Record<string, Value>> | { readonly fails: string }

function readGiven(test: YamlMap, reading: DialogReading): DialogTest['given'] {
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
    const results = value.kind === 'list' ? value.items : [value]
    given.set(
      key.text,
      results.map((result) => readResult(result, action, reading)).filter((result) => result !== undefined),
    )
  }
  return given
}

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
  if (node.kind === 'list') return undefined
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
  if (type === 'list')
    return value.kind === 'list'
      ? value.items.map((item) => (item.kind === 'scalar' ? item.text : ''))
      : undefined
  const isEmptyText = value.kind === 'scalar' && value.style !== 'plain' && value.text === ''
  const scalar = isEmptyText ? value : asText(value, key.text, report)
  if (scalar === undefined) return undefined
  const read = readers[type]?.(scalar.text, action.givesCodes.get(key.text) ?? []) ?? undefined
  if (readers[type] !== undefined && read === undefined) {
    report.fault(
      'D012',
      scalar,
      words(`"${scalar.text}" är inte av slaget "${type}"`, `"${scalar.text}" is not of type "${type}"`),
    )
  }
  return readers[type] === undefined ? scalar.text : read
}

/** Types whose values are not just any text. */
const readers: Readonly<Record<string, (text: string, codes: readonly string[]) => Value | undefined>> = {
  number: (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined),
  money: (text) => (/^\d+(\.\d{1,2})?$/.test(text) ? Number(text) : undefined),
  'yes/no': (text) => (text === 'yes' ? true : text === 'no' ? false : undefined),
  date: (text) => (isIsoDate(text) ? text : undefined),
  choice: (text, codes) => (codes.includes(text) ? text : undefined),
}

function readLines(item: YamlNode, setting: TestSetting, reading: DialogReading): readonly ChatLine[] {
  if (item.kind === 'map') return item.entries.flatMap((entry) => readLine(entry, setting, reading) ?? [])
  reportUnusable(
    reading.report,
    headOf(item),
    'en rad i ett prov ser ut som "user: …" eller "asks: …"',
    'a line of a test looks like "user: …" or "asks: …"',
  )
  return []
}

function readLine(
  { key, value }: YamlEntry,
  setting: TestSetting,
  reading: DialogReading,
): ChatLine | undefined {
  const { report } = reading
  const place = key.source.place(key.start, value.end)
  if (key.text === 'expect') return { kind: 'expect', values: readExpected(value, reading), place }
  if (!(chatWords as readonly string[]).includes(key.text)) {
    reportUnknown(report, 'D001', writtenText(key), chatWords, {
      sv: 'inget ord i ett prov',
      en: 'no word of a test',
    })
    return undefined
  }
  const scalar = key.text === 'user' && value.kind === 'scalar' ? value : asText(value, key.text, report)
  if (scalar === undefined) return undefined
  checkLine(key.text, scalar, setting, reading)
  switch (key.text) {
    case 'user':
      return { kind: 'user', text: scalar.text, place }
    case 'asks':
      return { kind: 'asks', name: scalar.text, place }
    case 'says':
      return { kind: 'says', text: scalar.text, place }
    case 'does':
      return { kind: 'does', action: scalar.text, place }
    default:
      return { kind: 'ends', status: scalar.text, place }
  }
}

/** A test that waits for what cannot come would only fail without saying why. */
function checkLine(
  word: string,
  scalar: YamlScalar,
  { endings }: TestSetting,
  { report, names, actions, callable }: DialogReading,
): void {
  const questions = [...names.values()]
    .filter(({ role }) => role === 'answer' || role === 'confirmation')
    .map(({ name }) => name)
  const written = writtenText(scalar)
  if (names.someUnknown && word !== 'does') return
  if (word === 'asks' && !questions.includes(scalar.text)) {
    reportUnknown(report, 'D040', written, questions, {
      sv: 'ingen fråga i dialogen',
      en: 'no question of the dialog',
    })
  }
  if (word === 'does' && !actions.has(scalar.text) && !callable.ids.includes(scalar.text)) {
    reportUnknown(report, 'D010', written, actions.keys(), { sv: 'ingen handling', en: 'no action' })
  }
  if (word === 'ends' && !endings.has(scalar.text)) {
    reportUnknown(report, 'D040', written, endings, {
      sv: 'inget slut i dialogen',
      en: 'no end of the dialog',
    })
  }
}

function readExpected(
  node: YamlNode,
  { report, names }: DialogReading,
): Readonly<Record<string, ExpectedValue>> {
  if (node.kind !== 'map') {
    reportUnusable(report, node, 'skriv expect: { namn: värde }', 'write expect: { name: value }')
    return {}
  }
  return Object.fromEntries(
    node.entries.flatMap(({ key, value }) => {
      if (!names.has(key.text) && !names.someUnknown) {
        reportUnknown(report, 'D040', writtenText(key), names.keys(), {
          sv: 'inget svar i dialogen',
          en: 'no answer of the dialog',
        })
      }
      return [[key.text, expectedValue(value)] as const]
    }),
  )
}

/** `sofa`, `[sofa, fridge]` or `[{ what: sofa, count: 2 }]`. */
function expectedValue(node: YamlNode): ExpectedValue {
  if (node.kind === 'scalar') return node.text
  if (node.kind === 'map') return [fieldsOf(node)]
  return node.items.map((item) =>
    item.kind === 'map' ? fieldsOf(item) : item.kind === 'scalar' ? item.text : '',
  )
}

const fieldsOf = (map: YamlMap): Readonly<Record<string, string>> =>
  Object.fromEntries(
    map.entries.map(({ key, value }) => [key.text, value.kind === 'scalar' ? value.text : '']),
  )
