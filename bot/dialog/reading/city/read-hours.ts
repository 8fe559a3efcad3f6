// `mon-fri: 8.00-16.30` → opening hours.
import type { OpeningHours, OpenSpan } from '../../../contracts/city/hours'
import { isIsoDate } from '../../../hours/calendar-day'
import type { YamlMap, YamlScalar } from '../../../yaml/node'
import { writtenText } from '../../../yaml/written-text'
import { asText, optionalMap, reportUnusable } from '../fields/read-fields'
import { reportUnknown, type Report } from '../fields/report'

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** Reads a week's hours and its exceptions; a day that is not named is closed. */
export function readHours(map: YamlMap, report: Report): OpeningHours {
  const week: (readonly OpenSpan[])[] = days.map(() => [])
  const exceptions = new Map<string, readonly OpenSpan[]>()
  for (const { key, value } of map.entries) {
    if (key.text === 'exceptions') continue
    const spans = readSpans(asText(value, key.text, report), report)
    for (const day of readDays(key, report)) week[day] = spans
  }
  for (const { key, value } of optionalMap(map, 'exceptions', report)?.entries ?? []) {
    if (isIsoDate(key.text)) exceptions.set(key.text, readSpans(asText(value, key.text, report), report))
    else reportUnusable(report, key, `"${key.text}" är inget datum`, `"${key.text}" is no date`)
  }
  return { week, exceptions }
}

/** `mon-fri`, `sat` or `mon, wed` → indexes from Monday. */
function readDays(key: YamlScalar, report: Report): readonly number[] {
  return key.text.split(',').flatMap((part) => {
    const [first = -1, last = first] = part.split('-').map((day) => days.indexOf(day.trim()))
    if (first >= 0 && last >= first)
      return Array.from({ length: last - first + 1 }, (_, step) => first + step)
    reportUnknown(report, 'D005', writtenText(key), [...days, 'mon-fri', 'exceptions'], {
      sv: 'inga dagar i veckan',
      en: 'no days of the week',
    })
    return []
  })
}

const span = /^(\d{1,2})[.:](\d{2})\s*-\s*(\d{1,2})[.:](\d{2})$/

function readSpans(scalar: YamlScalar | undefined, report: Report): readonly OpenSpan[] {
  if (scalar === undefined || scalar.text === 'closed') return []
  const spans = scalar.text.split(',').map((part) => readSpan(part.trim()))
  const sound = spans.filter((one) => one !== undefined)
  if (sound.length < spans.length) {
    reportUnusable(
      report,
      scalar,
      `"${scalar.text}" är inga öppettider`,
      `"${scalar.text}" is no opening hours`,
      'Skriv 8.00-16.30, eller closed för en stängd dag.',
      'Write 8.00-16.30, or closed for a closed day.',
    )
  }
  return sound
}

function readSpan(text: string): OpenSpan | undefined {
  const found = span.exec(text)
  if (found === null) return undefined
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = found.slice(1).map(Number)
  const from = fromHour * 60 + fromMinute
  const to = toHour * 60 + toMinute
  return from < to && to <= 1440 && fromMinute < 60 && toMinute < 60 ? { from, to } : undefined
}
