// When somebody who is asked too much wants to be asked again. Believed within bounds: what waits for a year is lost.
import { hourMs } from '../../bot/contracts/basics/durations'

const longestMs = hourMs

/** @param header seconds, or a date. Undefined for anything else. */
export function readRetryAfter(header: string | null | undefined, nowMs: number): number | undefined {
  const text = header?.trim() ?? ''
  if (text === '') return undefined
  const ms = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - nowMs
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(0, ms), longestMs)
}
