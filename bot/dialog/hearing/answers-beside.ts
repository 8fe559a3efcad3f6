// Answers that stand in a message beside what is asked, as far as they say something new.
import type { Frame } from '../../contracts/talk/conversation'
import type { Value } from '../../contracts/talk/value'
import { areEarlyDays } from '../answers/early-days'
import { mentionItems } from './edit-list'
import { placeAlong } from './place-along'
import { extractAnswers } from '../answers/extract-answers'
import { answerIn } from '../model/frame-answers'
import { isList } from '../model/list-question'
import { recordsOf } from '../model/list-records'
import { takesChoice, type AskStep, type Dialog } from '../model/model'
import { readAnswer } from '../answers/read-answer'
import type { ReadValue } from '../model/read-value'
import { areSame } from '../model/stable-hash'
import type { WalkEnvironment } from '../model/walk-environment'

/** Answers in the sentence that the frame does not have like this yet. */
export function newAnswers(
  dialog: Dialog,
  frame: Frame,
  text: string,
  environment: WalkEnvironment,
  except: readonly string[] = [],
): readonly ReadValue[] {
  const found = extractAnswers(dialog, text, environment, { except })
  return found
    .map((answer) => withPresentItems(dialog, frame, answer))
    .filter(({ name, value }) => !areSame(answerIn(frame, name)?.value, value) && !isLate(frame, name, value))
}

/** Once an option is chosen, a day beside other words is no other choice: "ring på fredag". */
const isLate = (frame: Frame, name: string, value: Value): boolean =>
  areEarlyDays(value) && answerIn(frame, name) !== undefined

/** Items named beside something else come to those that are in the list already. */
function withPresentItems(dialog: Dialog, frame: Frame, answer: ReadValue): ReadValue {
  const step = dialog.asks.get(answer.name)
  if (!isList(step)) return answer
  const present = recordsOf(step, answerIn(frame, step.name)?.value)
  return { ...answer, value: mentionItems(step, present, recordsOf(step, answer.value)) }
}

/**
 * The same while a question is open. A word of a choice made before may just stand in the sentence ("vid lampan"), so it
 * changes that choice only when it is the whole text.
 */
export function answersBeside(
  dialog: Dialog,
  frame: Frame,
  open: AskStep,
  text: string,
  environment: WalkEnvironment,
): readonly ReadValue[] {
  const found = newAnswers(dialog, frame, text, environment, [open.name]).filter(({ name }) => {
    const ask = dialog.asks.get(name)
    if (ask === undefined || answerIn(frame, name) === undefined) return true
    return !isList(ask) && (!takesChoice(ask) || isWholeAnswer(ask, text, environment))
  })
  const along = placeAlong(dialog, frame, text, environment)
  return [
    ...found,
    ...along.filter(({ name }) => name !== open.name && found.every((answer) => answer.name !== name)),
  ]
}

export function isWholeAnswer(ask: AskStep, text: string, environment: WalkEnvironment): boolean {
  const reading = readAnswer(ask, text, environment)
  return reading.kind === 'value' && reading.certainty === 'full'
}
