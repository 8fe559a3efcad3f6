// What a message means inside an open dialog: an answer, a correction, a confirmation, a wish to change or skip.
import type { Frame } from '../../contracts/talk/conversation'
import type { Value } from '../../contracts/talk/value'
import { answerIn, corrects } from '../model/frame-answers'
import type { AnswerReading } from '../model/answer-reading'
import { answersBeside, isWholeAnswer, newAnswers } from './answers-beside'
import { applyAnswers } from '../walk/apply-answers'
import type { ReadValue } from '../model/read-value'
import { descriptionIn } from '../answers/description-in'
import { contactsBeside, isOnlyContacts } from './contacts-beside'
import { readFirstSentenceWord } from './first-sentence'
import { interpretCode } from '../answers/code-answer'
import { findCorrection, questionNamed } from './find-correction'
import type { Interpretation } from '../answers/interpretation'
import { readListChange } from './correct-list'
import { chooseInList, interpretOpenList, openList } from './interpret-list'
import type { OpenList } from './interpret-list'
import { streetAskedOn, withStreetAskedOn } from '../answers/known-address'
import { takesText } from '../model/list-question'
import { takesChoice, type AskStep, type Dialog } from '../model/model'
import { nothingMore } from './told-items'
import { findWithdrawal } from '../answers/read-consent'
import { asksForFact } from '../answers/read-answer'
import { readOffered } from '../answers/offered-answers'
import { readConfirmationNumber, readMenuNumber } from '../answers/read-menu-number'
import { readConfirmation } from './read-confirmation'
import { readPlainYesNo } from '../words/read-yes-no'
import { optionsNow, readAnswerIn } from '../walk/options-now'
import { readPickNumber, wantsMore } from '../answers/read-pick'
import { readDenial } from './read-denial'
import { isRefusal, isSkipWord, saysHasNone } from '../words/skip-words'
import { readCorrection } from './read-correction'
import { asksWhatAbout, readSubject } from './read-subject'
import { readWhetherPlace } from './read-whether-place'
import { note } from '../texts/said'
import { isDoneWord, withTicked } from './ticked-choices'
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
  if (ask !== undefined) return interpretAnswer(dialog, frame, ask, text, environment)
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

const inPart = (
  frame: Frame,
  answers: readonly ReadValue[],
): Extract<Interpretation, { kind: 'answers' }> => ({
  kind: 'answers',
  answers,
  certainty: 'part',
  corrects: corrects(frame, answers),
})

/** At a question that need not be answered. */
const passesOver = (text: string, environment: WalkEnvironment): boolean =>
  isSkipWord(text, environment) || isRefusal(text, environment)

function interpretAnswer(
  dialog: Dialog,
  frame: Frame,
  ask: AskStep,
  text: string,
  environment: WalkEnvironment,
): Interpretation {
  const said = readWhetherPlace(frame, ask, text, environment)
  if (said !== undefined) return said
  const when = whenInstead(dialog, frame, ask, text, environment)
  if (when.length > 0) return inPart(frame, when)
  if (ask.optional && passesOver(text, environment)) return { kind: 'skip' }
  if (ask.pick !== undefined && wantsMore(text)) return { kind: 'more', name: ask.name }
  const reading = readOpen(dialog, frame, ask, text, environment)
  const isSure = reading.kind === 'value' && reading.certainty !== 'free'
  if (!isSure && isSkipWord(text, environment)) return { kind: 'skip' }
  const isText = ask.types.includes('text')
  // Where any text is an answer nothing else is looked for in it, unless this one is no answer: an address is no number of a pole.
  const isRefused =
    isText &&
    (reading.kind === 'value'
      ? !isAllowed(dialog, frame, ask, reading.value, text, environment)
      : reading.kind === 'invalid' && asksForFact(ask))
  const others =
    isText && !isRefused
      ? contactsBeside(dialog, frame, ask, text, environment)
      : answersBeside(dialog, frame, ask, text, environment)
  // "Det står inget nummer, den står utanför ica": what is asked for is not there, and what else is told is not lost.
  const hasNone = ask.optional && saysHasNone(text)
  if (isRefused && others.length > 0) return { ...inPart(frame, others), passesOver: hasNone }
  if (isRefused && hasNone && !/\d/.test(text)) return { kind: 'skip' }
  if (reading.kind === 'value') {
    const isAsked = others.length === 0 && isAskedAbout(dialog, frame, ask, reading, text, environment)
    return isAsked
      ? { kind: 'ambiguous', name: ask.name, values: [reading.value], answers: [], isDoubtful: true }
      : answersWith(
          frame,
          ask,
          reading,
          text,
          [...others, ...describedBeside(dialog, frame, ask, reading, text, environment)],
          environment,
        )
  }
  if (reading.kind === 'ambiguous')
    return { kind: 'ambiguous', name: ask.name, values: reading.values, answers: others }
  if (others.length > 0) return inPart(frame, others)
  if (hasNone) return { kind: 'skip' }
  if (reading.kind === 'not-understood') return nothing
  return { kind: 'invalid', name: ask.name, said: note(environment.city, reading.why, reading.values) }
}

/** "Imorgon kl 10" is no matter to ring about: asked what it is about, people say when, where that is asked too. */
const whenInstead = (
  dialog: Dialog,
  frame: Frame,
  { question }: AskStep,
  text: string,
  environment: WalkEnvironment,
): readonly ReadValue[] =>
  [...question.byKey.values()].some((asked) => asksWhatAbout.test(asked))
    ? toldWhenAnew(dialog, frame, text, environment).filter(({ name }) => answerIn(frame, name) === undefined)
    : []

/** What may not be answered is told so, and not asked about first. */
const isAskedAbout = (
  dialog: Dialog,
  frame: Frame,
  ask: AskStep,
  { value, isDoubtful }: Extract<AnswerReading, { kind: 'value' }>,
  text: string,
  environment: WalkEnvironment,
): boolean =>
  isDoubtful === true &&
  !ask.types.includes('text') &&
  isAllowed(dialog, frame, ask, value, text, environment)

function isAllowed(
  dialog: Dialog,
  frame: Frame,
  ask: AskStep,
  value: Value,
  raw: string,
  environment: WalkEnvironment,
): boolean {
  const answer: ReadValue = { name: ask.name, value, raw, source: 'typed' }
  return applyAnswers(dialog, frame, [answer], environment).refused.length === 0
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
  const numbered = withStreetAskedOn(text, ask, frame.offered, environment.places)
  const offered = numbered === text ? readOffered(ask, frame.offered, text, environment, options) : undefined
  if (offered !== undefined) return { kind: 'value', value: offered, certainty: 'full' }
  const begunWith = readFirstSentenceWord(ask, frame, text, environment.city)
  if (begunWith !== undefined) return { kind: 'value', value: begunWith, certainty: 'full' }
  if (isDoneWord(ask, frame, text)) return { kind: 'value', value: frame.ticked, certainty: 'full' }
  const reading = readAnswerIn(dialog, frame, ask, numbered, environment)
  if (reading.kind !== 'ambiguous' || streetAskedOn(ask, reading.values, environment.places) !== undefined)
    return reading
  const allowed = reading.values.filter((value) => isAllowed(dialog, frame, ask, value, text, environment))
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
  environment: WalkEnvironment,
): Interpretation {
  const value = withTicked(ask, frame, reading.value)
  const own: ReadValue = {
    ...{ name: ask.name, value, raw: text, source: 'typed' },
    ...(reading.others && { others: reading.others }),
  }
  // "Hålet vid kvarnen" was about something else too: words taken for a place only because they could be one are not.
  const mayBeNone = !ask.types.includes('text') || isOnlyContacts(text, environment)
  const answers = reading.certainty === 'free' && others.length > 0 && mayBeNone ? others : [own, ...others]
  return { kind: 'answers', answers, certainty: reading.certainty, corrects: corrects(frame, answers) }
}

/** What is more than the name of the choice describes it, where that is asked for next and not told yet. */
const describedBeside = (
  dialog: Dialog,
  frame: Frame,
  { name }: AskStep,
  { value, certainty }: Extract<AnswerReading, { kind: 'value' }>,
  text: string,
  environment: WalkEnvironment,
): readonly ReadValue[] =>
  certainty === 'part'
    ? descriptionIn(dialog, { name, value, raw: text, source: 'typed' }, text, environment).filter(
        (described) => answerIn(frame, described.name) === undefined,
      )
    : []

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
