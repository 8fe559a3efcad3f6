// Which emergency an article is about: one that the bot knows, so that what to do is said also when the text is out of date.
import { emergencyKinds } from '../contracts/talk/emergency-kind'
import type { Finding } from '../contracts/basics/finding'
import { findingOf } from './article-finding'
import { fieldOf, type Draft } from './read-draft'

/** D001 for a `danger` that is none. */
export function checkDanger(draft: Draft): readonly Finding[] {
  const field = fieldOf(draft, 'danger')
  if (field === undefined || emergencyKinds.some((kind) => kind === field.text)) return []
  const known = emergencyKinds.join(', ')
  return [
    findingOf(
      'D001',
      field.place,
      {
        sv: `"${field.text}" är ingen fara som boten känner`,
        en: `"${field.text}" is no danger the bot knows`,
      },
      { sv: `Skriv någon av: ${known}.`, en: `Write one of: ${known}.` },
    ),
  ]
}
