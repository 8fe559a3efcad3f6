// What a frame has answered already, for those who ask whether something is new.
import type { Frame } from '../../contracts/talk/conversation'
import type { ReadValue } from './read-value'

export const answerIn = (frame: Frame, name: string) =>
  Object.hasOwn(frame.answers, name) ? frame.answers[name] : undefined

/** Whether one of the answers takes the place of one given to another question than the open one. */
export const corrects = (frame: Frame, answers: readonly ReadValue[]): boolean =>
  answers.some(({ name }) => name !== frame.open && answerIn(frame, name) !== undefined)
