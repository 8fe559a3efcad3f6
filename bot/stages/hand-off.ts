// To a person: now when the department is open, by a call-back when it is closed. What was said so far goes along.
import type { Department } from '../contracts/city'
import type { Frame } from '../contracts/conversation'
import type { Outcome } from '../contracts/outcome'
import type { RecordWrite } from '../contracts/store'
import type { Value } from '../contracts/value'
import type { Dialog } from '../dialog/model'
import { hoursNow } from '../hours/opening-hours'
import { languageOf, type Turn } from './turn'

/** Open now, or when it opens in the words of the resident's language. An unknown department has the city's hours. */
export function departmentHours(turn: Turn, departmentId: string) {
  const { city } = turn.content
  const department: Department | undefined = city.departments.get(departmentId)
  return hoursNow(department?.hours ?? city.hours, turn.now, city.timeZone, languageOf(turn))
}

export const handOffOutcome = (turn: Turn, departmentId: string): Outcome =>
  departmentHours(turn, departmentId).open ? 'handed-off' : 'handed-off-closed'

/** Who gets it and why. */
export interface HandOffReason {
  readonly department: string
  readonly reason: string
  readonly priority?: 'high'
}

/** What the department gets to know: why, and what was answered so far. */
export const handOffRecord = (
  turn: Turn,
  { department, reason, priority }: HandOffReason,
  dialog: string,
  answers: Readonly<Record<string, Value>>,
): RecordWrite => ({
  collection: 'call-back',
  id: `${turn.message.conversationId}/${turn.message.id}`,
  conversationId: turn.message.conversationId,
  value: {
    department,
    reason,
    priority: priority ?? 'normal',
    dialog,
    answers,
    language: languageOf(turn),
    channel: turn.message.channel,
    at: turn.now.toISOString(),
  },
})

/**
 * Of a sensitive dialog nothing that was answered, and of any other no personal identity number: those go where an action
 * of the dialog takes them. Of a dialog that is gone nobody knows what it held.
 */
export function answersToHandOff(
  dialog: Dialog | undefined,
  frame: Frame | undefined,
): Readonly<Record<string, Value>> {
  if (dialog === undefined || dialog.sensitive || frame === undefined) return {}
  const mayLeave = (name: string) => dialog.asks.get(name)?.types.includes('person-id') !== true
  return Object.fromEntries(
    Object.entries(frame.answers).flatMap(([name, { value }]) =>
      mayLeave(name) ? [[name, value] as const] : [],
    ),
  )
}
