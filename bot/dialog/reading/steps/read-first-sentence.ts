// `offers: first sentence`: what the resident began with may be the answer to a question for words, and is offered as it.
import { writtenText } from '../../../yaml/written-text'
import type { YamlMap } from '../../../yaml/node'
import type { AnswerType } from '../../../contracts/talk/value'
import type { DialogReading } from '../names/dialog-reading'
import { optionalText, reportUnusable } from '../fields/read-fields'
import { reportUnknown } from '../fields/report'

const firstSentence = 'first sentence'

export function readFirstSentence(
  step: YamlMap,
  types: readonly AnswerType[],
  { report }: DialogReading,
): { readonly offersFirstSentence?: true } {
  const offer = optionalText(step, 'offers', report)
  if (offer === undefined) return {}
  if (!types.includes('text'))
    reportUnusable(
      report,
      offer,
      'Vid "ask" hör "offers" till typen text',
      'At an "ask", "offers" belongs to the type text',
    )
  if (offer.text === firstSentence) return { offersFirstSentence: true }
  reportUnknown(report, 'D005', writtenText(offer), [firstSentence], {
    sv: 'inget att erbjuda',
    en: 'nothing to offer',
  })
  return {}
}
