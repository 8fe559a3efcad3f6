// `30 minutes`, `2 hours`: how long something is waited for.
import type { YamlScalar } from '../../../yaml/node'
import { reportUnusable } from './read-fields'
import type { Report } from './report'

/** What is waited for longer than a day is not waited for. */
const mostMinutes = 24 * 60

/** In minutes, a day at most; undefined after a finding. */
export function readMinutes(scalar: YamlScalar, report: Report): number | undefined {
  const [, count, unit] = /^(\d{1,4}) (minute|hour)s?$/.exec(scalar.text.trim()) ?? []
  const minutes = Number(count) * (unit === 'hour' ? 60 : 1)
  if (minutes <= mostMinutes) return minutes
  reportUnusable(
    report,
    scalar,
    `"${scalar.text}" är ingen tid på högst ett dygn`,
    `"${scalar.text}" is no time of a day at most`,
    'Skriv till exempel 30 minutes eller 2 hours.',
    'Write for example 30 minutes or 2 hours.',
  )
  return undefined
}
