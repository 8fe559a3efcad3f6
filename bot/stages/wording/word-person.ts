// People: what one of them says, and how one is reached.
import type { Suggestion } from '../../contracts/talk/reply'
import { textIn } from '../../dialog/showing/show-value'
import { toLocalTime } from '../../hours/local-time'
import { describeMoment } from '../../hours/opening-hours'
import { escapeMarkdown } from '../../text/plain-text'
import { mayBegin } from '../hand-off/offer-call'
import { departmentHours } from '../hand-off/hand-off'
import type { Turn } from '../turn/turn'
import type { Utterance } from '../turn/utterance'
import { button, inCityWords } from './in-city-words'
import { escapeValues } from './word-open-question'
import type { Worded } from './worded'

export const wordDepartment = (
  turn: Turn,
  { key, department, values = {} }: Extract<Utterance, { kind: 'department' }>,
): Worded => inCityWords(turn, key, { ...escapeValues(values), department: departmentName(turn, department) })

function departmentName({ content: { city }, conversation }: Turn, id: string): string {
  const department = city.departments.get(id)
  return department === undefined ? city.name : textIn(department.name, conversation.language)
}

export function wordPersonSays(
  turn: Turn,
  { agent, text }: Extract<Utterance, { kind: 'person-says' }>,
): Worded {
  const said = escapeMarkdown(text)
  const values = { agent: escapeMarkdown(agent), text: said }
  return { ...inCityWords(turn, 'person.says', values), person: { name: agent, text: said } }
}

export function wordPerson(
  turn: Turn,
  { department: departmentId, callBack, asksNumber }: Extract<Utterance, { kind: 'person' }>,
): Worded {
  const { city } = turn.content
  const department = city.departments.get(departmentId)
  const { open, opens } = departmentHours(turn, departmentId)
  const name = departmentName(turn, departmentId)
  const values = { department: name, phone: department?.phone ?? city.phone }
  if (callBack !== undefined) {
    const { code, by } = callBack
    return inCityWords(turn, 'person.calls', { ...values, code, by: wordTime(turn, by) })
  }
  if (open) return inCityWords(turn, 'person.open', values)
  const decline = button(turn, 'person.decline', { name: 'call-number', value: 'no' })
  return asksNumber
    ? inCityWords(turn, 'person.ask-number', { ...values, opens }, [decline])
    : inCityWords(turn, 'person.closed', { ...values, opens }, callBackButton(turn))
}

/** In the city's time, as its opening hours are worded. */
const wordTime = ({ content: { city }, conversation: { language } }: Turn, time: Date): string =>
  describeMoment(toLocalTime(time, city.timeZone), language)

export const callBackButton = (turn: Turn): readonly Suggestion[] => {
  const { callBackDialog } = turn.content.city
  return mayBegin(turn, callBackDialog)
    ? [button(turn, 'call-back.button', { name: 'topic', value: `dialog:${callBackDialog}` })]
    : []
}
