// What a message means inside an open dialog: an answer, a correction, a confirmation, a wish to change or skip.
import type { Frame } from '../contracts/conversation'
import type { Choice } from '../contracts/message'
import type { AnswerReading } from './answer-reading'
import { applyAnswers } from './apply-answers'
import type { ReadValue } from './read-value'
import { extractAnswers } from './extract-answers'
import { interpretCode, newCodeValue } from './code-answer'
import { findCorrection, questionNamed } from './find-correction'
import type { Interpretation } from './interpretation'
import { readListChange } from './correct-list'
import { mentionItems } from './edit-list'
import { chooseInList, interpretOpenList, openList } from './interpret-list'
import type { OpenList } from './interpret-list'
import { isList, takesText } from './list-question'
import { recordsOf } from './list-records'
import { takesYesNo, type AskStep, type Dialog } from './model'
import { findWithdrawal } from './read-consent'
import { readOffered } from './offered-answers'
import { readAnswer } from './read-answer'
import { readConfirmationNumber, readMenuNumber } from './read-menu-number'
import { readConfirmation } from './read-confirmation'
import { optionsNow, readAnswerIn, readPickNumber, readPickTap, wantsMore } from './read-pick'
import { isRefusal, isSkipWord } from './skip-words'
import { readCorrection } from './read-correction'
import { note } from './said'
import { areSame } from './stable-hash'
import { isDoneWord, tickedChoice, withTicked } from './ticked-choices'
import { traceWalk } from './walk'
import type { WalkEnvironment } from './walk-environment'

const nothing: Interpretation = { kind: 'not-understood' }
const stale: Interpretation = { kind: 'stale' }

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
  if (coded !== undefined) return coded
  const withdrawal = findWithdrawal(dialog, frame, text)
  if (withdrawal !== undefined) return withdrawal
  const correction = findCorrection(dialog, text)
  const changed = readListChange(dialog, frame, text, correction, environment)
  if (changed !== undefined) return changed
  if (correction !== undefined) {
    const read = readCorrection(dialog, frame, correction, environment)
    if (read !== undefined) return read
  }
  if (list !== undefined) return interpretList(dialog, frame, list, text, environment)
  if (ask !== undefined) return interpretAnswer(dialog, frame, ask, text, environment)
  return frame.open === null ? nothing : interpretAtConfirmation(dialog, frame, text, environment)
}

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
  if (
    question.optional &&
    list.at !== 'change' &&
    (isSkipWord(text, environment) || isRefusal(text, environment))
  )
    return { kind: 'skip' }
  const read = interpretOpenList(list, text, environment)
  if (read.kind !== 'answers' && isSkipWord(text, environment)) return { kind: 'skip' }
  const others = takesText(dialog, frame.open) ? [] : answersBeside(dialog, frame, step, text, environment)
  if (others.length === 0) return read
  if (read.kind === 'answers') return { ...read, answers: [...read.answers, ...others] }
  return { kind: 'answers', answers: others, certainty: 'part', corrects: corrects(frame, others) }
}

function interpretAnswer(
  dialog: Dialog,
  frame: Frame,
  ask: AskStep,
  text: string,
  environment: WalkEnvironment,
): Interpretation {
  if (ask.optional && (isSkipWord(text, environment) || isRefusal(text, environment))) return { kind: 'skip' }
  if (ask.pick !== undefined && wantsMore(text)) return { kind: 'more', name: ask.name }
  const reading = readOpen(dialog, frame, ask, text, environment)
  if (reading.kind !== 'value' && isSkipWord(text, environment)) return { kind: 'skip' }
  const others = ask.types.includes('text') ? [] : answersBeside(dialog, frame, ask, text, environment)
  if (reading.kind === 'value') return answersWith(frame, ask, reading, text, others)
  if (reading.kind === 'ambiguous')
    return { kind: 'ambiguous', name: ask.name, values: reading.values, answers: others }
  if (others.length > 0)
    return { kind: 'answers', answers: others, certainty: 'part', corrects: corrects(frame, others) }
  if (reading.kind === 'not-understood') return nothing
  return { kind: 'invalid', name: ask.name, said: note(environment.city, reading.why, reading.values) }
}

/** What was asked back goes before everything else, and what may not be answered is not asked back. */
function readOpen(
  dialog: Dialog,
  frame: Frame,
  ask: AskStep,
  text: string,
  environment: WalkEnvironment,
): AnswerReading {
  const options = optionsNow(dialog, frame, ask, environment)
  const offered = readOffered(ask, frame.offered, text, environment, options)
  if (offered !== undefined) return { kind: 'value', value: offered, certainty: 'full' }
  if (isDoneWord(ask, frame, text)) return { kind: 'value', value: frame.ticked, certainty: 'full' }
  const reading = readAnswerIn(dialog, frame, ask, text, environment)
  if (reading.kind !== 'ambiguous') return reading
  const allowed = reading.values.filter((value) => {
    const answer: ReadValue = { name: ask.name, value, raw: text, source: 'typed' }
    return applyAnswers(dialog, frame, [answer], environment).refused.length === 0
  })
  const [value = reading.values[0] ?? text, ...more] = allowed
  return more.length > 0
    ? { kind: 'ambiguous', values: allowed }
    : { kind: 'value', value, certainty: 'part' }
}

function answersWith(
  frame: Frame,
  ask: AskStep,
  reading: Extract<AnswerReading, { kind: 'value' }>,
  text: string,
  others: readonly ReadValue[],
): Interpretation {
  const value = withTicked(ask, frame, reading.value)
  const own: ReadValue = { name: ask.name, value, raw: text, source: 'typed' }
  // "Hålet vid kvarnen" was about something else too: words taken for a place only because they could be one are not.
  const answers = reading.certainty === 'free' && others.length > 0 ? others : [own, ...others]
  return { kind: 'answers', answers, certainty: reading.certainty, corrects: corrects(frame, answers) }
}

/** Answers in the sentence that the frame does not have like this yet. */
function newAnswers(
  dialog: Dialog,
  frame: Frame,
  text: string,
  environment: WalkEnvironment,
  except: readonly string[] = [],
): readonly ReadValue[] {
  const found = extractAnswers(dialog, text, environment, { except })
  return found
    .map((answer) => withPresentItems(dialog, frame, answer))
    .filter(({ name, value }) => !areSame(answerIn(frame, name)?.value, value))
}

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
function answersBeside(
  dialog: Dialog,
  frame: Frame,
  open: AskStep,
  text: string,
  environment: WalkEnvironment,
): readonly ReadValue[] {
  return newAnswers(dialog, frame, text, environment, [open.name]).filter(({ name }) => {
    const ask = dialog.asks.get(name)
    if (isList(ask) && answerIn(frame, name) !== undefined) return false
    const isChoice = ask?.types.some((type) => type === 'choice' || type === 'choices') === true
    if (!isChoice || answerIn(frame, name) === undefined) return true
    const whole = readAnswer(ask, text, environment)
    return whole.kind === 'value' && whole.certainty === 'full'
  })
}

const answerIn = (frame: Frame, name: string) =>
  Object.hasOwn(frame.answers, name) ? frame.answers[name] : undefined

const corrects = (frame: Frame, answers: readonly ReadValue[]): boolean =>
  answers.some(({ name }) => name !== frame.open && answerIn(frame, name) !== undefined)

function interpretAtConfirmation(
  dialog: Dialog,
  frame: Frame,
  text: string,
  environment: WalkEnvironment,
): Interpretation {
  const answers = newAnswers(dialog, frame, text, environment)
  if (answers.length > 0)
    return { kind: 'answers', answers, certainty: 'part', corrects: corrects(frame, answers) }
  const named = questionNamed(dialog, text)
  if (named !== undefined) return { kind: 'reopen', name: named }
  return readConfirmation(text, environment)
}

/**
 * Understands a tapped button: `answer:<question>` with a code, `yes` or `no`; `confirm:<name>` with the hash of what it
 * confirms; `change` with the name of a question, or anything else to be asked which; `command` with `skip`. A topic or
 * another command is for other stages; all else comes from a page that shows something older.
 */
export function interpretTap(
  dialog: Dialog,
  frame: Frame,
  { name, value }: Choice,
  label: string,
  environment: WalkEnvironment,
): Interpretation {
  if (name === 'command' && value === 'skip') return { kind: 'skip' }
  if (name === 'command' || name === 'topic') return nothing
  if (name === 'change') return dialog.asks.has(value) ? { kind: 'reopen', name: value } : { kind: 'which' }
  if (name === 'more') return frame.open === value ? { kind: 'more', name: value } : stale
  const [kind = '', what = ''] = name.split(/:(.*)/s)
  if (kind === 'confirm') return frame.open === what ? { kind: 'confirmed', hash: value } : stale
  const list = kind === 'answer' && what === frame.open ? openList(dialog, frame, environment) : undefined
  if (list !== undefined) return tappedInList(list, value, label, environment)
  const ask = kind === 'answer' ? dialog.asks.get(what) : undefined
  if (ask?.types.includes('code') === true && value === newCodeValue && frame.open === what)
    return { kind: 'new-code', name: what, why: 'asked' }
  return ask === undefined ? stale : tappedAnswer(dialog, frame, ask, value, label, environment)
}

function tappedInList(
  list: OpenList,
  value: string,
  label: string,
  environment: WalkEnvironment,
): Interpretation {
  const { question } = list
  const code = question.choices.find((option) => option.code === value)?.code
  const yesNo = takesYesNo(question) ? yesNoValues.get(value) : undefined
  const reading =
    code === undefined && yesNo === undefined ? readAnswer(question, value, environment) : undefined
  const read = code ?? yesNo ?? (reading?.kind === 'value' ? reading.value : undefined)
  const chosen =
    read === undefined ? undefined : chooseInList(list, read, { text: label, source: 'tapped', environment })
  return chosen ?? stale
}

function tappedAnswer(
  dialog: Dialog,
  frame: Frame,
  ask: AskStep,
  value: string,
  label: string,
  environment: WalkEnvironment,
): Interpretation {
  if (ask.pick !== undefined)
    return readPickTap(ask, optionsNow(dialog, frame, ask, environment), value, label)
  if (ask.types.includes('choices')) return tickedChoice(frame, ask, value, label)
  const code = ask.choices.find((option) => option.code === value)?.code
  const yesNo = takesYesNo(ask) ? yesNoValues.get(value) : undefined
  const reading = code === undefined && yesNo === undefined ? readAnswer(ask, value, environment) : undefined
  const read = code ?? yesNo ?? (reading?.kind === 'value' ? reading.value : undefined)
  if (read === undefined) return stale
  // An old button may show another text than the one that would be consented to now.
  if (ask.types.includes('consent') && read === true && frame.open !== ask.name) return stale
  const answers = [{ name: ask.name, value: read, raw: label, source: 'tapped' as const }]
  return { kind: 'answers', answers, certainty: 'full', corrects: corrects(frame, answers) }
}

const yesNoValues = new Map([
  ['yes', true],
  ['no', false],
])

/** Questions that could be changed now, in the order asked: for the buttons under "what do you want to change?". */
export function changeableQuestions(
  dialog: Dialog,
  frame: Frame,
  environment: WalkEnvironment,
): readonly string[] {
  const { passed, settled } = traceWalk(dialog, frame, environment).progress
  return passed.slice(settled).map(({ name }) => name)
}
