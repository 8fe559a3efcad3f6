// Reads a `do`: which action, with what, and what happens when it fails.
import type { YamlNode } from '../../../yaml/node'
import { writtenText } from '../../../yaml/written-text'
import type { ActionType, DoStep, FollowUp, Step } from '../../model/model'
import { readInputs } from '../actions/action-inputs'
import { placeOfStep, readOnlyIf, type DialogReading } from '../names/dialog-reading'
import { readFailures } from './read-failures'
import { asText } from '../fields/read-fields'
import type { StepSource } from '../names/step-source'
import { reportUnknown } from '../fields/report'

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
