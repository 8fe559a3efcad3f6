// Prints findings for people: place, code, sentence, the line with a caret under the fault, and what to do.
import type { Finding, Severity } from '../bot/contracts/finding'

export const findingLanguages = ['sv', 'en'] as const
export type FindingLanguage = (typeof findingLanguages)[number]

const severityWords: Readonly<Record<FindingLanguage, Readonly<Record<Severity, string>>>> = {
  sv: { error: '', warning: 'varning: ' },
  en: { error: '', warning: 'warning: ' },
}

/** Longest part of a line that is shown, in characters. */
const shownWidth = 110

/** One finding over several lines. `text` is the file's text; without it the line itself is not shown. */
export function renderFinding(finding: Finding, text: string | undefined, language: FindingLanguage): string {
  const { place, code, severity, message, hint } = finding
  const head = `${place.file}:${place.line}:${place.column} ${code} ${severityWords[language][severity]}${message[language]}`
  const below = [...excerpt(finding, text), ...(hint ? [hint[language]] : [])]
  return [head, ...below.map((line) => `    ${line}`)].join('\n')
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
