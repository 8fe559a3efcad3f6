// That the answer to the open question was not understood: of a question with what kind of answer is wanted, where its type tells.
import type { WordingKey } from '../../contracts/talk/wording'
import type { AskStep } from '../../dialog/model/model'
import { isCounting } from '../../dialog/answers/read-answer'
import { walk } from '../../dialog/walk/walk'
import type { OpenDialog } from './open-dialog'

export interface MissedWording {
  readonly key: WordingKey
  readonly values?: Readonly<Record<string, number>>
}

export function missedQuestion({ dialog, frame, environment }: OpenDialog): MissedWording {
  const { stop } = walk(dialog, frame, { ...environment, keepsOptions: true })
  if (stop.kind === 'confirms') return { key: 'confirm.not-understood' }
  return stop.kind === 'asks' && frame.offered.length === 0
    ? missedAnswer(stop.step)
    : { key: 'question.not-understood' }
}

export function missedAnswer({ types, range }: AskStep): MissedWording {
  const [type] = types
  switch (type) {
    case 'number':
      if (range === undefined) return { key: 'question.no-number' }
      return { key: isCounting(range) ? 'question.bad-count' : 'question.bad-number', values: range }
    case 'yes/no':
    case 'consent':
      return { key: 'question.yes-or-no' }
    case 'phone':
    case 'money':
    case 'date':
    case 'time':
    case 'photo':
    case 'file':
      return { key: `question.bad-${type}` }
    default:
      return { key: 'question.not-understood' }
  }
}
