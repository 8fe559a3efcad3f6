// A promise to ring back: kept as a record with a code the resident can quote, told to the department, and seen to be kept.
import { contactCentre } from '../contracts/city'
import { callBackEntries, promisedBy } from '../desk-notes/call-back-promise'
import { describeOpening, hoursNow, nextOpening } from '../hours/opening-hours'
import { toLocalTime } from '../hours/local-time'
import { textInput, type ActionContext, type BuiltInAction } from './built-in-action'
import type { ActionCall } from '../contracts/action'

export const createCallback: BuiltInAction = async (call, { store, city }) => {
  const number = await store.allocateNumber('call-back', call.idempotencyKey)
  const code = `R-${String(number).padStart(5, '0')}`
  const named = city.departments.get(textInput(call, 'department'))
  const department = named?.id ?? contactCentre
  const hours = named?.hours ?? city.hours
  const by = promisedBy(hours, call.now, city.timeZone)
  return {
    kind: 'done',
    gives: { callback_code: code, promised: wordPromise(call, by, hours, city) },
    records: [
      {
        collection: 'call-back',
        id: code,
        conversationId: call.conversationId,
        value: {
          code,
          department,
          conversation: call.conversationId,
          at: call.now.toISOString(),
          ...(by !== undefined && { promisedBy: by.toISOString() }),
          facts: call.inputs,
        },
      },
    ],
    outbox: by === undefined ? [] : callBackEntries({ code, department, by }, call.now),
  }
}

/** "i dag", or when the day of the call begins. */
function wordPromise(
  { now, language }: ActionCall,
  by: Date | undefined,
  hours: ActionContext['city']['hours'],
  { timeZone }: ActionContext['city'],
): string {
  const local = toLocalTime(now, timeZone)
  if (by === undefined) return hoursNow(hours, now, timeZone, language).opens
  const day = toLocalTime(by, timeZone).date
  if (day === local.date) return language === 'sv' ? 'i dag' : 'today'
  const opening = nextOpening(hours, { ...local, date: day, minute: -1 })
  return opening === undefined ? '' : describeOpening(opening, local, language)
}
