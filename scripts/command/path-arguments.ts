// The command line of the tools that staff run on their files: at most one of them, the language to say it in, and --help.
import type { FindingLanguage } from './render-findings'
import { explainOptions } from './explain-options'
import { demandReportLanguage, languageOption, reportLanguage } from './report-language'
import { leave } from './terminal'

/** For `parseArgs`, beside the tool's own. */
export const pathOptions = {
  lang: languageOption,
  help: { type: 'boolean', default: false },
} as const

interface Parsed<Values> {
  readonly values: Values
  readonly positionals: readonly string[]
}

export interface PathArguments<Values> {
  readonly values: Values
  readonly path: string | undefined
  readonly language: FindingLanguage
}

/** What each tool says of itself, in both languages. */
export type Usage = Readonly<Record<FindingLanguage, string>>

/** @throws LeftEarly with the usage where it is asked for, and where the words are none of the tool's */
export function readPathArguments<Values extends { readonly lang: string; readonly help: boolean }>(
  words: readonly string[],
  usages: Usage,
  parse: () => Parsed<Values>,
): PathArguments<Values> {
  const asked = reportLanguage(words)
  const usage = usages[asked]
  const orLeave = <Read>(read: () => Read): Read => {
    try {
      return read()
    } catch (error) {
      return leave(`${explainOptions(error, asked)}\n\n${usage}`, 2)
    }
  }
  const { values, positionals } = orLeave(parse)
  if (values.help) return leave(usage, 0)
  const language = orLeave(() => demandReportLanguage(values.lang))
  if (positionals.length > 1) return leave(`${oneAtATime[language]}\n\n${usage}`, 2)
  return { values, path: positionals[0], language }
}

const oneAtATime: Usage = {
  sv: 'Skriv ett namn, en fil eller en mapp i taget.',
  en: 'one name, file or folder at a time',
}
