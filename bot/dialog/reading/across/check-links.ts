// Names that lead from one file to another: from city.yaml to dialogs and articles, from a translation to its dialog.
import { scalarOf, valueOf, type YamlMap, type YamlScalar } from '../../../yaml/node'
import { slice, writtenText, type WrittenText } from '../../../yaml/written-text'
import { words } from '../../model/finding'
import type { IsLater } from './file-age'
import { reportUnknown, type Report } from '../fields/report'
import type { SortedDocuments } from '../fields/sort-documents'

/** D004: two dialogs with one id, told in the later file, or in the one whose name is another. */
export function reportTwins({ dialogs }: SortedDocuments, isLater: IsLater, report: Report): void {
  const groups = new Map<string, YamlScalar[]>()
  for (const root of dialogs) {
    const id = scalarOf(root, 'dialog')
    if (id !== undefined) groups.set(id.text, [...(groups.get(id.text) ?? []), id])
  }
  for (const twins of groups.values()) {
    const [original, ...copies] = [...twins].sort(
      (a, b) =>
        Number(isNamedAfter(b)) - Number(isNamedAfter(a)) || (isLater(a.place.file, b.place.file) ? 1 : -1),
    )
    for (const copy of copies) reportTwin(copy, original?.place.file ?? '', report)
  }
}

const stemOf = (file: string): string => file.replace(/^.*\//, '').replace(/\.ya?ml$/, '')
const isNamedAfter = ({ text, place }: YamlScalar): boolean => stemOf(place.file) === text

function reportTwin(copy: YamlScalar, file: string, report: Report): void {
  const id = copy.text
  const own = stemOf(copy.place.file)
  const isUsable = own !== id && /^[\p{L}\d][\p{L}\d_-]*$/u.test(own)
  report.fault(
    'D004',
    copy,
    words(
      `dialogen "${id}" finns redan i ${file}`,
      `the dialog "${id}" exists already in ${file}`,
      isUsable ? `Skriv "dialog: ${own}", som filen heter.` : 'Ge den här ett eget namn.',
      isUsable ? `Write "dialog: ${own}", as the file is called.` : 'Give this one a name of its own.',
    ),
    isUsable ? { fix: writtenText(copy).edit(0, id.length, own) } : {},
  )
}

/** D010: a dialog that city.yaml leads to and that does not exist. */
export function checkCityLinks({ city, dialogs, someBroken }: SortedDocuments, report: Report): void {
  if (city === undefined || someBroken) return
  const known = dialogs.flatMap((root) => scalarOf(root, 'dialog')?.text ?? [])
  const callBack = scalarOf(city, 'call-back dialog')
  const personIds = valueOf(city, 'person id dialogs')
  const links = [
    ...welcomeLinks(city, 'dialog:'),
    ...(callBack === undefined ? [] : [writtenText(callBack)]),
    ...(personIds?.kind === 'list' ? personIds.items : []).flatMap((item) =>
      item.kind === 'scalar' ? writtenText(item) : [],
    ),
  ]
  for (const link of links) {
    if (known.includes(link.text)) continue
    reportUnknown(report, 'D010', link, known, { sv: 'ingen dialog', en: 'no dialog' })
  }
}

/** D010: an article that city.yaml leads to and that does not exist. */
export function checkArticleLinks(
  { city }: SortedDocuments,
  articles: readonly string[] | undefined,
  report: Report,
): void {
  if (city === undefined || articles === undefined) return
  for (const link of welcomeLinks(city, 'article:')) {
    if (articles.includes(link.text)) continue
    reportUnknown(report, 'D010', link, articles, { sv: 'ingen artikel', en: 'no article' })
  }
}

/** The ids behind `prefix` in the suggestions of the welcome. */
function welcomeLinks(city: YamlMap, prefix: 'dialog:' | 'article:'): readonly WrittenText[] {
  const topics = valueOf(city, 'welcome topics')
  return (topics?.kind === 'map' ? topics.entries : [])
    .filter(({ key }) => key.text.startsWith(prefix))
    .map(({ key }) => slice(writtenText(key), prefix.length, key.text.length))
}

/** T021: a translation of nothing. */
export function reportOrphans({ translations, dialogs, someBroken }: SortedDocuments, report: Report): void {
  const known = ['city', ...dialogs.flatMap((root) => scalarOf(root, 'dialog')?.text ?? [])]
  for (const [of, languages] of translations) {
    if (known.includes(of) || someBroken) continue
    for (const root of languages.values()) {
      const at = scalarOf(root, 'translates')
      if (at === undefined) continue
      reportUnknown(report, 'T021', writtenText(at), known, { sv: 'ingen dialog', en: 'no dialog' })
    }
  }
}
