// `keep` of an answer, in a talk that goes on for longer: what was promised to be removed by then is removed.
import type { Frame } from '../../contracts/talk/conversation'
import { dayMs } from '../../contracts/basics/durations'
import type { Dialog } from './model'

/** The frame without answers whose days are over; their questions are asked again where they are still needed. */
export function withoutExpired(dialog: Dialog, frame: Frame, now: Date): Frame {
  const isKept = ([name, { at }]: [string, { readonly at: string }]): boolean => {
    const days = dialog.asks.get(name)?.keepDays
    return days === undefined || Date.parse(at) + days * dayMs > now.getTime()
  }
  const given = Object.entries(frame.answers)
  const parked = Object.entries(frame.parked)
  if (given.every(isKept) && parked.every(isKept)) return frame
  return {
    ...frame,
    answers: Object.fromEntries(given.filter(isKept)),
    parked: Object.fromEntries(parked.filter(isKept)),
  }
}
