// N003: start phrases of two dialogs that are nearly the same, which the bot is likely to confuse.
import { sourceLanguage } from '../../../contracts/talk/language'
import { words } from '../../model/finding'
import { AlikePhrases, type AlikePair } from './alike-phrases'
import type { IsLater } from './file-age'
import type { ReadDialog } from '../dialog/read-dialog'
import type { Report } from '../fields/report'

/** Pairs named in a finding. */
const shownPairs = 3

/** Told once for each pair of dialogs and language, in the later file. `alike` remembers what has not changed. */
export function checkAlike(
  dialogs: readonly ReadDialog[],
  isLater: IsLater,
  report: Report,
  alike = new AlikePhrases(),
): void {
  const pairs = new Map<string, AlikePair[]>()
  for (const [one, other] of alike.pairsAmong(dialogs)) {
    const isOneLater = isLater(one.phrase.at.place.file, other.phrase.at.place.file)
    const [first, second] = isOneLater ? [other, one] : [one, other]
    const key = JSON.stringify([second.read.dialog.id, first.read.dialog.id, second.language])
    pairs.set(key, [...(pairs.get(key) ?? []), [first, second]])
  }
  for (const found of pairs.values()) reportPairs(found, report)
}

function reportPairs(found: readonly AlikePair[], report: Report): void {
  const [top] = found
  if (top === undefined) return
  const [first, second] = top
  const other = first.read.dialog.id
  const list = (and: string) =>
    found
      .slice(0, shownPairs)
      .map(([there, here]) => `"${here.phrase.text}" ${and} "${there.phrase.text}"`)
      .join(', ') + (found.length > shownPairs ? ' …' : '')
  const where = second.language === sourceLanguage ? '' : ` (${second.language})`
  report.fault(
    'N003',
    second.phrase.at,
    words(
      `lätt att förväxla med dialogen "${other}"${where}: ${list('och')}`,
      `easily confused with the dialog "${other}"${where}: ${list('and')}`,
      'Skriv frasen med de ord som skiljer de två åt, eller ta bort den ena.',
      'Write the phrase with the words that tell the two apart, or remove one of them.',
    ),
  )
}
