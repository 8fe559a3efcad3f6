// A promise to ring back: kept as a record with a code the resident can quote and a promised time.
import { hoursNow, nextOpening } from '../hours/opening-hours'
import { toLocalTime } from '../hours/local-time'
import type { BuiltInAction } from './built-in-action'

export const createCallback: BuiltInAction = async (call, { store, city }) => {
  const number = await store.allocateNumber('call-back', call.idempotencyKey)
  const code = `R-${String(number).padStart(5, '0')}`
  const local = toLocalTime(call.now, city.timeZone)
  const { open, opens } = hoursNow(city.hours, call.now, city.timeZone, call.language)
  const promised = open ? (call.language === 'sv' ? 'i dag' : 'today') : opens
  return {
    kind: 'done',
    gives: { callback_code: code, promised },
    records: [
      {
        collection: 'call-back',
        id: code,
        conversationId: call.conversationId,
        value: {
          code,
          at: call.now.toISOString(),
          promisedFrom: open ? local : nextOpening(city.hours, local),
          facts: call.inputs,
        },
      },
    ],
  }
}
