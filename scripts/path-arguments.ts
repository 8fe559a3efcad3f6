// The command line of the tools that staff run on their files: at most one of them, the language to say it in, and --help.
import type { FindingLanguage } from './render-findings'
import { demandReportLanguage, languageOption } from './report-language'
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

/** @throws LeftEarly with the usage where it is asked for, and where the words are none of the tool's */
export function readPathArguments<Values extends { readonly lang: string; readonly help: boolean }>(
  usage: string,
  parse: () => Parsed<Values>,
): PathArguments<Values> {
  const { values, positionals } = orLeave(usage, parse)
  if (values.help) return leave(usage, 0)
  const language = orLeave(usage, () => demandReportLanguage(values.lang))
  if (positionals.length > 1) return leave(`one file or folder at a time\n\n${usage}`, 2)
  return { values, path: positionals[0], language }
}

function orLeave<Read>(usage: string, read: () => Read): Read {
  try {
    return read()
  } catch (error) {
    return leave(`${(error as Error).message}\n\n${usage}`, 2)
  }
}
