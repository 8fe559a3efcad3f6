// Reads texts with and without an emergency in them, and prints how many were told rightly.
import { parseArgs } from 'node:util'
import { findAlarm } from '../bot/emergency/spot-emergency'
import {
  readArguments,
  readJsonLines,
  runEvaluation,
  textOf,
  UsageError,
  type JsonLine,
} from './eval/command'

const usage = `Usage: npm run eval:emergency -- [--alarms FILE] [--calm FILE] [--json]

  --alarms FILE  texts of emergencies, one {"text": "…", "lang": "sv", "kind": "fire"} a line (JSON Lines,
                 UTF-8); "lang" and "kind" may be missing, other fields are ignored
  --calm FILE    texts of none, in the same form
  --json         one JSON object on standard output in place of the table
  --help         this text

Prints: recall and false alarms as shares, also per language; how many recognised alarms came in the
language and the kind of the line; and every text that was missed or alarmed, the latter with the phrase
of bot/emergency/phrases that it met.
Exit codes: 0 done, 2 wrong arguments or unusable files.`

interface Line {
  readonly text: string
  readonly lang: string
  readonly kind: string | undefined
}

interface Counts {
  readonly texts: number
  readonly alarmed: number
  /** Of the texts; null when there are none. */
  readonly share: number | null
}

const readOptions = () =>
  readArguments(
    () =>
      parseArgs({
        options: {
          alarms: { type: 'string' },
          calm: { type: 'string' },
          json: { type: 'boolean', default: false },
          help: { type: 'boolean', default: false },
        },
      }),
    usage,
  )

function toLine(line: JsonLine, place: string): Line {
  const { lang, kind } = line
  return {
    text: textOf(line, place),
    lang: typeof lang === 'string' ? lang : '?',
    kind: typeof kind === 'string' ? kind : undefined,
  }
}

const readLines = (file: string | undefined): readonly Line[] =>
  file === undefined ? [] : readJsonLines(file, toLine)

const judge = (line: Line) => ({ ...line, found: findAlarm(line.text) })
type Judged = ReturnType<typeof judge>

function count(lines: readonly Judged[]): Counts {
  const alarmed = lines.filter(({ found }) => found !== undefined).length
  return { texts: lines.length, alarmed, share: lines.length === 0 ? null : alarmed / lines.length }
}

function perLanguage(lines: readonly Judged[]): Readonly<Record<string, Counts>> {
  const languages = [...new Set(lines.map(({ lang }) => lang))].sort()
  return Object.fromEntries(languages.map((one) => [one, count(lines.filter(({ lang }) => lang === one))]))
}

function evaluate(alarmLines: readonly Line[], calmLines: readonly Line[]) {
  const alarms = alarmLines.map(judge)
  const calm = calmLines.map(judge)
  const recognised = alarms.filter(({ found }) => found !== undefined)
  return {
    recall: count(alarms),
    falseAlarms: count(calm),
    inLanguage: recognised.filter(({ lang, found }) => found?.language === lang).length,
    ofKind: recognised.filter(({ kind, found }) => kind === undefined || found?.kind === kind).length,
    recallPerLanguage: perLanguage(alarms),
    falseAlarmsPerLanguage: perLanguage(calm),
    missed: alarms.filter(({ found }) => found === undefined).map(({ text, lang }) => ({ text, lang })),
    alarmed: calm.flatMap(({ text, lang, found }) => (found === undefined ? [] : [{ text, lang, ...found }])),
  }
}

const shown = ({ texts, alarmed, share }: Counts): string =>
  `${share === null ? '–' : `${(share * 100).toFixed(1)} %`} (${alarmed} of ${texts})`

function table(result: ReturnType<typeof evaluate>): string {
  const languages = (counts: Readonly<Record<string, Counts>>) =>
    Object.entries(counts).map(([language, one]) => `  ${language.padEnd(6)}${shown(one)}`)
  return [
    `recall        ${shown(result.recall)}`,
    ...languages(result.recallPerLanguage),
    `  in the language of the line: ${result.inLanguage}, of its kind: ${result.ofKind}`,
    `false alarms  ${shown(result.falseAlarms)}`,
    ...languages(result.falseAlarmsPerLanguage),
    ...result.missed.map(({ text, lang }) => `missed  ${lang}  ${text}`),
    ...result.alarmed.map(({ text, lang, kind, phrase }) => `alarmed ${lang}  ${text}  [${kind}] ${phrase}`),
  ].join('\n')
}

function main(): void {
  const { alarms, calm, json, help } = readOptions()
  if (help) {
    console.log(usage)
    return
  }
  if (alarms === undefined && calm === undefined)
    throw new UsageError(`--alarms or --calm is needed\n\n${usage}`)
  const result = evaluate(readLines(alarms), readLines(calm))
  console.log(json ? JSON.stringify(result) : table(result))
}

void runEvaluation(main)
