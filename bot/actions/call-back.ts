// A promise to ring back: kept as a record with a code the resident can quote, told to the department, and seen to be kept.
import { contactCentre } from '../contracts/city/department'
import { callBackCode, tellDepartment } from '../desk-notes/call-back-promise'
import { describeEarliest, describeToday, hoursNow, nextOpening } from '../hours/opening-hours'
import { toLocalTime } from '../hours/local-time'
import { languageOfWords, textInput, type ActionContext, type BuiltInAction } from './built-in-action'
import type { ActionCall } from '../contracts/cases/action'
import { wishedDay } from './wished-day'

export const createCallback: BuiltInAction = async (call, { store, city }) => {
  const code = await callBackCode(store, call.idempotencyKey)
  const named = city.departments.get(textInput(call, 'department'))
  const { conversationId, inputs: facts, now } = call
  const today = toLocalTime(now, city.timeZone).date
  const notBefore = wishedDay(textInput(call, 'wish'), today, call.language)
  const asked = { code, department: named?.id ?? contactCentre, conversationId, facts, notBefore }
  const told = tellDepartment(asked, city, now)
  const hours = city.departments.get(told.department)?.hours ?? city.hours
  return {
    kind: 'done',
    gives: { callback_code: code, promised: wordPromise(call, told.by, hours, city) },
    records: [told.record],
    outbox: told.outbox,
  }
}

/** "i dag", or on which day at the earliest. */
function wordPromise(
  call: ActionCall,
  by: Date | undefined,
  hours: ActionContext['city']['hours'],
  { timeZone }: ActionContext['city'],
): string {
  const { now } = call
  const language = languageOfWords(call)
  const local = toLocalTime(now, timeZone)
  if (by === undefined) return hoursNow(hours, now, timeZone, language).opens
  const day = toLocalTime(by, timeZone).date
  if (day === local.date) return describeToday(language)
  const opening = nextOpening(hours, { ...local, date: day, minute: -1 })
  return opening === undefined ? '' : describeEarliest(opening, local, language)
}
