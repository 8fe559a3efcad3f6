// Reads a `handoff`: what is said when a person takes over, and when the office is closed.
import { valueOf, type YamlMap } from '../../../yaml/node'
import { writtenText } from '../../../yaml/written-text'
import type { HandoffStep } from '../../model/model'
import { placeOfStep, readId, readOnlyIf, readStepText, type DialogReading } from '../names/dialog-reading'
import { optionalText } from '../fields/read-fields'
import { reportUnknown } from '../fields/report'
import type { StepSource } from '../names/step-source'

/** `id` is the text's name when staff gave none. */
export function readHandoff(
  { step, key, value }: StepSource,
  reading: DialogReading,
  otherwise = `handoff${reading.count('handoff')}`,
): HandoffStep | undefined {
  const id = readId(step, otherwise, reading)
  const text = readStepText({ id, property: 'handoff', value, step }, reading)
  const closedNode = valueOf(step, 'closed')
  const closed =
    closedNode === undefined
      ? undefined
      : readStepText({ id: `${id}.closed`, property: 'closed', value: closedNode, step }, reading)
  const priority = readPriority(step, reading)
  const onlyIf = readOnlyIf(step, reading)
  if (text === undefined) return undefined
  const place = placeOfStep(key, value)
  return {
    kind: 'handoff',
    key: `handoff:${id}`,
    place,
    id,
    text,
    ...(closed && { closed }),
    ...(priority && { priority }),
    ...onlyIf,
  }
}

/** `high`, or nothing: an errand that is not before others is one among them. */
function readPriority(step: YamlMap, { report }: DialogReading): HandoffStep['priority'] {
  const priority = optionalText(step, 'priority', report)
  if (priority === undefined || priority.text === 'high') return priority && 'high'
  reportUnknown(report, 'D005', writtenText(priority), ['high'], {
    sv: 'ingen prioritet',
    en: 'no priority',
  })
  return undefined
}
