// Reads what belongs to a consent and to nothing else: `purpose`, and that it is neither passed over nor given beforehand.
import type { AnswerType } from '../../contracts/value'
import { entryOf, type YamlMap } from '../../yaml/node'
import type { DialogReading } from './dialog-reading'
import { optionalText, reportUnusable, requireText } from './read-fields'

/** D005 for a consent that would not be one, and for a `purpose` without a consent. */
export function readPurpose(
  step: YamlMap,
  types: readonly AnswerType[],
  { report }: DialogReading,
): string | undefined {
  const written = entryOf(step, 'purpose')
  if (!types.includes('consent')) {
    if (written !== undefined)
      reportUnusable(
        report,
        written.key,
        '"purpose" hör till typen consent',
        '"purpose" belongs to the type consent',
      )
    return optionalText(step, 'purpose', report)?.text
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
  return requireText(step, 'purpose', report)?.text
}
