// `means yes: farligt, ramla`: what residents tell in place of a yes, in whatever language they write.
import { valueOf, type YamlMap } from '../../../yaml/node'
import type { AnswerType } from '../../../contracts/talk/value'
import type { AskStep } from '../../model/model'
import type { DialogReading } from '../names/dialog-reading'
import { optionalText, reportUnusable } from '../fields/read-fields'

export function readMeansYes(
  step: YamlMap,
  types: readonly AnswerType[],
  { report }: DialogReading,
): Pick<AskStep, 'meansYes'> {
  const written = valueOf(step, 'means yes')
  if (written === undefined) return {}
  if (!types.includes('yes/no'))
    reportUnusable(
      report,
      written,
      '"means yes" hör till typen yes/no',
      '"means yes" belongs to the type yes/no',
    )
  const phrases = (optionalText(step, 'means yes', report)?.text ?? '')
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
  return { meansYes: phrases }
}
