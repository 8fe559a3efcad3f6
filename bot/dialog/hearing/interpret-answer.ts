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
import { besideContacts, contactsBeside, isOnlyContacts } from './contacts-beside'
import { readFirstSentenceWord } from './first-sentence'
import { asksWhatAbout } from './read-subject'
import { readWhetherPlace } from './read-whether-place'
import { withSaidBefore } from './said-before'
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

/** A message, and the open question that it may answer. */
export interface Asked {
  readonly dialog: Dialog
  readonly frame: Frame
  readonly ask: AskStep
  readonly text: string
  readonly environment: WalkEnvironment
}

type ReadAs<Kind extends AnswerReading['kind']> = Extract<AnswerReading, { kind: Kind }>

export function interpretAnswer(asked: Asked): Interpretation {
  const { frame, ask, text, environment } = asked
  const instead = interpretInstead(asked)
  if (instead !== undefined) return instead
  const reading = readOpen(asked)
  const isSure = reading.kind === 'value' && reading.certainty !== 'free'
  if (!isSure && isSkipWord(text, environment)) return { kind: 'skip' }
  const isRefused = isRefusedText(asked, reading)
  const others = othersBeside(asked, isRefused)
  // "Det står inget nummer, den står utanför ica": what is asked for is not there, and what else is told is not lost.
  const hasNone = ask.optional && saysHasNone(text)
  if (isRefused && others.length > 0) return { ...inPart(frame, others), passesOver: hasNone }
  if (isRefused && hasNone && !/\d/.test(text)) return { kind: 'skip' }
  if (reading.kind === 'value') return interpretValue(asked, reading, others)
  if (reading.kind === 'ambiguous')
    return { kind: 'ambiguous', name: ask.name, values: reading.values, answers: others }
  if (others.length > 0) return inPart(frame, others)
  if (hasNone) return { kind: 'skip' }
  if (reading.kind === 'not-understood') return reading
  return { kind: 'invalid', name: ask.name, said: note(environment.city, reading.why, reading.values) }
}

/** What goes before any answer. */
function interpretInstead(asked: Asked): Interpretation | undefined {
  const { frame, ask, text, environment } = asked
  const said = readWhetherPlace(frame, ask, text, environment)
  if (said !== undefined) return said
  const when = whenInstead(asked)
  if (when.length > 0) return inPart(frame, when)
  if (ask.optional && passesOver(text, environment)) return { kind: 'skip' }
  return ask.pick !== undefined && wantsMore(text) ? { kind: 'more', name: ask.name } : undefined
}

/**
 * "Imorgon kl 10" is no matter to ring about: asked what it is about, people say when, where that is asked too, and then when
 * instead: "nej förresten fredag".
 */
const whenInstead = ({ dialog, frame, ask, text, environment }: Asked): readonly ReadValue[] =>
  [...ask.question.byKey.values()].some((question) => asksWhatAbout.test(question))
    ? toldWhenAnew(dialog, frame, text, environment)
    : []

const takesAnyText = ({ types }: AskStep): boolean => types.includes('text')

/** Any text would do, but not this one: an address is no number of a pole. */
function isRefusedText(asked: Asked, reading: AnswerReading): boolean {
  if (!takesAnyText(asked.ask)) return false
  if (reading.kind === 'value') return !isAllowed(asked, reading.value)
  return reading.kind === 'invalid' && asksForFact(asked.ask)
}

/** Where any text is an answer nothing but contacts is looked for in it, unless it is refused. */
const othersBeside = (
  { dialog, frame, ask, text, environment }: Asked,
  isRefused: boolean,
): readonly ReadValue[] =>
  (takesAnyText(ask) && !isRefused ? contactsBeside : answersBeside)(dialog, frame, ask, text, environment)

function isAllowed({ dialog, frame, ask, text, environment }: Asked, value: Value): boolean {
  const answer: ReadValue = { name: ask.name, value, raw: text, source: 'typed' }
  return applyAnswers(dialog, frame, [answer], environment).refused.length === 0
}

/** What was asked back goes before everything else, and what may not be answered is not asked back. */
function readOpen(asked: Asked): AnswerReading {
  const { dialog, frame, ask, text, environment } = asked
  const options = optionsNow(dialog, frame, ask, environment)
  const numbered = withStreetAskedOn(text, ask, frame.offered, environment.places)
  const offered = numbered === text ? readOffered(ask, frame.offered, text, environment, options) : undefined
  if (offered !== undefined) return { kind: 'value', value: offered, certainty: 'full' }
  const begunWith = readFirstSentenceWord(ask, frame, text, environment.city)
  if (begunWith !== undefined) return { kind: 'value', value: begunWith, certainty: 'full' }
  if (isDoneWord(ask, frame, text)) return { kind: 'value', value: frame.ticked, certainty: 'full' }
  const told = withSaidBefore(dialog, frame, ask, numbered, environment)
  const reading = readAnswerIn(dialog, frame, ask, told, environment)
  if (reading.kind !== 'ambiguous' || streetAskedOn(ask, reading.values, environment.places) !== undefined)
    return reading
  const allowed = reading.values.filter((value) => isAllowed(asked, value))
  const [value = reading.values[0] ?? text, ...more] = allowed
  return more.length > 0
    ? { kind: 'ambiguous', values: allowed }
    : { kind: 'value', value, certainty: 'part' }
}

function interpretValue(
  asked: Asked,
  reading: ReadAs<'value'>,
  others: readonly ReadValue[],
): Interpretation {
  const { name } = asked.ask
  if (others.length === 0 && isAskedAbout(asked, reading))
    return { kind: 'ambiguous', name, values: [reading.value], answers: [], isDoubtful: true }
  const value = valueBeside(asked, reading.value, others)
  return answersWith(asked, { ...reading, value }, [...others, ...describedBeside(asked, reading)])
}

/** Where any text is an answer a number beside it is no part of it. */
const valueBeside = ({ ask, text, environment }: Asked, value: Value, others: readonly ReadValue[]): Value =>
  takesAnyText(ask) && others.length > 0 && !isOnlyContacts(text, environment)
    ? besideContacts(text, environment)
    : value

/** What may not be answered is told so, and not asked about first. */
const isAskedAbout = (asked: Asked, { value, isDoubtful }: ReadAs<'value'>): boolean =>
  isDoubtful === true && !takesAnyText(asked.ask) && isAllowed(asked, value)

function answersWith(
  { frame, ask, text, environment }: Asked,
  reading: ReadAs<'value'>,
  others: readonly ReadValue[],
): Interpretation {
  const value = withTicked(ask, frame, reading.value)
  const own: ReadValue = {
    name: ask.name,
    value,
    raw: text,
    source: 'typed',
    ...(reading.others && { others: reading.others }),
  }
  // "Hålet vid kvarnen" was about something else too: words taken for a place only because they could be one are not.
  const mayBeNone = !takesAnyText(ask) || isOnlyContacts(text, environment)
  const answers = reading.certainty === 'free' && others.length > 0 && mayBeNone ? others : [own, ...others]
  return { kind: 'answers', answers, certainty: reading.certainty, corrects: corrects(frame, answers) }
}

/** What is more than the name of the choice describes it, where that is asked for next and not told yet. */
const describedBeside = (
  { dialog, frame, ask: { name }, text, environment }: Asked,
  { value, certainty }: ReadAs<'value'>,
): readonly ReadValue[] =>
  certainty === 'part'
    ? descriptionIn(dialog, { name, value, raw: text, source: 'typed' }, text, environment).filter(
        (described) => answerIn(frame, described.name) === undefined,
      )
    : []
