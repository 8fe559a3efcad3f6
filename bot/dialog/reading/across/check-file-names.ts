// D060: what a file is called says what stands in it, or nobody finds it.
import { scalarOf, type YamlMap } from '../../../yaml/node'
import { words } from '../../model/finding'
import { isLanguageCode } from '../fields/language-code'
import type { Report } from '../fields/report'
import type { SortedDocuments } from '../fields/sort-documents'
import { nameOf } from '../fields/unread-file'

const stemOf = (file: string): string => nameOf(file).replace(/\.ya?ml$/, '')

/** A file with several documents in it cannot be called after each. */
export function checkFileNames({ dialogs, translations, someBroken }: SortedDocuments, report: Report): void {
  const translated = [...translations.values()].flatMap((languages) => [...languages.values()])
  const counts = new Map<string, number>()
  for (const { place } of [...dialogs, ...translated])
    counts.set(place.file, (counts.get(place.file) ?? 0) + 1)
  const alone = ({ place }: YamlMap): boolean => counts.get(place.file) === 1
  const ids = dialogs.map((root) => scalarOf(root, 'dialog')?.text)
  for (const root of dialogs.filter(alone)) {
    const id = scalarOf(root, 'dialog')?.text
    // Of two dialogs with one name D004 tells the one that is called something else.
    if (ids.filter((one) => one === id).length === 1) reportDialog(root, report)
  }
  for (const root of translated.filter(alone)) {
    const of = scalarOf(root, 'translates')?.text
    if (of === 'city' || ids.includes(of) || someBroken) reportTranslation(root, report)
  }
}

function reportDialog(root: YamlMap, report: Report): void {
  const at = scalarOf(root, 'dialog')
  const { file } = root.place
  if (at === undefined || at.text === '' || at.text === stemOf(file)) return
  report.fault(
    'D060',
    at,
    words(
      `dialogen heter "${at.text}" men filen ${nameOf(file)}`,
      `the dialog is called "${at.text}" but the file ${nameOf(file)}`,
      `Skriv "dialog: ${stemOf(file)}", eller döp om filen till ${at.text}.yaml.`,
      `Write "dialog: ${stemOf(file)}", or rename the file to ${at.text}.yaml.`,
    ),
  )
}

function reportTranslation(root: YamlMap, report: Report): void {
  const at = scalarOf(root, 'translates')
  const language = scalarOf(root, 'language')
  const { file } = root.place
  if (at === undefined || language === undefined || !isLanguageCode(language.text)) return
  const wanted = `${at.text}.${language.text}`
  if (stemOf(file) === wanted) return
  report.fault(
    'D060',
    at,
    words(
      `filen ${nameOf(file)} översätter "${at.text}" till "${language.text}"`,
      `the file ${nameOf(file)} translates "${at.text}" to "${language.text}"`,
      `Döp om den till ${wanted}.yaml, eller ändra "translates:" och "language:".`,
      `Rename it to ${wanted}.yaml, or change "translates:" and "language:".`,
    ),
  )
}
