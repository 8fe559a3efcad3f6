// `unsure: yes`: what "kanske" and "vet inte" count as, where a question must have a yes or a no.
import { valueOf, type YamlMap } from '../../../yaml/node'
import type { AnswerType } from '../../../contracts/talk/value'
import type { AskStep } from '../../model/model'
import type { DialogReading } from '../names/dialog-reading'
import { optionalYesNo, reportUnusable } from '../fields/read-fields'

export function readUnsure(
  step: YamlMap,
  types: readonly AnswerType[],
  { report }: DialogReading,
): Pick<AskStep, 'unsure'> {
  const written = valueOf(step, 'unsure')
  if (written === undefined) return {}
  if (!types.includes('yes/no'))
    reportUnusable(report, written, '"unsure" hör till typen yes/no', '"unsure" belongs to the type yes/no')
  return { unsure: optionalYesNo(step, 'unsure', report) }
}
