// Whether the contact centre, or a department, answers now, and on the day that was asked about.
import { describeDay, describeWeek } from '../hours/describe-hours'
import { toLocalTime } from '../hours/local-time'
import { hoursNow } from '../hours/opening-hours'
import { languageOfWords, textInput, type BuiltInAction } from './built-in-action'

/**
 * Inputs, both optional: `department`, an id of `city.yaml` (an unknown one means the contact centre), and `day`, an ISO
 * date (today without). `day_hours` is empty on a day that is closed; `week` holds neither red days nor exceptions.
 */
export const contactCentreHours: BuiltInAction = (call, { city }) => {
  const { now } = call
  const language = languageOfWords(call)
  const hours = city.departments.get(textInput(call, 'department'))?.hours ?? city.hours
  const { open, opens } = hoursNow(hours, now, city.timeZone, language)
  const day = textInput(call, 'day') || toLocalTime(now, city.timeZone).date
  const day_hours = describeDay(hours, day, language)
  return {
    kind: 'done',
    gives: { open, opens, day_open: day_hours !== '', day_hours, week: describeWeek(hours, language) },
  }
}
