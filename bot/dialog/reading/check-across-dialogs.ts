// What only shows when all dialogs are read: two with the same name, two that the same sentence starts.
import type { YamlScalar } from '../../yaml/node'
import { words } from '../finding'
import type { ReadDialog } from './read-dialog'
import type { Report } from './report'

/** Letters only, so that "Hej!" and "hej" count as one. */
const fold = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** N001: the same start phrase in two dialogs; told at both, for either may be the one to change. */
export function checkAcrossDialogs(dialogs: readonly ReadDialog[], report: Report): void {
  const owners = new Map<string, { readonly dialog: string; readonly at: YamlScalar }>()
  for (const { dialog, phrases } of dialogs) {
    for (const phrase of [...phrases.values()].flat()) {
      const key = fold(phrase.masked)
      const other = owners.get(key)
      if (other === undefined) owners.set(key, { dialog: dialog.id, at: phrase.at })
      else if (other.dialog !== dialog.id) {
        reportShared(phrase.at, phrase.text, other.dialog, report)
        reportShared(other.at, phrase.text, dialog.id, report)
      }
    }
  }
}

const reportShared = (at: YamlScalar, phrase: string, other: string, report: Report): void =>
  report.fault(
    'N001',
    at,
    words(
      `"${phrase}" startar också dialogen "${other}"`,
      `"${phrase}" also starts the dialog "${other}"`,
      'Ta bort frasen i en av dem.',
      'Remove the phrase from one of them.',
    ),
  )
