// A promise to ring back: kept as a record with a code the resident can quote, told to the department, and seen to be kept.
import { contactCentre } from '../contracts/city/department'
import { callBackCode, callOff, tellDepartment } from '../desk-notes/call-back-promise'
import { isOver, readCallBack } from '../desk-notes/call-back-record'
import { describeEarliest, describeToday, hoursNow, nextOpening } from '../hours/opening-hours'
import { toLocalTime } from '../hours/local-time'
import { languageOfWords, textInput, type ActionContext, type BuiltInAction } from './built-in-action'
import type { ActionCall, ActionResult } from '../contracts/cases/action'
import { wishedDay } from './wished-day'

export const createCallback: BuiltInAction = async (call, { store, city }) =>
  promiseCall(await callBackCode(store, call.idempotencyKey), call, city)

/** Under the code that the resident has. Who was called already, or wanted no call, is promised another one. */
export const changeCallback: BuiltInAction = async (call, { store, city }) => {
  const { callback_code: code, ...inputs } = call.inputs
  const before = typeof code === 'string' ? await readCallBack(store, code) : undefined
  const asked = { ...call, inputs }
  return before === undefined || isOver(before)
    ? promiseCall(await callBackCode(store, call.idempotencyKey), asked, city)
    : promiseCall(before.code, asked, city, call.idempotencyKey)
}

/** A call that was made, or is gone, is not to be made any more either. */
export const cancelCallback: BuiltInAction = async (call, { store }) => {
  const before = await readCallBack(store, textInput(call, 'callback_code'))
  if (before === undefined || isOver(before)) return { kind: 'done', gives: {} }
  const { record, outbox } = callOff(before, call.now)
  return { kind: 'done', gives: {}, records: [record], outbox }
}

/** @param changedBy it was promised under this code before, and this is the key of the change */
function promiseCall(
  code: string,
  call: ActionCall,
  city: ActionContext['city'],
  changedBy?: string,
): ActionResult {
  const named = city.departments.get(textInput(call, 'department'))
  const { conversationId, inputs: facts, now } = call
  const today = toLocalTime(now, city.timeZone).date
  const notBefore = wishedDay(textInput(call, 'wish'), today, call.language)
  const asked = {
    code,
    department: named?.id ?? contactCentre,
    conversationId,
    facts,
    notBefore,
    ...(changedBy !== undefined && { changedBy }),
  }
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
