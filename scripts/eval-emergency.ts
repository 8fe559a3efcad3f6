// Reads texts with and without an emergency in them, and prints how many were told rightly.
import { parseArgs } from 'node:util'
import type { ReadSigns } from '../bot/contracts/talk/danger'
import { senseDanger } from '../bot/emergency/sense-danger'
import { findAlarm, spotEmergency } from '../bot/emergency/spot-emergency'
import { listenInTerminal } from './talk/listen-in-terminal'
import { loadShippedContent } from './talk/terminal-bot'
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

Prints: recall and false alarms as shares, of the phrases and of phrases and signs together (whoever shows
signs of danger is asked), also per language; how many recognised alarms came in the language and the kind
of the line; and every text that the phrases missed or alarmed at, the latter with the phrase of
bot/emergency/phrases that it met. Signs are learnt first where this machine has not: some ten seconds.
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

const judgeBy = (readSigns: ReadSigns) => (line: Line) => {
  const { text } = line
  const isHeard = spotEmergency(text, readSigns) !== undefined || senseDanger(text, readSigns) !== undefined
  return { ...line, found: findAlarm(text), isHeard }
}
type Judged = ReturnType<ReturnType<typeof judgeBy>>

const byPhrases = ({ found }: Judged): boolean => found !== undefined
const withSigns = ({ isHeard }: Judged): boolean => isHeard

function count(lines: readonly Judged[], isCounted: (line: Judged) => boolean): Counts {
  const alarmed = lines.filter(isCounted).length
  return { texts: lines.length, alarmed, share: lines.length === 0 ? null : alarmed / lines.length }
}

function perLanguage(lines: readonly Judged[], isCounted: (line: Judged) => boolean): PerLanguage {
  const languages = [...new Set(lines.map(({ lang }) => lang))].sort()
  return Object.fromEntries(
    languages.map((one) => [
      one,
      count(
        lines.filter(({ lang }) => lang === one),
        isCounted,
      ),
    ]),
  )
}

function evaluate(alarmLines: readonly Line[], calmLines: readonly Line[], readSigns: ReadSigns) {
  const alarms = alarmLines.map(judgeBy(readSigns))
  const calm = calmLines.map(judgeBy(readSigns))
  const recognised = alarms.filter(({ found }) => found !== undefined)
  return {
    recall: count(alarms, byPhrases),
    falseAlarms: count(calm, byPhrases),
    withSigns: {
      recall: count(alarms, withSigns),
      falseAlarms: count(calm, withSigns),
      recallPerLanguage: perLanguage(alarms, withSigns),
      falseAlarmsPerLanguage: perLanguage(calm, withSigns),
    },
    inLanguage: recognised.filter(({ lang, found }) => found?.language === lang).length,
    ofKind: recognised.filter(({ kind, found }) => kind === undefined || found?.kind === kind).length,
    recallPerLanguage: perLanguage(alarms, byPhrases),
    falseAlarmsPerLanguage: perLanguage(calm, byPhrases),
    missed: alarms.filter(({ found }) => found === undefined).map(({ text, lang }) => ({ text, lang })),
    alarmed: calm.flatMap(({ text, lang, found }) => (found === undefined ? [] : [{ text, lang, ...found }])),
  }
}

const shown = ({ texts, alarmed, share }: Counts): string =>
  `${share === null ? '–' : `${(share * 100).toFixed(1)} %`} (${alarmed} of ${texts})`

type PerLanguage = Readonly<Record<string, Counts>>

function table(result: ReturnType<typeof evaluate>): string {
  const languages = (counts: PerLanguage, both: PerLanguage) =>
    Object.entries(counts).map(
      ([language, one]) => `  ${language.padEnd(6)}${shown(one)}, with signs ${shown(both[language] ?? one)}`,
    )
  const { withSigns: both } = result
  return [
    `recall        ${shown(result.recall)}`,
    `  with signs  ${shown(both.recall)}`,
    ...languages(result.recallPerLanguage, both.recallPerLanguage),
    `  in the language of the line: ${result.inLanguage}, of its kind: ${result.ofKind}`,
    `false alarms  ${shown(result.falseAlarms)}`,
    `  with signs  ${shown(both.falseAlarms)}`,
    ...languages(result.falseAlarmsPerLanguage, both.falseAlarmsPerLanguage),
    ...result.missed.map(({ text, lang }) => `missed  ${lang}  ${text}`),
    ...result.alarmed.map(({ text, lang, kind, phrase }) => `alarmed ${lang}  ${text}  [${kind}] ${phrase}`),
  ].join('\n')
}

/** @throws Error when they cannot be learnt: a row of figures without them would be a wrong one. */
async function learnSigns(): Promise<ReadSigns> {
  const readSigns = await listenInTerminal(await loadShippedContent())
  if (readSigns('en text av ord') === undefined) throw new Error('signs of danger could not be learnt')
  return readSigns
}

async function main(): Promise<void> {
  const { alarms, calm, json, help } = readOptions()
  if (help) {
    console.log(usage)
    return
  }
  if (alarms === undefined && calm === undefined)
    throw new UsageError(`--alarms or --calm is needed\n\n${usage}`)
  const alarmLines = readLines(alarms)
  const calmLines = readLines(calm)
  const result = evaluate(alarmLines, calmLines, await learnSigns())
  console.log(json ? JSON.stringify(result) : table(result))
}

void runEvaluation(main)
