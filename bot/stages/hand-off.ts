// To a person: now when the department is open, by a call-back when it is closed. What was said so far goes along.
import type { Department } from '../contracts/city'
import type { Frame } from '../contracts/conversation'
import type { Outcome } from '../contracts/outcome'
import type { RecordWrite } from '../contracts/store'
import { hoursNow } from '../hours/opening-hours'
import { languageOf, type Turn } from './turn'

export const contactCentre = 'kontaktcenter'

/** Open now, or when it opens in the words of the resident's language. An unknown department has the city's hours. */
export function departmentHours(turn: Turn, departmentId: string) {
  const { city } = turn.content
  const department: Department | undefined = city.departments.get(departmentId)
  return hoursNow(department?.hours ?? city.hours, turn.now, city.timeZone, languageOf(turn))
}

export const handOffOutcome = (turn: Turn, departmentId: string): Outcome =>
  departmentHours(turn, departmentId).open ? 'handed-off' : 'handed-off-closed'

/** What the department gets to know: why, and what was answered so far. */
export const handOffRecord = (
  turn: Turn,
  departmentId: string,
  reason: string,
  frame: Frame,
): RecordWrite => ({
  collection: 'call-back',
  id: `${turn.message.conversationId}/${turn.message.id}`,
  conversationId: turn.message.conversationId,
  value: {
    department: departmentId,
    reason,
    dialog: frame.dialog,
    answers: Object.fromEntries(Object.entries(frame.answers).map(([name, answer]) => [name, answer.value])),
    language: languageOf(turn),
    channel: turn.message.channel,
    at: turn.now.toISOString(),
  },
})
