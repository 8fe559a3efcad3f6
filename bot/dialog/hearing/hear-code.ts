// What follows from a wrong code, and from the wish for a new one.
import type { Frame, SentCode } from '../../contracts/talk/conversation'
import { mostCodes, mostWrongCodes } from '../answers/code-answer'
import type { Heard } from './heard'
import type { Interpretation } from '../answers/interpretation'
import { note } from '../texts/said'
import type { WalkEnvironment } from '../model/walk-environment'

type OfCode = Extract<Interpretation, { kind: 'wrong-code' | 'new-code' }>

/** After the last try, and when a code ran out that no other may follow, the walk goes the way of `if fails`. */
export function hearCode(frame: Frame, heard: OfCode, { city }: WalkEnvironment): Heard {
  const sent = frame.codes?.[heard.name]
  if (sent === undefined) return { kind: 'not-understood', frame, said: [] }
  const change = (changed: Partial<SentCode>): Frame => ({
    ...frame,
    codes: { ...frame.codes, [heard.name]: { ...sent, ...changed } },
  })
  if (heard.kind === 'wrong-code') {
    const wrong = sent.wrong + 1
    const left = mostWrongCodes - wrong
    return {
      kind: 'moved',
      frame: change({ wrong }),
      said: left > 0 ? [note(city, 'code.wrong', { left })] : [],
    }
  }
  if (sent.sent < mostCodes) return { kind: 'moved', frame: change({ renew: true }), said: [] }
  return heard.why === 'expired'
    ? { kind: 'moved', frame: change({ wrong: mostWrongCodes }), said: [] }
    : { kind: 'moved', frame, said: [note(city, 'code.no-more')] }
}
