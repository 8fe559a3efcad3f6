// When a message may disturb: at once, or when the quiet time is over by the city's clock, also when the clock is changed.
import { minuteMs } from '../contracts/basics/durations'
import type { QuietTime } from '../contracts/city/hours'
import { toLocalTime } from './local-time'

const dayMinutes = 24 * 60

/** `to` before `from` is on the next day. */
export const isQuiet = ({ from, to }: QuietTime, minute: number): boolean =>
  from < to ? minute >= from && minute < to : minute >= from || minute < to

/** `now`, or the first minute after it that is not quiet. */
export function afterQuiet(now: Date, quiet: QuietTime, timeZone: string): Date {
  const minuteAt = (ms: number) => toLocalTime(new Date(ms), timeZone).minute
  const isQuietAt = (ms: number) => isQuiet(quiet, minuteAt(ms))
  if (!isQuietAt(now.getTime())) return now
  const untilEnd = (ms: number) => (quiet.to - minuteAt(ms) + dayMinutes) % dayMinutes
  let ms = Math.floor(now.getTime() / minuteMs) * minuteMs
  // The night on which an hour comes twice: what looked like the end is still quiet.
  while (isQuietAt(ms)) ms += untilEnd(ms) * minuteMs
  // The night on which an hour is left out: the end came earlier, or lay in that hour.
  while (!isQuietAt(ms - minuteMs)) ms -= minuteMs
  return new Date(ms)
}
