// Whether the contact centre, or a department, answers now.
import { hoursNow } from '../hours/opening-hours'
import { textInput, type BuiltInAction } from './built-in-action'

/** Input `department` (optional) is a department id of `city.yaml`; an unknown one means the contact centre. */
export const contactCentreHours: BuiltInAction = (call, { city }) => {
  const department = city.departments.get(textInput(call, 'department'))
  const { open, opens } = hoursNow(department?.hours ?? city.hours, call.now, city.timeZone, call.language)
  return { kind: 'done', gives: { open, opens } }
}
