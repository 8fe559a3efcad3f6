// What a message means while a question is open: its answer, others beside it, something else, or nothing.
import type { Frame } from '../../contracts/talk/conversation'
import type { Value } from '../../contracts/talk/value'
import { descriptionIn } from '../answers/description-in'
import type { Interpretation } from '../answers/interpretation'
import { streetAskedOn, withStreetAskedOn } from '../answers/known-address'
import { readOffered } from '../answers/offered-answers'
import { asksForFact } from '../answers/read-answer'
import { wantsMore } from '../answers/read-pick'
import type { AnswerReading } from '../model/answer-reading'
import { answerIn, corrects } from '../model/frame-answers'
import type { AskStep, Dialog } from '../model/model'
import type { ReadValue } from '../model/read-value'
import type { WalkEnvironment } from '../model/walk-environment'
import { note } from '../texts/said'
import { applyAnswers } from '../walk/apply-answers'
import { optionsNow, readAnswerIn } from '../walk/options-now'
import { isRefusal, isSkipWord, saysHasNone } from '../words/skip-words'
import { answersBeside } from './answers-beside'
import { contactsBeside, isOnlyContacts } from './contacts-beside'
import { readFirstSentenceWord } from './first-sentence'
import { asksWhatAbout } from './read-subject'
import { readWhetherPlace } from './read-whether-place'
import { isDoneWord, withTicked } from './ticked-choices'
import { toldWhenAnew } from './told-along'

/** Not all of the message was an answer. */
export const inPart = (
  frame: Frame,
  answers: readonly ReadValue[],
): Extract<Interpretation, { kind: 'answers' }> => ({
  kind: 'answers',
  answers,
  certainty: 'part',
  corrects: corrects(frame, answers),
})

/** At a question that need not be answered. */
export const passesOver = (text: string, environment: WalkEnvironment): boolean =>
  isSkipWord(text, environment) || isRefusal(text, environment)

export function interpretAnswer(
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
  if (reading.kind === 'not-understood') return reading
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
