// Sample registers of the home care for the pilot, until the care system is connected: no real person stands in them.
import { toLocalTime } from '../hours/local-time'
import { textInput, type BuiltInAction } from './built-in-action'

/** Sample rule: every Swedish number belongs to a relative of one made-up client, every other to nobody. */
export const clientOfRelative: BuiltInAction = (call) =>
  textInput(call, 'phone').startsWith('+46')
    ? { kind: 'done', gives: { client: 'Britt' } }
    : { kind: 'failed', failure: 'unknown_relative' }

/** Sample rule: the morning's visit is at 8.40 and is registered by nine. */
const registeredFrom = 9 * 60

export const latestVisit: BuiltInAction = (call, { city }) => {
  const isSwedish = call.language === 'sv'
  const isDone = toLocalTime(call.now, city.timeZone).minute >= registeredFrom
  const visitTime = isSwedish ? 'i dag kl. 8.40' : 'today at 8.40 am'
  const nextVisit = isSwedish ? 'i dag kl. 19.00' : 'today at 7 pm'
  return {
    kind: 'done',
    gives: {
      visit_state: isDone ? 'done' : 'planned',
      visit_time: visitTime,
      next_visit: isDone ? nextVisit : visitTime,
    },
  }
}
