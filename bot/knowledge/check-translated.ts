// Whether a machine translated an article, and whether it may.
import type { Finding } from '../contracts/basics/finding'
import { findingOf } from './article-finding'
import { fieldOf, type Draft } from './read-draft'

export const isMachineMade = (draft: Draft): boolean =>
  draft.name.kind === 'translation' && fieldOf(draft, 'translated')?.text === 'machine'

/** D001 for another word than `machine`; T027 where the city does not allow it. */
export function checkTranslated(draft: Draft, isAllowed: boolean): readonly Finding[] {
  const field = draft.name.kind === 'translation' ? fieldOf(draft, 'translated') : undefined
  if (field === undefined) return []
  if (field.text !== 'machine')
    return [
      findingOf(
        'D001',
        field.place,
        {
          sv: `"${field.text}" är inget som en översättning kan vara`,
          en: `"${field.text}" is nothing that a translation can be`,
        },
        {
          sv: 'Skriv translated: machine, eller ta bort raden när en människa har läst igenom texten.',
          en: 'Write translated: machine, or remove the line when a person has read the text through.',
        },
      ),
    ]
  if (isAllowed) return []
  return [
    findingOf(
      'T027',
      field.place,
      {
        sv: 'staden tillåter inte maskinöversatta texter',
        en: 'the city does not allow machine translated texts',
      },
      {
        sv: 'Låt en människa läsa igenom översättningen och ta bort raden.',
        en: 'Have a person read the translation through and remove the line.',
      },
    ),
  ]
}
