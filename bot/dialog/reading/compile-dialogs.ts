// The front door of the reading half: the files of `dialogs/` in, compiled dialogs and every fault of theirs out. Pure.
import type { City } from '../../contracts/city/city'
import type { Finding } from '../../contracts/basics/finding'
import { sourceLanguage, type Language } from '../../contracts/talk/language'
import { sameFiles } from '../../contracts/basics/same-files'
import { scalarOf, type YamlMap } from '../../yaml/node'
import { words } from '../model/finding'
import type { ActionType, Dialog } from '../model/model'
import { AlikePhrases } from './across/alike-phrases'
import { callSitesIn } from './names/call-sites'
import { callableDialogs, checkCalls } from './across/callable'
import { checkAcrossDialogs } from './across/check-across-dialogs'
import { checkAlike } from './across/check-alike'
import { checkFileNames } from './across/check-file-names'
import { checkArticleLinks, checkCityLinks, reportOrphans, reportTwins } from './across/check-links'
import { laterOf } from './across/file-age'
import { hashFiles } from './names/hash-dialog'
import { linkCalls } from './across/link-calls'
import { readActions } from './actions/read-actions'
import { readCity, type ReadCity } from './city/read-city'
import { readDialog, type ReadDialog } from './dialog/read-dialog'
import { readElsewhere, type ElsewherePhrase } from './dialog/read-elsewhere'
import { createMemory, type Remember } from './fields/remember'
import { createReport, type Report } from './fields/report'
import { noRules, readTextRules } from './names/text-rules'
import { readStamps, type Stamps, type TextEntries } from './fields/translation-stamps'
import { sortDocuments, type DialogFile, type SortedDocuments } from './fields/sort-documents'

export interface CompiledDialogs {
  /** By id. A dialog with an error, in its translations or in one that it calls, is left out; the others serve. */
  readonly dialogs: ReadonlyMap<string, Dialog>
  /** Every dialog that can be read at all, with its faults, before calls are linked: for editors, never to be run. */
  readonly drafts: ReadonlyMap<string, Dialog>
  /** Undefined when there is none, or it lacks what nothing can do without. */
  readonly city: City | undefined
  readonly actions: ReadonlyMap<string, ActionType>
  /** What residents ask that is not the city's to answer. */
  readonly elsewhere: readonly ElsewherePhrase[]
  /** Dialog id, or `city` → its texts in all languages. */
  readonly texts: ReadonlyMap<string, TextEntries>
  /** By file, then by place. */
  readonly findings: readonly Finding[]
  /** Changes with any character of any file. */
  readonly hash: string
}

export interface CompileOptions {
  readonly files: readonly DialogFile[]
  /** ISO date; decides which reviews are overdue. */
  readonly today: string
  /** Ids of the articles that city.yaml may lead to; unchecked when left out. */
  readonly articles?: readonly string[]
}

/**
 * Reads, checks and compiles all dialogs with the city and the actions. Never throws for what is written in them, and
 * never stops at the first fault.
 */
export const compileDialogs = (options: CompileOptions): CompiledDialogs => createDialogCompiler()(options)

/** The same again and again, for editors and watchers: files that have not changed are not read anew. */
export function createDialogCompiler(): (options: CompileOptions) => CompiledDialogs {
  const memory: Memory = {
    file: sameFiles(),
    actions: createMemory(),
    city: createMemory(),
    rules: createMemory(),
    dialogs: createMemory(),
    alike: new AlikePhrases(),
  }
  return (options) => compile(options, memory)
}

interface Memory {
  readonly file: (file: DialogFile) => DialogFile
  readonly actions: Remember
  readonly city: Remember
  readonly rules: Remember
  readonly dialogs: Remember
  readonly alike: AlikePhrases
}

const noActions: ReadonlyMap<string, ActionType> = new Map()

function compile({ files, today, articles }: CompileOptions, memory: Memory): CompiledDialogs {
  const findings: Finding[] = []
  const report = createReport(findings)
  const sorted = sortDocuments(files.map(memory.file), report)
  const { actions: root } = sorted
  const actions =
    root === undefined ? noActions : memory.actions(root, [], report, (own) => readActions(root, own))
  const { city, texts: cityTexts } = readCityOf(sorted, files, report, memory)
  const read = readDialogs(sorted, { actions, city, today, report, memory })
  const isLater = laterOf(files)
  reportTwins(sorted, isLater, report)
  checkFileNames(sorted, report)
  checkAcrossDialogs(read, isLater, report)
  checkAlike(read, isLater, report, memory.alike)
  checkCalls(sorted.dialogs, report)
  checkCityLinks(sorted, report)
  checkArticleLinks(sorted, articles, report)
  reportOrphans(sorted, report)
  const elsewhere = readElsewhere(sorted.elsewhere, read, report)
  const faulty = faultyPlaces(findings)
  const documents = documentsOf(sorted)
  return {
    dialogs: linkCalls(
      new Map(
        read
          .filter(({ dialog }) => documents(dialog.id).every((document) => !isFaulty(document, faulty)))
          .map(({ dialog }) => [dialog.id, dialog]),
      ),
    ),
    drafts: new Map(read.map(({ dialog }) => [dialog.id, dialog])),
    city,
    actions,
    elsewhere,
    texts: new Map([['city', cityTexts], ...read.map(({ dialog, texts }) => [dialog.id, texts] as const)]),
    findings: inOrder(findings, files),
    hash: hashFiles(files),
  }
}

function readCityOf(
  sorted: SortedDocuments,
  files: readonly DialogFile[],
  report: Report,
  memory: Memory,
): ReadCity {
  const { city } = sorted
  if (city !== undefined) {
    const translations = sorted.translations.get('city') ?? new Map<Language, YamlMap>()
    const stamps = (language: Language) => readStamps(sorted.translated, 'city', language)
    const known = stampsKey([...translations.keys()].map(stamps))
    return memory.city(city, [...[...translations].flat(), known], report, (own) =>
      readCity(city, translations, stamps, own),
    )
  }
  // A file that is there and cannot be read has its own finding.
  if (!files.some(({ path }) => path.endsWith('city.yaml'))) {
    const file = files[0]?.path.replace(/[^/]*$/, 'city.yaml') ?? 'city.yaml'
    report.fault(
      'D005',
      { file, line: 1, column: 1, endLine: 1, endColumn: 1 },
      words(
        'city.yaml saknas',
        'city.yaml is missing',
        'Lägg till filen med "city: …" först.',
        'Add the file with "city: …" first.',
      ),
    )
  }
  return { city: undefined, texts: new Map() }
}

interface Surroundings {
  readonly actions: ReadonlyMap<string, ActionType>
  readonly city: City | undefined
  readonly today: string
  readonly report: Report
  readonly memory: Memory
}

function readDialogs(
  { city: root, dialogs, translations, translated: stamped }: SortedDocuments,
  { actions, city, today, report, memory }: Surroundings,
): readonly ReadDialog[] {
  const callable = callableDialogs(dialogs, actions)
  const textRules =
    root === undefined ? noRules : memory.rules(root, [], report, (own) => readTextRules(root, own))
  const byId = new Map(dialogs.map((dialog) => [scalarOf(dialog, 'dialog')?.text ?? '', dialog]))
  const setting = {
    actions,
    callable,
    departments: city === undefined ? undefined : [...city.departments.keys()],
    keepDays: city?.keepDays ?? {},
    personIdDialogs: city?.personIdDialogs ?? [],
    languages: city?.languages ?? [sourceLanguage],
    wholeLanguages: city?.wholeLanguages ?? [sourceLanguage],
    // Without a city there is a finding already, and no rule that could be broken.
    allowsMachineTexts: city?.allowsMachineTexts ?? true,
    commandWords: alwaysWords(city),
    textRules,
    stamps: (id: string, language: Language) => readStamps(stamped, id, language),
    today,
  }
  const read = dialogs.flatMap((dialog) => {
    const id = scalarOf(dialog, 'dialog')?.text ?? ''
    const translated = translations.get(id) ?? new Map<Language, YamlMap>()
    const inputs = [
      actions,
      city,
      textRules,
      today,
      ...[...translated].flat(),
      ...calledFrom(dialog, byId),
      JSON.stringify([...(callable.takenFrom(id) ?? ['-'])]),
      stampsKey([...translated.keys()].map((language) => setting.stamps(id, language))),
    ]
    const one = memory.dialogs(dialog, inputs, report, (own) =>
      readDialog(dialog, translated, { ...setting, report: own }),
    )
    return one ?? []
  })
  return [...new Map(read.map((one) => [one.dialog.id, one])).values()]
}

/** The same for the same stamps, so that what was checked with them is checked anew when they change. */
const stampsKey = (stamps: readonly (Stamps | undefined)[]): string =>
  JSON.stringify(stamps.map((own) => (own === undefined ? null : [...own])))

/** What a dialog reads of others: those it calls, and those they call; and which there are at all. */
function calledFrom(dialog: YamlMap, byId: ReadonlyMap<string, YamlMap>): readonly unknown[] {
  const met = new Set<YamlMap>()
  const visit = (root: YamlMap): void => {
    for (const { at } of callSitesIn(root)) {
      const called = byId.get(at.text)
      if (called === undefined || met.has(called)) continue
      met.add(called)
      visit(called)
    }
  }
  visit(dialog)
  return callSitesIn(dialog).length === 0 ? [] : [...met, [...byId.keys()].join()]
}

/** Commands that are obeyed even while a question with choices is open; yes, no, thanks and hello may be answers. */
const obeyedAlways = ['cancel', 'person', 'help', 'back', 'repeat', 'restart', 'skip', 'unsure'] as const

const alwaysWords = (city: City | undefined): ReadonlyMap<Language, ReadonlySet<string>> =>
  new Map(
    [...(city?.commandWords ?? [])].map(([language, ofLanguage]) => [
      language,
      new Set(obeyedAlways.flatMap((command) => ofLanguage.get(command) ?? [])),
    ]),
  )

/** Dialog id → its documents: the dialog's own, twins included, and its translations. */
function documentsOf({ dialogs, translations }: SortedDocuments): (id: string) => readonly YamlMap[] {
  const own = new Map<string, YamlMap[]>()
  for (const root of dialogs) {
    const id = scalarOf(root, 'dialog')?.text ?? ''
    const twins = own.get(id) ?? []
    twins.push(root)
    own.set(id, twins)
  }
  return (id) => [...(own.get(id) ?? []), ...(translations.get(id)?.values() ?? [])]
}

/** File → the lines on which an error begins. */
function faultyPlaces(findings: readonly Finding[]): ReadonlyMap<string, readonly number[]> {
  const lines = new Map<string, number[]>()
  for (const { severity, place } of findings) {
    if (severity !== 'error') continue
    const ofFile = lines.get(place.file) ?? []
    ofFile.push(place.line)
    lines.set(place.file, ofFile)
  }
  return lines
}

const isFaulty = ({ place }: YamlMap, faulty: ReadonlyMap<string, readonly number[]>): boolean =>
  (faulty.get(place.file) ?? []).some((line) => line >= place.line && line <= place.endLine)

function inOrder(findings: readonly Finding[], files: readonly DialogFile[]): readonly Finding[] {
  const order = new Map(files.map(({ path }, index) => [path, index]))
  const rank = ({ place }: Finding) => order.get(place.file) ?? -1
  return [...findings].sort(
    (a, b) => rank(a) - rank(b) || a.place.line - b.place.line || a.place.column - b.place.column,
  )
}
