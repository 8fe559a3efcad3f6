// What `npm run dialogs:check` does, told its words: checks what staff wrote and says what is wrong, where, and what to do.
import { writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { checkContent } from '../../bot/content/content'
import type { Finding } from '../../bot/contracts/basics/finding'
import { createDialogCompiler } from '../../bot/dialog/reading/compile-dialogs'
import { isIsoDate } from '../../bot/hours/calendar-day'
import { toLocalTime } from '../../bot/hours/local-time'
import { findContent, type ContentFile, type ContentFiles } from './content-files'
import { mendContent, type MendedFile } from './mend-content'
import { pathOptions, readPathArguments, type Usage } from '../command/path-arguments'
import { renderCounts, renderFinding, type FindingLanguage } from '../command/render-findings'
import { inReadingOrder } from './reading-order'
import { renderMended } from './render-mended'
import { cannotRead, nothingThere } from './tell-no-content'
import { watchContent } from './watch-content'
import { leave, leavingEarly, type Terminal } from '../command/terminal'
import { projectRoot } from '../../main/project-root'

const usage = {
  sv: `Så här: npm run dialogs:check -- [namn, fil eller mapp] [--fix] [--watch] [--json] [--lang en] [--today 2026-12-24]

Kontrollerar dialogs/ och knowledge/, eller den dialog, artikel, fil eller mapp som anges. Slutar med 1 när det finns ett fel;
varningar visas bara.

  --fix      rättar det som säkert går att rätta, en rad i taget, och säger vad det gjorde; resten visas som vanligt
  --watch    fortsätter, och kontrollerar det som ändras så snart det är sparat
  --json     { findings: [{ code, severity, place, message, hint, fix }], errors, warnings }
  --lang     språket i meddelandena: sv (om inget sägs) eller en
  --today    dagen som datum jämförs med; i dag om inget sägs`,
  en: `Usage: npm run dialogs:check -- [name, file or folder] [--fix] [--watch] [--json] [--lang en] [--today 2026-12-24]

Checks dialogs/ and knowledge/, or the dialog, article, file or folder given. Ends with 1 when there is an error; warnings only show.

  --fix      mends what has a certain mend, a line at a time, and says what it did; the rest is told as usual
  --watch    goes on, and checks what changes as soon as it is saved
  --json     { findings: [{ code, severity, place, message, hint, fix }], errors, warnings }
  --lang     language of the messages: sv (default) or en
  --today    the day that dates are compared with; today when nothing is said`,
} as const satisfies Usage

const refused = {
  sv: {
    today: (day: string) => `--today är ett datum som finns, till exempel 2026-12-24, inte "${day}"`,
    watch: '--watch går inte ihop med --json eller --fix',
  },
  en: {
    today: (day: string) => `--today is a date of the calendar such as 2026-12-24, not "${day}"`,
    watch: '--watch goes with neither --json nor --fix',
  },
} as const

interface Options {
  readonly path: string | undefined
  readonly json: boolean
  readonly fix: boolean
  readonly watch: boolean
  readonly language: FindingLanguage
  readonly today: string
}

function readOptions(words: readonly string[]): Options {
  const { values, path, language } = readPathArguments(words, usage, () =>
    parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        ...pathOptions,
        json: { type: 'boolean', default: false },
        fix: { type: 'boolean', default: false },
        watch: { type: 'boolean', default: false },
        today: { type: 'string' },
      },
    }),
  )
  const { json, fix, watch, today = toLocalTime(new Date(), 'Europe/Stockholm').date } = values
  if (!isIsoDate(today)) return leave(`${refused[language].today(today)}\n\n${usage[language]}`, 2)
  if (watch && (json || fix)) return leave(`${refused[language].watch}\n\n${usage[language]}`, 2)
  return { path, json, fix, watch, language, today }
}

/** What is not changed between two checks is not read anew. */
const compile = createDialogCompiler()

function check(files: ContentFiles, today: string): readonly Finding[] {
  const { dialogs, articles, places, unread, shown } = files
  // What is not read is told among the dialogs, wherever it lies; without any dialog nothing would be told of them.
  const all = dialogs.length === 0 ? dialogs : [...dialogs, ...unread]
  const isShown = (file: string): boolean =>
    shown.has(file) || file.endsWith('city.yaml') || unread.some(({ path }) => path === file)
  return checkContent({ dialogs: all, articles, places }, today, compile).findings.filter(({ place }) =>
    isShown(place.file),
  )
}

function print(
  findings: readonly Finding[],
  files: ContentFiles,
  { json, language }: Options,
  { say }: Terminal,
): void {
  if (json) {
    const errors = findings.filter(({ severity }) => severity === 'error').length
    say(JSON.stringify({ findings, errors, warnings: findings.length - errors }, null, 2))
    return
  }
  const texts = new Map(
    [...files.dialogs, ...files.articles, ...files.places].map(({ path, text }) => [path, text]),
  )
  for (const finding of inReadingOrder(findings)) {
    say(`${renderFinding(finding, texts.get(finding.place.file), language)}\n`)
  }
  const { size } = files.shown
  const read = {
    sv: size === 1 ? '1 fil läst' : `${size} filer lästa`,
    en: size === 1 ? '1 file read' : `${size} files read`,
  }
  say(`${read[language]}: ${renderCounts(inReadingOrder(findings), language)}.`)
}

const lastRead = new Map<string, ContentFile>()

/** A file that is as it was the last time is the very same one, by which what was found in it is known. */
function sameAsLast(file: ContentFile): ContentFile {
  const before = lastRead.get(file.path)
  const same = before?.text === file.text && before.changedAt === file.changedAt ? before : file
  lastRead.set(file.path, same)
  return same
}

async function readFiles({ path, language }: Options): Promise<ContentFiles> {
  const files = await findContent(projectRoot, path).catch((error: unknown) =>
    leave(cannotRead(path, error, language), 2),
  )
  return { ...files, articles: files.articles.map(sameAsLast) }
}

/** Writes the mended files and gives all files as they are then. */
async function mend(
  files: ContentFiles,
  { today, language, json }: Options,
  { say }: Terminal,
): Promise<ContentFiles> {
  const own = [...files.dialogs, ...files.articles].filter(({ path }) => files.shown.has(path))
  const put = (mended: readonly MendedFile[]): ContentFiles => {
    const texts = new Map(mended.map(({ path, text }) => [path, text]))
    // A file without a mend stays the very same one, by which what was found in it is known.
    const renew = <File extends MendedFile>(file: File): File => {
      const text = texts.get(file.path) ?? file.text
      return text === file.text ? file : { ...file, text }
    }
    return { ...files, dialogs: files.dialogs.map(renew), articles: files.articles.map(renew) }
  }
  const mended = mendContent(own, (tried) => check(put(tried), today))
  for (const { path, text } of mended.files)
    if (text !== own.find((file) => file.path === path)?.text) await writeFile(files.locate(path), text)
  if (!json) for (const line of renderMended(mended, language)) say(line)
  return put(mended.files)
}

async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  const options = readOptions(words)
  const read = await readFiles(options)
  if (read.shown.size === 0) leave(nothingThere(options.path, read, options.language), 2)
  const files = options.fix ? await mend(read, options, terminal) : read
  const findings = check(files, options.today)
  print(findings, files, options, terminal)
  if (options.watch) watch(files, options, terminal)
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0
}

function watch(files: ContentFiles, options: Options, terminal: Terminal): void {
  const folders = [...new Set([...files.shown].map((path) => dirname(files.locate(path))))]
  watchContent(folders, options.language, async () => {
    const now = await readFiles(options)
    const found = check(now, options.today)
    if (found.length > 0) print(found, now, options, terminal)
    return found
  })
}

export const checkAsTold = leavingEarly(run)
