// Reads how long a text and how large a number may be: `length: 10..500`, `range: 1..20`.
import type { AnswerType } from '../../../contracts/talk/value'
import type { YamlMap } from '../../../yaml/node'
import type { AskStep } from '../../model/model'
import type { DialogReading } from '../names/dialog-reading'
import { optionalText, reportUnusable } from '../fields/read-fields'

export function readLimits(
  step: YamlMap,
  types: readonly AnswerType[],
  reading: DialogReading,
): Pick<AskStep, 'length' | 'range'> {
  const length = readSpan(step, 'length', ['text'], types, reading)
  const range = readSpan(step, 'range', ['number', 'money'], types, reading)
  return { ...(length && { length }), ...(range && { range }) }
}

/** `10..500`. */
function readSpan(
  step: YamlMap,
  property: string,
  limited: readonly AnswerType[],
  types: readonly AnswerType[],
  { report }: DialogReading,
): { readonly from: number; readonly to: number } | undefined {
  const scalar = optionalText(step, property, report)
  if (scalar === undefined) return undefined
  if (types.length > 0 && !types.some((type) => limited.includes(type))) {
    const said = [
      `"${property}" hör till typen ${limited.join(' eller ')}`,
      `"${property}" belongs to the type ${limited.join(' or ')}`,
    ] as const
    reportUnusable(report, scalar, ...said)
  }
  const [, from, to] = /^(-?\d+)\s*\.\.\s*(-?\d+)$/.exec(scalar.text.trim()) ?? []
  if (from !== undefined && to !== undefined && Number(from) <= Number(to)) {
    return { from: Number(from), to: Number(to) }
  }
  reportUnusable(
    report,
    scalar,
    `"${scalar.text}" är inget spann`,
    `"${scalar.text}" is no range`,
    'Skriv minst och mest med två punkter emellan: 1..10.',
    'Write least and most with two dots between: 1..10.',
  )
  return undefined
}
