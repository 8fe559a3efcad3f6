// Reads what belongs to a consent and to nothing else: `purpose`, and that it is neither passed over nor given beforehand.
import type { AnswerType } from '../../../contracts/talk/value'
import { entryOf, type YamlMap, type YamlScalar } from '../../../yaml/node'
import type { AskStep } from '../../model/model'
import type { DialogReading } from '../names/dialog-reading'
import { optionalText, reportUnusable, requireText } from '../fields/read-fields'

/** D005 for a consent that would not be one, and for a `purpose` without a consent. */
export function readPurpose(
  step: YamlMap,
  types: readonly AnswerType[],
  { report }: DialogReading,
): Pick<AskStep, 'purpose'> {
  const written = entryOf(step, 'purpose')
  if (!types.includes('consent')) {
    if (written !== undefined)
      reportUnusable(
        report,
        written.key,
        '"purpose" hör till typen consent',
        '"purpose" belongs to the type consent',
      )
    return purposeOf(optionalText(step, 'purpose', report))
  }
  const type = entryOf(step, 'type')
  if (types.length > 1 && type !== undefined)
    reportUnusable(
      report,
      type.value,
      'ett samtycke kan inte vara ett svar av annat slag också',
      'a consent cannot be an answer of another type too',
    )
  for (const word of ['optional', 'default', 'must']) {
    const entry = entryOf(step, word)
    if (entry !== undefined)
      reportUnusable(
        report,
        entry.key,
        `"${word}" kan inte stå vid ett samtycke: det ges fritt, med ja eller nej`,
        `"${word}" cannot stand with a consent: it is given freely, by a yes or a no`,
        'Ta bort raden.',
        'Remove the line.',
      )
  }
  if (entryOf(step, 'keep') === undefined) requireText(step, 'keep', report)
  return purposeOf(requireText(step, 'purpose', report))
}

const purposeOf = (written: YamlScalar | undefined): Pick<AskStep, 'purpose'> =>
  written === undefined ? {} : { purpose: written.text }
