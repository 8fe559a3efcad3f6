// `24 months` → days.
import type { YamlScalar } from '../../../yaml/node'
import { reportUnusable } from './read-fields'
import type { Report } from './report'

/** A month counts as a twelfth of 365 days; the sum is rounded to whole days. */
const daysIn: Readonly<Record<string, number>> = { day: 1, week: 7, month: 365 / 12, year: 365 }

/** Days of a duration like `90 days` or `24 months`; undefined after a finding. */
export function readDuration(scalar: YamlScalar, report: Report): number | undefined {
  const [, count, unit] = /^(\d{1,5}) (day|week|month|year)s?$/.exec(scalar.text.trim()) ?? []
  if (count !== undefined && unit !== undefined) return Math.round(Number(count) * (daysIn[unit] ?? 1))
  reportUnusable(
    report,
    scalar,
    `"${scalar.text}" är ingen tid`,
    `"${scalar.text}" is no duration`,
    'Skriv ett tal och days, weeks, months eller years: 90 days, 24 months.',
    'Write a number and days, weeks, months or years: 90 days, 24 months.',
  )
  return undefined
}
