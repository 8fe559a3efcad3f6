// Reads a `do`: which action, with what, and what happens when it fails.
import { entryOf, type YamlMap, type YamlNode, type YamlScalar } from '../../yaml/node'
import { writtenText } from '../../yaml/written-text'
import type { Expression } from '../condition'
import { words } from '../finding'
import type { ActionType, DoStep, FollowUp, Step } from '../model'
import { placeOfStep, readExpression, readOnlyIf, type DialogReading } from './dialog-reading'
import { readFailures } from './read-failures'
import { asText, optionalMap } from './read-fields'
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
  const failures = action === undefined ? undefined : [...action.fails, 'unavailable']
  const ifFails = readFailures({ step, name, failures, mayFailOtherwise: true }, reading, readSteps)
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
    ...readFollowUp('undo', action, reading),
    ...readFollowUp('update', action, reading),
    ...onlyIf,
  }
}

function readFollowUp(
  property: 'undo' | 'update',
  action: ActionType,
  { actions }: DialogReading,
): Partial<Record<'undo' | 'update', FollowUp>> {
  const next = actions.get(action[property] ?? '')
  return next === undefined ? {} : { [property]: { action: next.name, takes: next.takes } }
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
