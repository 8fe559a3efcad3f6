// Reads `if fails`: what happens for each way in which an action or a called dialog can fail.
import { entryOf, isEmpty, valueOf, type YamlMap, type YamlNode, type YamlScalar } from '../../yaml/node'
import { words } from '../finding'
import type { Step } from '../model'
import type { DialogReading } from './dialog-reading'
import { stepWords } from './field-words'
import { checkKeys } from './read-fields'
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

/** D031 for a failure that nothing is written for. */
export function readFailures(
  { step, name, failures: known, mayFailOtherwise, restIsWritten = false }: FailingStep,
  reading: DialogReading,
  readSteps: ReadSteps,
): ReadonlyMap<string, readonly Step[]> {
  const node = valueOf(step, 'if fails')
  const failures = new Map<string, readonly Step[]>()
  if (node === undefined || isEmpty(node)) {
    if (mayFailOtherwise || (known ?? []).length > 0) reportNoFailure(name, reading)
    return failures
  }
  const isSteps =
    node.kind === 'list' || (node.kind === 'map' && stepWords.some((word) => entryOf(node, word)))
  if (node.kind !== 'map' || isSteps) {
    failures.set('else', readBranch(node, `${name.text}.fails`, reading, readSteps))
    return failures
  }
  if (known !== undefined) {
    checkKeys(
      node,
      [...known, 'else'],
      { sv: `bland felen i "${name.text}"`, en: `among the failures of "${name.text}"` },
      reading.report,
    )
  }
  for (const { key, value } of node.entries) {
    const id = key.text === 'else' ? `${name.text}.fails` : `${name.text}.${key.text}`
    failures.set(key.text, readBranch(value, id, reading, readSteps))
  }
  const isComplete = !mayFailOtherwise && (known ?? []).every((failure) => failures.has(failure))
  if (!failures.has('else') && !isComplete && !restIsWritten) reportUnnamedFailure(name, node, reading)
  return failures
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
