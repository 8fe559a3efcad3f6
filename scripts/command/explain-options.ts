// What Node says of options that a command does not take, in the words of who reads it.
import type { FindingLanguage } from './render-findings'

/** `'-s, --svg <value>'`, `'x'`: what the message of `parseArgs` is about, by its long name. */
const subjectIn = (message: string): string => /'(?:-\w, )?([^' ]+)/.exec(message)?.[1] ?? ''

const inSwedish: Readonly<Record<string, (subject: string) => string>> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: (option) => `Valet ${option} finns inte.`,
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: (word) => `"${word}" är inget som det här kommandot tar emot.`,
}

function ofValue(message: string): string {
  const option = subjectIn(message)
  return /does not take an argument/.test(message)
    ? `Efter ${option} ska inget värde stå.`
    : `Efter ${option} saknas ett värde.`
}

/** Errors of `parseArgs` in the language of the report; any other error as it is. */
export function explainOptions(error: unknown, language: FindingLanguage): string {
  const { message, code = '' } = error as NodeJS.ErrnoException
  if (language !== 'sv') return message
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return ofValue(message)
  return inSwedish[code]?.(subjectIn(message)) ?? message
}

const whyNot: Readonly<Record<string, string>> = {
  ENOENT: 'den finns inte',
  ENOTDIR: 'en del av sökvägen är ingen mapp',
  EACCES: 'du får inte läsa eller skriva där',
  EPERM: 'du får inte läsa eller skriva där',
  EISDIR: 'det är en mapp',
  ENOSPC: 'disken är full',
}

/** Why a file cannot be read or written. */
export function explainFileError(error: unknown, language: FindingLanguage): string {
  const { message, code = '' } = error as NodeJS.ErrnoException
  return (language === 'sv' ? whyNot[code] : undefined) ?? message
}
