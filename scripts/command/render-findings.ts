// Prints findings for people: place, code, sentence, the line with a caret under the fault, and what to do.
import type { Finding, Severity } from '../../bot/contracts/basics/finding'

export const findingLanguages = ['sv', 'en'] as const
export type FindingLanguage = (typeof findingLanguages)[number]

const severityWords: Readonly<Record<FindingLanguage, Readonly<Record<Severity, string>>>> = {
  sv: { error: 'FEL', warning: 'varning' },
  en: { error: 'ERROR', warning: 'warning' },
}

/** Longest part of a line that is shown, in characters. */
const shownWidth = 110

/**
 * One finding over several lines: how severe, where, which code, what is wrong and what to do; then the line itself with
 * carets under the fault. `text` is the file's text; without it the line is not shown.
 */
export function renderFinding(finding: Finding, text: string | undefined, language: FindingLanguage): string {
  const { place, code, severity } = finding
  const said = [severityWords[language][severity], `${place.file}:${place.line}:${place.column}`, code]
  const head = `${said.join(' ')} ${sentencesOf(finding, language)}`
  return [head, ...excerpt(finding, text).map((line) => `    ${line}`)].join('\n')
}

/** What is wrong, and what to do about it. */
export const sentencesOf = ({ message, hint }: Finding, language: FindingLanguage): string => {
  const said = message[language]
  // A file's name keeps its small letter.
  const wrong = /^[\p{L}\p{N}_-]+\.\p{L}/u.test(said) ? said : said.charAt(0).toUpperCase() + said.slice(1)
  const sentence = /[.?!]"?$/.test(wrong) ? wrong : `${wrong}.`
  return hint === undefined ? sentence : `${sentence} ${hint[language]}`
}

/** The line and a row of carets under the fault; a long line is cut so that the fault shows. */
function excerpt({ place }: Finding, text: string | undefined): readonly string[] {
  const line = text?.split('\n')[place.line - 1]?.replace(/\r$/, '').replaceAll('\t', ' ')
  if (line === undefined || line.trim() === '') return []
  const from = Math.max(0, place.column - 1 - shownWidth / 2)
  const shown = line.slice(from, from + shownWidth)
  const start = place.column - 1 - from
  const end = place.endLine === place.line ? place.endColumn - 1 - from : shown.length
  const carets = '^'.repeat(Math.max(1, Math.min(end, shown.length) - start))
  return [shown, `${' '.repeat(start)}${carets}`]
}

/** How many there are of each severity, in words. */
export function renderCounts(findings: readonly Finding[], language: FindingLanguage): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const warnings = findings.length - errors
  return language === 'sv'
    ? `${errors} fel, ${warnings} ${warnings === 1 ? 'varning' : 'varningar'}`
    : `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`
}
