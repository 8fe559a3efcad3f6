// Reads an `ask` with `each`: a list of items, with the questions asked of every one, and how many there may be.
import { entryOf, isEmpty, scalarOf, valueOf, type YamlMap, type YamlNode } from '../../../yaml/node'
import { words } from '../../model/finding'
import type { AskStep, ListStep, Step } from '../../model/model'
import { checkChannels, placeOfStep, readOnlyIf, type DialogReading } from '../names/dialog-reading'
import { innerAskProperties } from '../fields/field-words'
import { innerAsksOf, isListAsk, isOptionalAsk, kindOfAsk, NameTable } from '../names/name-table'
import { readAsk } from './read-ask'
import { asText, checkKeys, headOf, optionalText, optionalYesNo, reportUnusable } from '../fields/read-fields'
import type { ReadSteps } from './read-failures'
import { readKeep } from './read-keep'
import { readMust } from './read-must'
import { readHint, readNamed, readQuestion, type StepSource } from '../names/step-source'
import { splitTypes } from '../fields/types'

const most = 20

export function readList(
  { step, key, value }: StepSource,
  reading: DialogReading,
  readSteps: ReadSteps,
): ListStep | undefined {
  const { report } = reading
  const name = asText(value, 'ask', report)?.text
  if (name === undefined) return undefined
  const question = readQuestion(step, name, reading)
  const rest = {
    ...readHint(step, name, reading),
    ...readMust(step, name, reading),
    ...readKeep(step, ['list'], reading),
    ...readOnlyIf(step, reading),
    optional: optionalYesNo(step, 'optional', report),
  }
  const each = readEach(name, step, reading, readSteps)
  const more = readMore(name, step, reading)
  const max = readMax(step, value, reading)
  reportForeign(step, reading)
  if (question === undefined || more === undefined || max === undefined || each.length === 0) return undefined
  return {
    kind: 'ask',
    key: `ask:${name}`,
    place: placeOfStep(key, value),
    name,
    question,
    types: ['list'],
    choices: [],
    list: { each, more, max },
    ...rest,
  }
}

function readMore(name: string, step: YamlMap, reading: DialogReading) {
  if (valueOf(step, 'more') !== undefined) return readNamed(step, 'more', `${name}.more`, reading)
  reportUnusable(
    reading.report,
    headOf(step),
    `"more" saknas: hur frågar vi om det är något mer?`,
    `"more" is missing: how do we ask whether there is anything else?`,
    'Lägg till more: Något mer?',
    'Add more: Anything else?',
  )
  return undefined
}

/** D023 without a `max`: a list that nothing bounds is a loop. */
function readMax(step: YamlMap, name: YamlNode, { report }: DialogReading): number | undefined {
  const max = optionalText(step, 'max', report)
  if (max === undefined) {
    if (entryOf(step, 'max') !== undefined) return undefined
    report.fault(
      'D023',
      name,
      words(
        'listan saknar "max": den kan bli hur lång som helst',
        'the list has no "max": it can grow without end',
        `Lägg till max: 8, eller ett annat tal från 1 till ${most}.`,
        `Add max: 8, or another number from 1 to ${most}.`,
      ),
    )
    return undefined
  }
  const number = /^\d+$/.test(max.text) ? Number(max.text) : 0
  if (number >= 1 && number <= most) return number
  reportUnusable(
    report,
    max,
    `"max" ska vara ett tal från 1 till ${most}`,
    `"max" must be a number from 1 to ${most}`,
  )
  return undefined
}

/** What belongs to one answer has no meaning for a list of them. */
function reportForeign(step: YamlMap, { report }: DialogReading): void {
  for (const property of ['choices', 'length', 'range', 'default']) {
    const entry = entryOf(step, property)
    if (entry === undefined) continue
    reportUnusable(
      report,
      entry.key,
      `"${property}" hör till en fråga under "each"`,
      `"${property}" belongs to a question under "each"`,
    )
  }
  const type = scalarOf(step, 'type')
  if (type !== undefined && type.text !== 'list')
    reportUnusable(report, type, '"each" har alltid typen list', '"each" always has the type list')
}

function readEach(
  list: string,
  step: YamlMap,
  reading: DialogReading,
  readSteps: ReadSteps,
): readonly AskStep[] {
  const each = valueOf(step, 'each')
  if (each === undefined || isEmpty(each) || each.kind === 'scalar') {
    reportUnusable(
      reading.report,
      each ?? headOf(step),
      '"each" saknas: vad frågar vi om varje sak?',
      '"each" is missing: what do we ask about every item?',
      'Skriv frågorna under each:, och börja var och en med "- ask:".',
      'Write the questions under each:, and begin each of them with "- ask:".',
    )
    return []
  }
  const inside = { ...reading, names: namesInside(list, step, reading.names) }
  const items = each.kind === 'list' ? each.items : [each]
  if (items[0] !== undefined) reportOptionsFirst(items[0], reading)
  return items.flatMap((item) => readInner(list, item, inside, readSteps) ?? [])
}

/** Inside, the name of an inner question means the answer about this item. */
function namesInside(list: string, step: YamlMap, names: NameTable): NameTable {
  const inside = new NameTable(names)
  inside.someUnknown = names.someUnknown
  for (const inner of innerAsksOf(step)) {
    const bare = scalarOf(inner, 'ask')?.text
    const known = bare === undefined ? undefined : names.get(`${list}.${bare}`)
    if (bare === undefined || known === undefined) continue
    const certain = valueOf(inner, 'only if') === undefined && !isOptionalAsk(inner)
    const ofItem = { ...known, ...kindOfAsk(inner), certain, means: known.name }
    inside.set(known.name, ofItem)
    inside.set(bare, ofItem)
  }
  return inside
}

/** These keep more between two messages than an answer. */
const onlyOutside = new Set(['choices', 'code', 'consent', 'list', 'person-id', 'photo', 'file'])

function readInner(
  list: string,
  item: YamlNode,
  reading: DialogReading,
  readSteps: ReadSteps,
): AskStep | undefined {
  const entry = item.kind === 'map' ? entryOf(item, 'ask') : undefined
  const types = item.kind === 'map' ? splitTypes(scalarOf(item, 'type')?.text ?? '') : []
  const isOutside = types.some((type) => onlyOutside.has(type))
  if (item.kind !== 'map' || entry === undefined || isListAsk(item) || isOutside) {
    reportUnusable(
      reading.report,
      headOf(item),
      'under "each" kan bara vanliga frågor stå',
      'only plain questions can stand under "each"',
      'Börja med "- ask:". En lista, flera val, en kod, ett personnummer, en bild eller ett samtycke går inte i en lista.',
      'Begin with "- ask:". A list, several choices, a code, a personal identity number, a picture or a consent cannot stand in a list.',
    )
    return undefined
  }
  const where = { sv: 'i ett "ask" under "each"', en: 'in an "ask" under "each"' }
  const step = checkKeys(item, ['ask', ...innerAskProperties], where, reading.report)
  checkChannels(step, 'ask', reading)
  const read = readAsk({ ...entry, step }, reading, readSteps, list)
  checkNothing(step, read, reading)
  return read
}

/** Inside an item it is said that there is nothing, which drops the item, or the dialog goes to a person or ends. */
function checkNothing(step: YamlMap, read: AskStep | undefined, { report }: DialogReading): void {
  const written = entryOf(step, 'if none')
  const strange = read?.pick?.ifNone?.some(
    ({ kind, onlyIf }) => !mayFollowNothing.has(kind) || onlyIf !== undefined,
  )
  if (written === undefined || strange !== true) return
  reportUnusable(
    report,
    written.key,
    'här kan bara "say", "handoff" och "end" stå, utan "only if"',
    'only "say", "handoff" and "end" can stand here, without "only if"',
    'Med bara ett "say" tas saken bort ur listan. Fråga annat efter listan.',
    'With a "say" alone the item is taken out of the list. Ask other things after the list.',
  )
}

const mayFollowNothing = new Set<Step['kind']>(['say', 'handoff', 'end'])

/** What an item is called must be sayable in a sentence, before any options can be read. */
function reportOptionsFirst(node: YamlNode, { report }: DialogReading): void {
  const from = node.kind === 'map' ? entryOf(node, 'from') : undefined
  if (from === undefined) return
  reportUnusable(
    report,
    from.key,
    'den första frågan säger vad saken är, och kan inte ha "from"',
    'the first question says what the item is, and cannot have "from"',
    'Fråga först vad det gäller, med choices eller fritt, och sedan med from.',
    'First ask what it is about, with choices or freely, and then with from.',
  )
}
