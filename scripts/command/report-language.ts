// In which language a command of hub staff speaks: Swedish, unless they ask for English.
import { findingLanguages, type FindingLanguage } from './render-findings'

/** For `parseArgs`. */
export const languageOption = { type: 'string', default: 'sv' } as const

/** Known before the options are read, so that a wrong option is refused in the right language too. */
export function reportLanguage(parameters: readonly string[] = process.argv.slice(2)): FindingLanguage {
  const at = parameters.indexOf('--lang')
  const named = at === -1 ? parameters.find((one) => one.startsWith('--lang='))?.slice(7) : parameters[at + 1]
  return named === 'en' ? 'en' : 'sv'
}

/** @throws Error for any other language. */
export function demandReportLanguage(named: string): FindingLanguage {
  const language = findingLanguages.find((known) => known === named)
  if (language !== undefined) return language
  throw new Error(`--lang är sv eller en, inte "${named}" (is sv or en)`)
}
