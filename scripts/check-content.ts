// Checks what staff wrote, dialogs and articles, and says what is wrong, where, and what to do.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { checkContent } from '../bot/content'
import type { Finding } from '../bot/contracts/finding'
import { isIsoDate } from '../bot/dialog/calendar-day'
import { toLocalTime } from '../bot/hours/local-time'
import { findContent, type ContentFiles } from './content-files'
import { findingLanguages, renderCounts, renderFinding, type FindingLanguage } from './render-findings'

const usage = `Usage: npm run dialogs:check -- [file or folder] [--json] [--lang en] [--today 2026-12-24]

Checks dialogs/ and knowledge/, or the file or folder given. Ends with 1 when there is an error; warnings only show.

  --json     { findings: [{ code, severity, place, message, hint, fix }], errors, warnings }
  --lang     language of the messages: sv (default) or en
  --today    the day that dates are compared with; today when nothing is said`

interface Options {
  readonly path: string | undefined
  readonly json: boolean
  readonly language: FindingLanguage
  readonly today: string
}

function readOptions(): Options {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        lang: { type: 'string', default: 'sv' },
        today: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return leave(usage, 0)
    const language = findingLanguages.find((known) => known === values.lang)
    if (language === undefined) return leave(`--lang is sv or en, not "${values.lang}"\n\n${usage}`, 2)
    const today = values.today ?? toLocalTime(new Date(), 'Europe/Stockholm').date
    if (!isIsoDate(today))
      return leave(`--today is a date of the calendar such as 2026-12-24, not "${today}"\n\n${usage}`, 2)
    if (positionals.length > 1) return leave(`one file or folder at a time\n\n${usage}`, 2)
    return { path: positionals[0], json: values.json, language, today }
  } catch (error) {
    return leave(`${(error as Error).message}\n\n${usage}`, 2)
  }
}

function leave(text: string, exitCode: number): never {
  ;(exitCode === 0 ? process.stdout : process.stderr).write(`${text}\n`)
  process.exit(exitCode)
}

const check = (files: ContentFiles, today: string): readonly Finding[] =>
  checkContent(files, today).findings.filter(
    ({ place }) => files.shown.has(place.file) || place.file.endsWith('city.yaml'),
  )

function print(findings: readonly Finding[], files: ContentFiles, { json, language }: Options): void {
  if (json) {
    const errors = findings.filter(({ severity }) => severity === 'error').length
    console.log(JSON.stringify({ findings, errors, warnings: findings.length - errors }, null, 2))
    return
  }
  const texts = new Map([...files.dialogs, ...files.articles].map(({ path, text }) => [path, text]))
  for (const finding of findings) {
    console.log(`${renderFinding(finding, texts.get(finding.place.file), language)}\n`)
  }
  const { size } = files.shown
  const read = {
    sv: size === 1 ? '1 fil läst' : `${size} filer lästa`,
    en: size === 1 ? '1 file read' : `${size} files read`,
  }
  console.log(`${read[language]}: ${renderCounts(findings, language)}.`)
}

async function main(): Promise<void> {
  const options = readOptions()
  const files = await findContent(resolve(__dirname, '..'), options.path).catch((error: unknown) =>
    leave(`Cannot read ${options.path ?? 'the content'}: ${(error as Error).message}`, 2),
  )
  if (files.shown.size === 0) leave('There is no .yaml or .md file to check here.', 2)
  const findings = check(files, options.today)
  print(findings, files, options)
  process.exitCode = findings.some(({ severity }) => severity === 'error') ? 1 : 0
}

void main()
