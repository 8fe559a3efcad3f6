// What a message means inside an open dialog: an answer, a correction, a confirmation, a wish to change or skip.
import type { Frame } from '../../contracts/talk/conversation'
import { answerIn } from '../model/frame-answers'
import { answersBeside, isWholeAnswer, newAnswers } from './answers-beside'
import { inPart, interpretAnswer, passesOver } from './interpret-answer'
import { interpretCode } from '../answers/code-answer'
import { findCorrection, questionNamed } from './find-correction'
import type { Interpretation } from '../answers/interpretation'
import { readListChange } from './correct-list'
import { chooseInList, interpretOpenList, openList } from './interpret-list'
import type { OpenList } from './interpret-list'
import { takesText } from '../model/list-question'
import { takesChoice, type AskStep, type Dialog } from '../model/model'
import { nothingMore } from './told-items'
import { findWithdrawal } from '../answers/read-consent'
import { readConfirmationNumber, readMenuNumber } from '../answers/read-menu-number'
import { readConfirmation } from './read-confirmation'
import { readPlainYesNo } from '../words/read-yes-no'
import { optionsNow } from '../walk/options-now'
import { readPickNumber } from '../answers/read-pick'
import { readDenial } from './read-denial'
import { isSkipWord } from '../words/skip-words'
import { readCorrection } from './read-correction'
import { readSubject } from './read-subject'
import { toldWhenAnew } from './told-along'
import type { WalkEnvironment } from '../model/walk-environment'
import { withYesBefore } from './yes-before'

const nothing: Interpretation = { kind: 'not-understood' }

/**
 * Understands typed text while `frame` is open, without any model. Corrections go before the open question, the open
 * question before other answers. Reads `frame.open`, so the frame must have been walked. Never throws.
 */
export function interpret(
  dialog: Dialog,
  frame: Frame,
  text: string,
  environment: WalkEnvironment,
): Interpretation {
  const list = openList(dialog, frame, environment)
  const ask = list?.question ?? (frame.open === null ? undefined : dialog.asks.get(frame.open))
  const numbered =
    environment.channel === 'sms' && frame.offered.length === 0
      ? readNumbered(dialog, frame, ask, text, environment)
      : undefined
  if (numbered !== undefined)
    return list === undefined ? numbered : chosenByNumber(list, numbered, text, environment)
  const coded = ask === undefined ? undefined : interpretCode(ask, frame, text, environment)
  const before =
    coded ?? findWithdrawal(dialog, frame, text) ?? interpretChange(dialog, frame, ask, text, environment)
  if (before !== undefined) return withYesBefore(before, ask, text, environment)
  if (list !== undefined) return interpretList(dialog, frame, list, text, environment)
  if (ask !== undefined) return interpretAnswer({ dialog, frame, ask, text, environment })
  return frame.open === null ? nothing : interpretAtConfirmation(dialog, frame, text, environment)
}

/** Of what was answered before. A choice of the open question changes nothing but lists. */
function interpretChange(
  dialog: Dialog,
  frame: Frame,
  ask: AskStep | undefined,
  text: string,
  environment: WalkEnvironment,
): Interpretation | undefined {
  if (ask !== undefined && isItsChoice(ask, text, environment))
    return readListChange(dialog, frame, text, undefined, environment)
  const subject = readSubject(dialog, frame, text, environment)
  if (subject !== undefined) return subject
  const correction = findCorrection(dialog, text)
  return (
    readListChange(dialog, frame, text, correction, environment) ??
    readDenial(dialog, frame, text, environment) ??
    (correction && readCorrection(dialog, frame, correction, environment))
  )
}

/** "Stolpen är skadad" is the choice of that name, though it could also tell anew what the pole is called. */
const isItsChoice = (ask: AskStep, text: string, environment: WalkEnvironment): boolean =>
  takesChoice(ask) && isWholeAnswer(ask, text, environment)

function readNumbered(
  dialog: Dialog,
  frame: Frame,
  ask: AskStep | undefined,
  text: string,
  environment: WalkEnvironment,
): Interpretation | undefined {
  const options = ask === undefined ? undefined : optionsNow(dialog, frame, ask, environment)
  if (ask !== undefined)
    return options === undefined ? readMenuNumber(ask, text) : readPickNumber(ask, options, text)
  return frame.open === null ? undefined : readConfirmationNumber(text)
}

/** A number in a menu of a list stands for its button. */
function chosenByNumber(
  list: OpenList,
  numbered: Interpretation,
  text: string,
  environment: WalkEnvironment,
): Interpretation {
  const [chosen] = numbered.kind === 'answers' ? numbered.answers : []
  if (chosen === undefined) return numbered
  return chooseInList(list, chosen.value, { text, source: 'tapped', environment }) ?? nothing
}

function interpretList(
  dialog: Dialog,
  frame: Frame,
  list: OpenList,
  text: string,
  environment: WalkEnvironment,
): Interpretation {
  const { question, step } = list
  if (question.optional && list.at !== 'change' && passesOver(text, environment)) return { kind: 'skip' }
  const read = interpretOpenList(list, text, environment)
  if (read.kind !== 'answers' && isSkipWord(text, environment)) return { kind: 'skip' }
  const others = takesText(dialog, frame.open) ? [] : answersBeside(dialog, frame, step, text, environment)
  if (others.length === 0) return read
  if (read.kind === 'answers') return { ...read, answers: [...read.answers, ...others] }
  // Who looks at their list again and answers what comes behind it is done with it.
  const isDone = list.at === 'change' && others.some(({ name }) => answerIn(frame, name) === undefined)
  return inPart(frame, isDone ? [...others, nothingMore(step, text)] : others)
}

function interpretAtConfirmation(
  dialog: Dialog,
  frame: Frame,
  text: string,
  environment: WalkEnvironment,
): Interpretation {
  const answers = [
    ...newAnswers(dialog, frame, text, environment),
    ...toldWhenAnew(dialog, frame, text, environment),
  ]
  if (answers.length > 0) return inPart(frame, answers)
  const named = questionNamed(dialog, text)
  if (named !== undefined) return { kind: 'reopen', name: named }
  const read = readConfirmation(text, environment)
  if (frame.asksWhich === undefined) return read
  const plain = readPlainYesNo(text, environment.city)
  return plain === undefined ? read : { kind: plain ? 'which' : 'unchanged' }
}
