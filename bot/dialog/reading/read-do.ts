// Reads a `do`: which action, with what, and what happens when it fails.
import { entryOf, isEmpty, valueOf, type YamlMap, type YamlNode, type YamlScalar } from '../../yaml/node'
import { writtenText } from '../../yaml/written-text'
import type { Expression } from '../condition'
import { words } from '../finding'
import type { ActionType, DoStep, Step } from '../model'
import { placeOfStep, readExpression, readOnlyIf, type DialogReading } from './dialog-reading'
import { stepWords } from './field-words'
import { asText, checkKeys, optionalMap } from './read-fields'
import { readHandoff } from './read-handoff'
import type { StepSource } from './step-source'
import { reportUnknown } from './report'

type ReadSteps = (node: YamlNode | undefined, reading: DialogReading) => readonly Step[]

export function readDo(
  { step, key, value }: StepSource,
  reading: DialogReading,
  readSteps: ReadSteps,
): DoStep | undefined {
  const name = asText(value, 'do', reading.report)
  if (name === undefined) return undefined
  const action = reading.actions.get(name.text)
  const onlyIf = readOnlyIf(step, reading)
  const inputs = readInputs(step, name, action, reading)
  const ifFails = readFailures(step, name, action, reading, readSteps)
  if (action === undefined) {
    reportUnknown(reading.report, 'D010', writtenText(name), reading.actions.keys(), {
      sv: 'ingen handling i actions.yaml',
      en: 'no action of actions.yaml',
    })
    return undefined
  }
  const count = reading.count(`do:${name.text}`)
  return {
    kind: 'do',
    key: count === 1 ? `do:${name.text}` : `do:${name.text}:${count}`,
    place: placeOfStep(key, value),
    action: name.text,
    effect: action.effect,
    with: inputs,
    gives: [...action.gives.keys()],
    ifFails,
    ...onlyIf,
  }
}

/** D011 for inputs the action does not take, and for those it needs and does not get. */
function readInputs(
  step: YamlMap,
  name: YamlScalar,
  action: ActionType | undefined,
  reading: DialogReading,
): DoStep['with'] {
  const { report } = reading
  const map = optionalMap(step, 'with', report)
  const inputs = (map?.entries ?? []).flatMap(({ key, value }) => {
    if (action !== undefined && !action.takes.includes(key.text)) {
      reportUnknown(report, 'D011', writtenText(key), action.takes, {
        sv: `inget som "${name.text}" tar emot`,
        en: `nothing that "${name.text}" takes`,
      })
    }
    const scalar = asText(value, key.text, report)
    const expression = scalar === undefined ? undefined : readInput(scalar, reading)
    return expression === undefined ? [] : [{ name: key.text, expression }]
  })
  const given = new Set(map?.entries.map(({ key }) => key.text))
  for (const input of action?.takes ?? []) {
    if (given.has(input) || action?.optionalTakes.includes(input) === true) continue
    report.fault(
      'D011',
      map === undefined ? name : (entryOf(step, 'with')?.key ?? name),
      words(
        `"${name.text}" behöver "${input}"`,
        `"${name.text}" needs "${input}"`,
        `Lägg till ${input}: … under "with:".`,
        `Add ${input}: … under "with:".`,
      ),
    )
  }
  return inputs
}

/** A text in quotes is that text; anything else is a name or a calculation. */
function readInput(scalar: YamlScalar, reading: DialogReading): Expression | undefined {
  if (scalar.style === 'plain') return readExpression(scalar, reading)?.expression
  const span = { start: 0, end: scalar.text.length }
  return { kind: 'literal', value: scalar.text, bare: false, span }
}

function readFailures(
  step: YamlMap,
  name: YamlScalar,
  action: ActionType | undefined,
  reading: DialogReading,
  readSteps: ReadSteps,
): ReadonlyMap<string, readonly Step[]> {
  const node = valueOf(step, 'if fails')
  const failures = new Map<string, readonly Step[]>()
  if (node === undefined || isEmpty(node)) {
    reportNoFailure(name, reading)
    return failures
  }
  const isSteps =
    node.kind === 'list' || (node.kind === 'map' && stepWords.some((word) => entryOf(node, word)))
  if (node.kind !== 'map' || isSteps) {
    failures.set('else', readBranch(node, `${name.text}.fails`, reading, readSteps))
    return failures
  }
  if (action !== undefined) {
    const known = [...action.fails, 'unavailable', 'else']
    checkKeys(
      node,
      known,
      { sv: `bland felen i "${name.text}"`, en: `among the failures of "${name.text}"` },
      reading.report,
    )
  }
  for (const { key, value } of node.entries) {
    const id = key.text === 'else' ? `${name.text}.fails` : `${name.text}.${key.text}`
    failures.set(key.text, readBranch(value, id, reading, readSteps))
  }
  if (!failures.has('else')) reportUnnamedFailure(name, node, reading)
  return failures
}

/** A hand-off alone takes its name from the action, so that it can be translated: `create_case.fails`. */
function readBranch(
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
    ['handoff', 'id', 'closed', 'sms', 'web'],
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
