// What only shows when all dialogs are read: two that the same sentence starts.
import { sourceLanguage, type Language } from '../../../contracts/talk/language'
import { words, type Words } from '../../model/finding'
import type { IsLater } from './file-age'
import { foldPhrase } from '../fields/fold-phrase'
import type { ReadDialog } from '../dialog/read-dialog'
import type { WrittenPhrase } from '../names/read-phrases'
import type { Report } from '../fields/report'

interface Owned {
  readonly read: ReadDialog
  readonly language: Language
  readonly phrase: WrittenPhrase
}

/**
 * N001: start phrases that two dialogs share. Told once for each pair of dialogs and language, in the file that came later:
 * that is where somebody has just been writing.
 */
export function checkAcrossDialogs(dialogs: readonly ReadDialog[], isLater: IsLater, report: Report): void {
  const owners = new Map<string, Owned>()
  const pairs = new Map<string, { readonly owned: Owned[]; readonly other: string }>()
  for (const here of dialogs.flatMap(phrasesOf)) {
    const key = foldPhrase(here.phrase.masked)
    const there = owners.get(key)
    if (there === undefined) owners.set(key, here)
    else if (there.read.dialog.id !== here.read.dialog.id) {
      const isHereLater = !isLater(there.phrase.at.place.file, here.phrase.at.place.file)
      const [first, second] = isHereLater ? [there, here] : [here, there]
      const pair = JSON.stringify([second.read.dialog.id, first.read.dialog.id, second.language])
      const entry = pairs.get(pair) ?? { owned: [], other: first.read.dialog.id }
      pairs.set(pair, entry)
      entry.owned.push(second)
    }
  }
  for (const { owned, other } of pairs.values()) {
    const [first] = owned
    if (first !== undefined) report.fault('N001', first.phrase.at, wordsOf(first, owned.length, other))
  }
}

const phrasesOf = (read: ReadDialog): readonly Owned[] =>
  [...read.phrases].flatMap(([language, phrases]) => phrases.map((phrase) => ({ read, language, phrase })))

function wordsOf({ phrase, language, read }: Owned, count: number, other: string): Words {
  if (count === 1)
    return words(
      `"${phrase.text}" startar också dialogen "${other}"`,
      `"${phrase.text}" also starts the dialog "${other}"`,
      'Ta bort frasen i en av dem.',
      'Remove the phrase from one of them.',
    )
  const all = read.phrases.get(language)?.length ?? 0
  const isSource = language === sourceLanguage
  const sv = `${count === all ? `alla ${count}` : `${count} av ${all}`} startfraser${isSource ? '' : ` på "${language}"`}`
  const en = `${count === all ? `all ${count}` : `${count} of ${all}`} start phrases${isSource ? '' : ` in "${language}"`}`
  return words(
    `${sv} är kopierade från "${other}"`,
    `${en} are copied from "${other}"`,
    'Skriv egna, så som invånare frågar efter just det här.',
    'Write your own, as residents ask for just this.',
  )
}
