// Every name a dialog's conditions and texts may use, with what is known of it, before a single condition is read.
import type { ActionType } from '../../model/model'
import {
  entryOf,
  isEmpty,
  scalarOf,
  valueOf,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
} from '../../../yaml/node'
import { words } from '../../model/finding'
import { reservedWords } from '../../condition/parse-condition'
import { givesOf, type Callable } from './call-sites'
import { stepWords } from '../fields/field-words'
import { reportUnusable } from '../fields/read-fields'
import type { Report } from '../fields/report'
import { isYesNoCodes, kindOfType, meantTypes, splitTypes, takesFiles, typesOfChoices } from '../fields/types'

export interface KnownName {
  readonly name: string
  readonly role: 'answer' | 'result' | 'value' | 'confirmation' | 'channel'
  /** Answer types or `list`; empty while unknown, which clashes with nothing. */
  readonly types: readonly string[]
  /** The words it can be, for choices. */
  readonly codes: readonly string[]
  /** What residents see in the place of a code. */
  readonly labels?: ReadonlyMap<string, string>
  /** Asked or fetched on every way through the dialog. */
  readonly certain: boolean
  readonly at: YamlScalar | undefined
  /** Inside a list: the whole name that a bare one stands for, `items.what` for `what`. */
  readonly means?: string
}

export class NameTable extends Map<string, KnownName> {
  /** An action or a step could not be recognised, so the names it gives are not known: an unknown name may be one. */
  someUnknown = false
}

export interface NameSources {
  readonly actions: ReadonlyMap<string, ActionType>
  readonly callable: Callable
  readonly report: Report
}

interface Collecting extends NameSources {
  readonly names: NameTable
}

/** Collects the names of a dialog's questions, results and values. D004 for one used twice. */
export function collectNames(root: YamlMap, sources: NameSources): NameTable {
  const channel: KnownName = {
    name: 'channel',
    role: 'channel',
    types: ['choice'],
    codes: ['web', 'sms'],
    certain: true,
    at: undefined,
  }
  const collecting: Collecting = { ...sources, names: new NameTable([['channel', channel]]) }
  collectSteps(valueOf(root, 'steps'), true, collecting)
  const values = valueOf(root, 'values')
  if (values?.kind === 'map') {
    values.entries.forEach(({ key }) =>
      addName(key, { role: 'value', types: [], codes: [], certain: false }, collecting),
    )
  }
  return collecting.names
}

function collectSteps(steps: YamlNode | undefined, certain: boolean, collecting: Collecting): void {
  if (steps?.kind === 'map') collectStep(steps, certain, collecting)
  if (steps?.kind !== 'list') return
  for (const step of steps.items) if (step.kind === 'map') collectStep(step, certain, collecting)
}

function collectStep(step: YamlMap, certain: boolean, collecting: Collecting): void {
  const { names } = collecting
  const conditional = valueOf(step, 'only if') !== undefined
  names.someUnknown ||= !stepWords.some((word) => entryOf(step, word) !== undefined)
  const ask = scalarOf(step, 'ask')
  if (ask !== undefined) collectAsk(ask, step, certain && !conditional, collecting)
  const confirm = scalarOf(step, 'confirm')
  if (confirm !== undefined) {
    addName(confirm, { role: 'confirmation', types: ['yes/no'], codes: [], certain: false }, collecting)
  }
  const action = scalarOf(step, 'do')
  if (action !== undefined) collectResults(action, certain && !conditional, collecting)
  collectGivenNames(step, certain && !conditional, collecting)
  for (const branch of ['then', 'else']) collectSteps(valueOf(step, branch), false, collecting)
  collectSteps(valueOf(step, 'if none'), false, collecting)
  const fails = valueOf(step, 'if fails')
  if (fails?.kind === 'map') fails.entries.forEach(({ value }) => collectSteps(value, false, collecting))
}

function collectAsk(ask: YamlScalar, step: YamlMap, certain: boolean, collecting: Collecting): void {
  const isCertain = certain && !isOptionalAsk(step)
  addName(ask, { role: 'answer', ...kindOfAsk(step), certain: isCertain }, collecting)
  if (isListAsk(step)) collectList(ask.text, step, isCertain, collecting)
}

export const isOptionalAsk = (step: YamlMap): boolean =>
  ['true', 'yes'].includes(scalarOf(step, 'optional')?.text ?? '')

const typesOf = (step: YamlMap): readonly string[] =>
  meantTypes(splitTypes(scalarOf(step, 'type')?.text ?? 'text'))

/** Whether an `ask` is meant as a list, though it may lack something for it. */
export const isListAsk = (step: YamlMap): boolean =>
  !takesFiles(typesOf(step)) &&
  (['each', 'more', 'max'].some((word) => valueOf(step, word) !== undefined) ||
    scalarOf(step, 'type')?.text === 'list')

/** The types of an `ask` and the codes of its choices; no types while they are not known. */
export function kindOfAsk(step: YamlMap): Pick<KnownName, 'types' | 'codes' | 'labels'> {
  const choices = valueOf(step, 'choices')
  const type = scalarOf(step, 'type')?.text
  const written = choices?.kind === 'map' ? choices.entries.map(({ key }) => key.text) : []
  const codes = isYesNoCodes(written) ? [] : written
  const types = splitTypes(type ?? 'text')
  if (isListAsk(step)) return { types: ['list'], codes: [] }
  if (valueOf(step, 'from') !== undefined) return { types: ['pick'], codes: [] }
  if (isYesNoCodes(written)) return { types: [], codes }
  if (codes.length > 0)
    return { types: typesOfChoices(type ?? 'choice') ?? ['choice'], codes, labels: labelsOf(choices) }
  return { types: meantTypes(types).map(kindOfType), codes }
}

/** Code → what stands before the bar. */
const labelsOf = (choices: YamlNode | undefined): ReadonlyMap<string, string> =>
  new Map(
    (choices?.kind === 'map' ? choices.entries : []).flatMap(({ key, value }) =>
      value.kind === 'scalar' ? [[key.text, value.text.split('|')[0]?.trim() ?? '']] : [],
    ),
  )

/** The questions of a list: each inner one is known by `<list>.<name>`, as the list of what was answered to it. */
function collectList(list: string, step: YamlMap, certain: boolean, { names, report }: Collecting): void {
  const more = `${list}.more`
  const known = { certain, at: undefined }
  names.set(more, { ...known, name: more, role: 'confirmation', types: ['yes/no'], codes: [] })
  for (const inner of innerAsksOf(step)) {
    const ask = scalarOf(inner, 'ask')
    if (ask === undefined) continue
    if (!isInnerName(ask, report)) {
      names.someUnknown = true
      continue
    }
    const name = `${list}.${ask.text}`
    const before = names.get(name)
    if (before !== undefined) reportTwice(ask.text, ask, before, report)
    else names.set(name, { ...known, name, role: 'answer', types: ['list'], codes: kindOfAsk(inner).codes })
  }
}

export const innerAsksOf = (step: YamlMap): readonly YamlMap[] => {
  const each = valueOf(step, 'each')
  const items = each?.kind === 'list' ? each.items : each?.kind === 'map' ? [each] : []
  return items.filter((item) => item.kind === 'map')
}

/** With these a text of the list itself has its id: `items.more`. */
const idsOfList = new Set(['more', 'hint', 'why', 'must', 'sms', 'web'])

function isInnerName(ask: YamlScalar, report: Report): boolean {
  if (isEmpty(ask)) return false
  if (isName(ask.text) && !idsOfList.has(ask.text)) return true
  reportNoName(ask, report)
  return false
}

function collectResults(action: YamlScalar, certain: boolean, { actions, names, report }: Collecting): void {
  const known = actions.get(action.text)
  names.someUnknown ||= known === undefined
  for (const [name, type] of known?.gives ?? []) {
    const codes = known?.givesCodes.get(name) ?? []
    const before = names.get(name)
    if (before !== undefined && before.role !== 'result') reportTwice(name, action, before, report)
    if (before?.role === 'result' && before.types[0] !== type) {
      report.fault(
        'D012',
        action,
        words(
          `"${name}" är av slaget "${type}" här men "${before.types.join(' ')}" i en annan handling`,
          `"${name}" is of type "${type}" here but "${before.types.join(' ')}" in another action`,
          'Ge det ena resultatet ett annat namn i actions.yaml.',
          'Give one of the two results another name in actions.yaml.',
        ),
      )
    }
    names.set(name, { name, role: 'result', types: [type], codes, certain, at: action })
  }
}

/** What a call takes over, and under `<dialog>.<name>` all that the called dialog asks: for its tests and labels. */
function collectGivenNames(step: YamlMap, certain: boolean, collecting: Collecting): void {
  const call = scalarOf(step, 'call')
  if (call === undefined) return
  const { callable, names } = collecting
  const called = callable.find(call.text)
  names.someUnknown ||= called === undefined
  for (const [name, { role, types, codes }] of called?.names ?? []) {
    if (role !== 'answer' && role !== 'confirmation') continue
    const inner = `${call.text}.${name}`
    names.set(inner, { name: inner, role, types, codes, certain: false, at: undefined })
  }
  for (const { as, from } of givesOf(step)) {
    const { types = [], codes = [] } = called?.names.get(from.text) ?? {}
    addName(as, { role: 'result', types, codes, certain }, collecting)
  }
}

/** Belongs to a word that does not run yet, which has its finding. */
export const isOfLaterWord = (names: NameTable, name: string): boolean => {
  const known = names.get(name)
  return known?.role === 'answer' && known.types.length === 0
}

function addName(at: YamlScalar, known: Omit<KnownName, 'name' | 'at'>, { names, report }: Collecting): void {
  const name = at.text
  if (isEmpty(at)) {
    reportUnusable(report, at, 'här saknas ett namn', 'a name is missing here')
    return
  }
  if (!isName(name)) {
    names.someUnknown = true
    reportNoName(at, report)
    return
  }
  const before = names.get(name)
  if (before === undefined) {
    names.set(name, { ...known, name, at })
    return
  }
  reportTwice(name, at, before, report)
  // Which of the two is meant, and what the other should have been called, is not known.
  names.set(name, { ...before, types: [], codes: [] })
  names.someUnknown = true
}

const isName = (name: string): boolean =>
  /^\p{L}[\p{L}\d_]*$/u.test(name) && !reservedWords.has(name) && !ownWords.has(name)

const reportNoName = (at: YamlScalar, report: Report): void =>
  reportUnusable(
    report,
    at,
    `"${at.text}" kan inte vara ett namn`,
    `"${at.text}" cannot be a name`,
    'Ett namn har bokstäver, siffror och _, och är inget ord som villkor använder.',
    'A name has letters, digits and _, and is no word that conditions use.',
  )

const ownWords = new Set(['channel', 'if', 'today', 'size', 'city'])

function reportTwice(name: string, at: YamlScalar, before: KnownName, report: Report): void {
  const line = before.at?.place.line
  const where = line === undefined ? { sv: '', en: '' } : { sv: ` (rad ${line})`, en: ` (line ${line})` }
  report.fault(
    'D004',
    at,
    words(
      `namnet "${name}" används redan${where.sv}`,
      `the name "${name}" is used already${where.en}`,
      'Ge ett av dem ett annat namn.',
      'Give one of them another name.',
    ),
    {},
  )
}
