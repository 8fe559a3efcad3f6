// The front door of the reading half: the files of `dialogs/` in, compiled dialogs and every fault of theirs out. Pure.
import type { City } from '../contracts/city'
import type { Finding } from '../contracts/finding'
import { sourceLanguage, type Language } from '../contracts/language'
import { scalarOf, type YamlMap } from '../yaml/node'
import { words } from './finding'
import type { ActionType, Dialog } from './model'
import { callableDialogs, checkCalls } from './reading/callable'
import { checkAcrossDialogs } from './reading/check-across-dialogs'
import { checkAlike } from './reading/check-alike'
import { checkArticleLinks, checkCityLinks, reportOrphans, reportTwins } from './reading/check-links'
import { laterOf } from './reading/file-age'
import { hashFiles } from './reading/hash-dialog'
import { linkCalls } from './reading/link-calls'
import { readActions } from './reading/read-actions'
import { readCity } from './reading/read-city'
import { readDialog, type ReadDialog } from './reading/read-dialog'
import { createReport, type Report } from './reading/report'
import { noRules, readTextRules } from './reading/text-rules'
import { sortDocuments, type DialogFile, type SortedDocuments } from './reading/sort-documents'

export interface CompiledDialogs {
  /** By id. A dialog with an error, in its translations or in one that it calls, is left out; the others serve. */
  readonly dialogs: ReadonlyMap<string, Dialog>
  /** Every dialog that can be read at all, with its faults, before calls are linked: for editors, never to be run. */
  readonly drafts: ReadonlyMap<string, Dialog>
  /** Undefined when there is none, or it lacks what nothing can do without. */
  readonly city: City | undefined
  readonly actions: ReadonlyMap<string, ActionType>
  /** By file, then by place. */
  readonly findings: readonly Finding[]
  /** Changes with any character of any file. */
  readonly hash: string
}

/**
 * Reads, checks and compiles all dialogs with the city and the actions. Never throws for what is written in them, and
 * never stops at the first fault.
 *
 * @param options.today ISO date; decides which reviews are overdue
 * @param options.articles ids of the articles that city.yaml may lead to; unchecked when left out
 */
export function compileDialogs({
  files,
  today,
  articles,
}: {
  readonly files: readonly DialogFile[]
  readonly today: string
  readonly articles?: readonly string[]
}): CompiledDialogs {
  const findings: Finding[] = []
  const report = createReport(findings)
  const sorted = sortDocuments(files, report)
  const actions =
    sorted.actions === undefined ? new Map<string, ActionType>() : readActions(sorted.actions, report)
  const city = readCityOf(sorted, files, report)
  const read = readDialogs(sorted, { actions, city, today, report })
  const isLater = laterOf(files)
  reportTwins(sorted, isLater, report)
  checkAcrossDialogs(read, isLater, report)
  checkAlike(read, isLater, report)
  checkCalls(sorted.dialogs, report)
  checkCityLinks(sorted, report)
  checkArticleLinks(sorted, articles, report)
  reportOrphans(sorted, report)
  const faulty = faultyPlaces(findings)
  return {
    dialogs: linkCalls(
      new Map(
        read
          .filter(({ dialog }) =>
            documentsOf(dialog.id, sorted).every((document) => !isFaulty(document, faulty)),
          )
          .map(({ dialog }) => [dialog.id, dialog]),
      ),
    ),
    drafts: new Map(read.map(({ dialog }) => [dialog.id, dialog])),
    city,
    actions,
    findings: inOrder(findings, files),
    hash: hashFiles(files),
  }
}

function readCityOf(sorted: SortedDocuments, files: readonly DialogFile[], report: Report): City | undefined {
  if (sorted.city !== undefined) {
    const translations = [...(sorted.translations.get('city') ?? [])]
    return readCity(
      sorted.city,
      translations.map(([language, root]) => ({ language, root })),
      report,
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
  return undefined
}

interface Surroundings {
  readonly actions: ReadonlyMap<string, ActionType>
  readonly city: City | undefined
  readonly today: string
  readonly report: Report
}

function readDialogs(
  { city: root, dialogs, translations }: SortedDocuments,
  { actions, city, today, report }: Surroundings,
): readonly ReadDialog[] {
  const languages = city?.languages ?? [sourceLanguage]
  const callable = callableDialogs(dialogs, actions)
  const textRules = root === undefined ? noRules : readTextRules(root, report)
  const read = dialogs.flatMap((dialog) => {
    const id = scalarOf(dialog, 'dialog')?.text ?? ''
    const setting = {
      actions,
      callable,
      departments: city === undefined ? undefined : [...city.departments.keys()],
      keepDays: city?.keepDays ?? {},
      personIdDialogs: city?.personIdDialogs ?? [],
      languages,
      commandWords: alwaysWords(city),
      textRules,
      today,
      report,
    }
    return readDialog(dialog, translations.get(id) ?? new Map<Language, YamlMap>(), setting) ?? []
  })
  return [...new Map(read.map((one) => [one.dialog.id, one])).values()]
}

/** Commands that are obeyed even while a question with choices is open; yes, no, thanks and hello may be answers. */
const obeyedAlways = ['cancel', 'person', 'help', 'back', 'repeat', 'restart', 'skip'] as const

const alwaysWords = (city: City | undefined): ReadonlyMap<Language, ReadonlySet<string>> =>
  new Map(
    [...(city?.commandWords ?? [])].map(([language, ofLanguage]) => [
      language,
      new Set(obeyedAlways.flatMap((command) => ofLanguage.get(command) ?? [])),
    ]),
  )

const documentsOf = (id: string, { dialogs, translations }: SortedDocuments): readonly YamlMap[] => [
  ...dialogs.filter((root) => scalarOf(root, 'dialog')?.text === id),
  ...(translations.get(id)?.values() ?? []),
]

/** File → the lines on which an error begins. */
function faultyPlaces(findings: readonly Finding[]): ReadonlyMap<string, readonly number[]> {
  const lines = new Map<string, number[]>()
  for (const { severity, place } of findings) {
    if (severity === 'error') lines.set(place.file, [...(lines.get(place.file) ?? []), place.line])
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
