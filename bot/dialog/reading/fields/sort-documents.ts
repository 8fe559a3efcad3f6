// Which document of which file is what: a dialog, the city, the actions, or a translation of one of them.
import type { Language } from '../../../contracts/talk/language'
import { madeOnce } from '../../../contracts/basics/made-once'
import { entryOf, scalarOf, type YamlMap, type YamlNode } from '../../../yaml/node'
import { parseYaml, type ParsedYaml } from '../../../yaml/parse-yaml'
import { nearest } from '../../../yaml/nearest'
import { writtenText } from '../../../yaml/written-text'
import { words } from '../../model/finding'
import { isLanguageCode, reportNoLanguage } from './language-code'
import { headOf, requireText } from './read-fields'
import { reportUnknown, type Report } from './report'
import { isDialogFile, reportUnread } from './unread-file'

export interface DialogFile {
  /** Shown in findings: `dialogs/felanmalan.yaml`. */
  readonly path: string
  readonly text: string
  /** When it was last written, in milliseconds since 1970; decides which of two files that clash came later. */
  readonly changedAt?: number
}

export interface SortedDocuments {
  readonly city: YamlMap | undefined
  readonly actions: YamlMap | undefined
  readonly dialogs: readonly YamlMap[]
  /** What is translated (`city` or a dialog's id) → language → the document. */
  readonly translations: ReadonlyMap<string, ReadonlyMap<Language, YamlMap>>
  /** Which source texts the translations were made from. */
  readonly translated: YamlMap | undefined
  /** What residents ask that is not the city's to answer. */
  readonly elsewhere: YamlMap | undefined
  /** Ids of dialogs in documents whose YAML is broken are not known; then orphans are not told. */
  readonly someBroken: boolean
}

/** A file that has not changed is parsed once, however often what it stands among is checked. */
const parsedFile = madeOnce((file: DialogFile): ParsedYaml => parseYaml(file.path, file.text))

/** The same while it is being filled. */
type Sorting = { -readonly [Name in keyof SortedDocuments]: SortedDocuments[Name] } & {
  readonly dialogs: YamlMap[]
  readonly translations: Map<string, Map<Language, YamlMap>>
}

export function sortDocuments(files: readonly DialogFile[], report: Report): SortedDocuments {
  const sorting: Sorting = {
    city: undefined,
    actions: undefined,
    dialogs: [],
    translations: new Map(),
    translated: undefined,
    elsewhere: undefined,
    someBroken: false,
  }
  for (const file of files)
    if (isDialogFile(file.path)) sortFile(file, sorting, report)
    else reportUnread(file.path, report)
  return sorting
}

function sortFile(file: DialogFile, sorting: Sorting, report: Report): void {
  const { findings, documents } = parsedFile(file)
  findings.forEach((one) => report.add(one))
  if (documents.every(({ root, broken }) => root === undefined && !broken)) reportEmpty(file.path, report)
  const divided = documents.slice(1).find(({ root }) => root !== undefined && !isHeaded(root))?.root
  if (divided !== undefined) {
    // Neither half is a whole dialog.
    reportDivided(headOf(divided), report)
    sorting.someBroken = true
    return
  }
  for (const { root, broken } of documents) {
    sorting.someBroken ||= broken
    if (root !== undefined) sortDocument(file.path, root, sorting, report)
  }
}

/** Two files are known by their names, all else by a word that only it begins with. */
function sortDocument(path: string, root: YamlNode, sorting: Sorting, report: Report): void {
  if (root.kind !== 'map') reportNoDocument(headOf(root), report)
  else if (path.endsWith('actions.yaml')) sorting.actions = root
  else if (path.endsWith('translated.yaml')) sorting.translated = root
  else if (has(root, 'translates')) addTranslation(root, sorting.translations, report)
  else if (has(root, 'city')) sorting.city = root
  else if (has(root, 'dialog')) sorting.dialogs.push(root)
  else if (has(root, 'elsewhere')) sorting.elsewhere = root
  else reportNoDocument(headOf(root), report)
}

const has = (root: YamlMap, key: string): boolean => entryOf(root, key) !== undefined

/** Actions are written by developers, and a city may have none yet. */
function reportEmpty(path: string, report: Report): void {
  if (path.endsWith('actions.yaml')) return
  report.fault(
    'D005',
    { file: path, line: 1, column: 1, endLine: 1, endColumn: 1 },
    words(
      'filen är tom',
      'the file is empty',
      'Kopiera innehållet i en fil som liknar den, eller ta bort den.',
      'Copy the content of a file that resembles it, or remove it.',
    ),
  )
}

const isHeaded = (root: YamlNode): boolean =>
  root.kind === 'map' && ['dialog', 'translates', 'city', 'elsewhere'].some((key) => has(root, key))

const reportDivided = (at: YamlNode, report: Report): void =>
  report.fault(
    'D001',
    at,
    words('raden "---" delar filen i två: ta bort den', 'the line "---" divides the file in two: remove it'),
  )

function reportNoDocument(at: YamlNode, report: Report): void {
  const known = ['dialog', 'translates', 'city']
  const word = at.kind === 'scalar' ? at : undefined
  if (word !== undefined && nearest(word.text, known) !== undefined) {
    reportUnknown(report, 'D001', writtenText(word), known, {
      sv: 'inget som en fil kan börja med',
      en: 'nothing that a file can begin with',
    })
    return
  }
  report.fault(
    'D001',
    at,
    words(
      'det går inte att se vad det här är',
      'it cannot be seen what this is',
      'En dialog börjar med "dialog: namn", en översättning med "translates: namn".',
      'A dialog begins with "dialog: name", a translation with "translates: name".',
    ),
  )
}

function addTranslation(
  root: YamlMap,
  translations: Map<string, Map<Language, YamlMap>>,
  report: Report,
): void {
  const of = requireText(root, 'translates', report)
  const language = requireText(root, 'language', report)
  if (of === undefined || language === undefined) return
  if (!isLanguageCode(language.text)) {
    reportNoLanguage(language, report)
    return
  }
  const languages = translations.get(of.text) ?? new Map<Language, YamlMap>()
  translations.set(of.text, languages)
  const before = languages.get(language.text)
  if (before === undefined) languages.set(language.text, root)
  else {
    const { file } = before.place
    report.fault(
      'D004',
      scalarOf(root, 'translates') ?? root,
      words(
        `"${of.text}" är redan översatt till "${language.text}" i ${file}`,
        `"${of.text}" is translated to "${language.text}" already in ${file}`,
        'Ta bort den ena filen, eller rätta språket.',
        'Remove one of the files, or correct the language.',
      ),
    )
  }
}
