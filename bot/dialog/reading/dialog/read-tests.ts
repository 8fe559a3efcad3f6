// Reads the `tests:` of a dialog: a talk, and what the bot shall do in it.
import { sourceLanguage } from '../../../contracts/talk/language'
import { valueOf, type YamlEntry, type YamlMap, type YamlNode, type YamlScalar } from '../../../yaml/node'
import { nearest } from '../../../yaml/nearest'
import { writtenText } from '../../../yaml/written-text'
import type { ChatLine, DialogTest, ExpectedValue } from '../../model/dialog-test'
import type { DialogReading } from '../names/dialog-reading'
import { readSends } from './read-sends'
import { readGiven } from './read-given'
import { chatWords, testProperties } from '../fields/field-words'
import {
  asText,
  checkKeys,
  headOf,
  optionalList,
  optionalText,
  reportUnusable,
  requireText,
} from '../fields/read-fields'
import { reportUnknown } from '../fields/report'

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
  if (key.text === 'user' && value.kind === 'map') return readSends(value, place, report)
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
  { report, names, actions, callable, texts }: DialogReading,
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
  if (word === 'says' && isMisspeltId(scalar.text, texts)) {
    reportUnknown(report, 'D040', written, idsIn(texts), {
      sv: 'ingen text i dialogen, varken dess id eller en bit av den',
      en: 'no text of the dialog, neither its id nor a piece of it',
    })
  }
  if (word === 'ends' && !endings.has(scalar.text)) {
    reportUnknown(report, 'D040', written, endings, {
      sv: 'inget slut i dialogen',
      en: 'no end of the dialog',
    })
  }
}

const idsIn = ({ entries }: DialogReading['texts']): readonly string[] =>
  [...entries.values()].flatMap(({ kind, texts: { id } }) => (kind === 'text' ? id : []))

/** A word like an id that is none and stands in no text. Other words may come from the city or from another dialog. */
function isMisspeltId(word: string, texts: DialogReading['texts']): boolean {
  if (!/^[a-z][a-z0-9_]*$/.test(word)) return false
  const ids = idsIn(texts)
  if (ids.includes(word) || (!word.includes('_') && nearest(word, ids) === undefined)) return false
  return ![...texts.entries.values()].some(({ written }) =>
    [...written.values()].some(({ text }) => text.text.includes(word)),
  )
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
