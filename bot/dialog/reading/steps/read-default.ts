// Reads `default`: the answer that a question has before anybody gave one.
import type { AnswerType, Value } from '../../../contracts/talk/value'
import { isIsoDate } from '../../../hours/calendar-day'
import type { YamlMap } from '../../../yaml/node'
import { todayByDefault } from '../../model/default-of'
import { isTime } from '../../words/find-times'
import type { AskStep, ChoiceOption } from '../../model/model'
import type { DialogReading } from '../names/dialog-reading'
import { optionalText, reportUnusable } from '../fields/read-fields'

type ReadValue = (text: string, codes: readonly string[]) => Value | undefined

/** How a default is written for each type; types that are not here take any text. */
const defaults: Partial<Record<AnswerType, ReadValue>> = {
  number: (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined),
  'yes/no': (text) => (text === 'yes' ? true : text === 'no' ? false : undefined),
  date: (text) => (isIsoDate(text) || text === todayByDefault ? text : undefined),
  money: (text) => (/^\d+(\.\d{1,2})?$/.test(text) ? Number(text) : undefined),
  choices: (text, codes) => {
    const chosen = text.split(',').map((code) => code.trim())
    return chosen.every((code) => codes.includes(code)) ? chosen : undefined
  },
  time: (text) => (isTime(text) ? text : undefined),
  choice: (text, codes) => (codes.includes(text) ? text : undefined),
}

export function readDefault(
  step: YamlMap,
  types: readonly AnswerType[],
  choices: readonly ChoiceOption[],
  { report }: DialogReading,
): Pick<AskStep, 'default'> {
  const scalar = optionalText(step, 'default', report)
  const type = types[0]
  if (scalar === undefined || type === undefined) return {}
  const read = defaults[type] ?? ((text: string) => text)
  const value = read(
    scalar.text,
    choices.map(({ code }) => code),
  )
  if (value !== undefined) return { default: value }
  reportUnusable(
    report,
    scalar,
    `"${scalar.text}" kan inte vara svaret här`,
    `"${scalar.text}" cannot be the answer here`,
    'Skriv ett svar som frågan själv skulle ta emot: ett tal, yes eller no, eller en av koderna under choices:.',
    'Write an answer that the question itself would take: a number, yes or no, or one of the codes under choices:.',
  )
  return {}
}
