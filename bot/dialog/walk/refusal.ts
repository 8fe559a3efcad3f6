// What is said when an answer breaks its `must`: the step's own `else`, or the city's words for that type of answer.
import type { WordingKey } from '../../contracts/talk/wording'
import type { AnswerType, Value } from '../../contracts/talk/value'
import type { AskStep } from '../model/model'
import { note } from '../texts/said'
import type { Said } from '../texts/said'
import type { WalkProgress } from './walk-progress'

const wordingOfType: Readonly<Record<AnswerType, WordingKey>> = {
  text: 'question.not-understood',
  number: 'question.not-understood',
  'yes/no': 'question.not-understood',
  choice: 'question.not-understood',
  address: 'question.bad-address',
  phone: 'question.bad-phone',
  email: 'question.bad-email',
  date: 'question.bad-date',
  time: 'question.bad-time',
  code: 'code.bad',
  'person-id': 'question.bad-person-id',
  consent: 'question.not-understood',
  money: 'question.bad-money',
  pick: 'question.not-understood',
  choices: 'question.not-understood',
  list: 'question.not-understood',
  photo: 'question.bad-photo',
  file: 'question.bad-file',
}

export function refusalOf(step: AskStep, value: Value, progress: WalkProgress): Said {
  if (step.else !== undefined) return progress.word('else', step.else, step.scope)
  const { city, today } = progress.environment
  const isPast = step.types.includes('date') && typeof value === 'string' && value < today
  const [type = 'text'] = step.types
  return { ...note(city, isPast ? 'question.past-date' : wordingOfType[type]), kind: 'else' }
}
