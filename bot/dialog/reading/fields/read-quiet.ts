// `quiet: { from: 22:00, to: 07:00 }`: when no notice is sent.
import type { QuietTime } from '../../../contracts/city/hours'
import type { YamlMap, YamlScalar } from '../../../yaml/node'
import { optionalText, reportUnusable, requireText } from './read-fields'
import type { Report } from './report'

/** The times of a map that has one of them at least; undefined after a finding, and when it has neither. */
export function readQuietTime(map: YamlMap, report: Report): QuietTime | undefined {
  const isThere = ['from', 'to'].some((name) => optionalText(map, name, report) !== undefined)
  if (!isThere) return undefined
  const from = requireText(map, 'from', report)
  const to = requireText(map, 'to', report)
  const times = { from: from && readMinuteOfDay(from, report), to: to && readMinuteOfDay(to, report) }
  if (times.from === undefined || times.to === undefined) return undefined
  if (times.from !== times.to) return { from: times.from, to: times.to }
  reportUnusable(
    report,
    to ?? map,
    '"from" och "to" är samma tid, så ingen tid är tyst',
    '"from" and "to" are the same time, so no time is quiet',
  )
  return undefined
}

const time = /^(\d{1,2})[.:](\d{2})$/

/** `22:00` or `22.00` → minute of the day. */
export function readMinuteOfDay(scalar: YamlScalar, report: Report): number | undefined {
  const [hour = 24, minute = 0] = (time.exec(scalar.text.trim()) ?? []).slice(1).map(Number)
  if (hour < 24 && minute < 60) return hour * 60 + minute
  reportUnusable(
    report,
    scalar,
    `"${scalar.text}" är inget klockslag`,
    `"${scalar.text}" is no time of the day`,
    'Skriv timme och minut: 22:00.',
    'Write hour and minute: 22:00.',
  )
  return undefined
}
