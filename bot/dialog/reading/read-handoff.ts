// Reads a `handoff`: what is said when a person takes over, and when the office is closed.
import { valueOf } from '../../yaml/node'
import type { HandoffStep } from '../model'
import { placeOfStep, readId, readOnlyIf, readStepText, type DialogReading } from './dialog-reading'
import type { StepSource } from './step-source'

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
  const onlyIf = readOnlyIf(step, reading)
  if (text === undefined) return undefined
  const place = placeOfStep(key, value)
  return { kind: 'handoff', key: `handoff:${id}`, place, id, text, ...(closed && { closed }), ...onlyIf }
}
