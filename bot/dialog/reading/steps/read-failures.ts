// Reads `if fails`: what happens for each way in which an action or a called dialog can fail.
import { entryOf, isEmpty, valueOf, type YamlMap, type YamlNode, type YamlScalar } from '../../../yaml/node'
import { words } from '../../model/finding'
import type { Step } from '../../model/model'
import type { DialogReading } from '../names/dialog-reading'
import { stepWords } from '../fields/field-words'
import { checkKeys } from '../fields/read-fields'
import { readHandoff } from './read-handoff'

export type ReadSteps = (node: YamlNode | undefined, reading: DialogReading) => readonly Step[]

export interface FailingStep {
  readonly step: YamlMap
  /** What may fail, where it is written. */
  readonly name: YamlScalar
  /** Its failures by name; undefined when they are not known. */
  readonly failures: readonly string[] | undefined
  /** It can fail in ways that have no name. */
  readonly mayFailOtherwise: boolean
  /** What stands here need not be all: something else is written for the rest. */
  readonly restIsWritten?: boolean
}

/**
 * What is done for each failure, by its name; `else` for those that have nothing of their own.
 * D031 for a failure that nothing is written for.
 */
export function readFailures(
  failing: FailingStep,
  reading: DialogReading,
  readSteps: ReadSteps,
): ReadonlyMap<string, readonly Step[]> {
  const { step, name, failures = [], mayFailOtherwise } = failing
  const node = valueOf(step, 'if fails')
  if (node === undefined || isEmpty(node)) {
    if (mayFailOtherwise || failures.length > 0) reportNoFailure(name, reading)
    return new Map()
  }
  if (node.kind === 'map' && !isStep(node)) return readByName(node, failing, reading, readSteps)
  return new Map([['else', readBranch(node, `${name.text}.fails`, reading, readSteps)]])
}

const isStep = (node: YamlMap): boolean => stepWords.some((word) => entryOf(node, word) !== undefined)

function readByName(
  node: YamlMap,
  { name, failures: known, mayFailOtherwise, restIsWritten = false }: FailingStep,
  reading: DialogReading,
  readSteps: ReadSteps,
): ReadonlyMap<string, readonly Step[]> {
  if (known !== undefined) {
    checkKeys(
      node,
      [...known, 'else'],
      { sv: `bland felen i "${name.text}"`, en: `among the failures of "${name.text}"` },
      reading.report,
    )
  }
  const read = new Map<string, readonly Step[]>()
  for (const { key, value } of node.entries) {
    const id = key.text === 'else' ? `${name.text}.fails` : `${name.text}.${key.text}`
    read.set(key.text, readBranch(value, id, reading, readSteps))
  }
  const isComplete = !mayFailOtherwise && (known ?? []).every((failure) => read.has(failure))
  if (!read.has('else') && !isComplete && !restIsWritten) reportUnnamedFailure(name, node, reading)
  return read
}

/** A hand-off alone takes its name from the action, so that it can be translated: `create_case.fails`. */
export function readBranch(
  node: YamlNode,
  id: string,
  reading: DialogReading,
  readSteps: ReadSteps,
): readonly Step[] {
  const only = node.kind === 'list' && node.items.length === 1 ? node.items[0] : node
  const handoff = only?.kind === 'map' ? entryOf(only, 'handoff') : undefined
  if (only?.kind !== 'map' || handoff === undefined) return readSteps(node, reading)
  checkKeys(
    only,
    ['handoff', 'id', 'closed', 'priority', 'sms', 'web'],
    { sv: 'i ett "handoff"', en: 'in a "handoff"' },
    reading.report,
  )
  const step = readHandoff({ ...handoff, step: only }, reading, uniqueId(id, reading))
  return step === undefined ? [] : [step]
}

function uniqueId(id: string, reading: DialogReading): string {
  const count = reading.count(`id:${id}`)
  return count === 1 ? id : `${id}${count}`
}

const reportNoFailure = (name: YamlScalar, { report }: DialogReading): void =>
  report.fault(
    'D031',
    name,
    words(
      `vad händer om "${name.text}" inte lyckas?`,
      `what happens when "${name.text}" fails?`,
      'Lägg till if fails: { handoff: … }.',
      'Add if fails: { handoff: … }.',
    ),
  )

const reportUnnamedFailure = (name: YamlScalar, node: YamlMap, { report }: DialogReading): void =>
  report.fault(
    'D031',
    node.entries[0]?.key ?? node,
    words(
      `"${name.text}" kan misslyckas på andra sätt än de som står här`,
      `"${name.text}" can fail in other ways than those that stand here`,
      'Lägg till else: { handoff: … }.',
      'Add else: { handoff: … }.',
    ),
  )
