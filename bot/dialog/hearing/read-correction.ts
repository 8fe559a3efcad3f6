// From the shape of a correction to the answer it changes: by the question's name, by what it takes back, or by its type.
import type { Frame } from '../../contracts/talk/conversation'
import type { Value } from '../../contracts/talk/value'
import type { AnswerReading } from '../model/answer-reading'
import { applyAnswers } from '../walk/apply-answers'
import type { ReadValue } from '../model/read-value'
import type { Correction } from './find-correction'
import type { Interpretation } from '../answers/interpretation'
import { isList, takesText } from '../model/list-question'
import { takesYesNo, type AskStep, type Dialog } from '../model/model'
import { readAnswerIn } from '../walk/options-now'
import { note } from '../texts/said'
import { areSame } from '../model/stable-hash'
import type { WalkEnvironment } from '../model/walk-environment'

/** Undefined when the shape was chance: the text then goes on to the open question. */
export function readCorrection(
  dialog: Dialog,
  frame: Frame,
  correction: Correction,
  environment: WalkEnvironment,
): Interpretation | undefined {
  const tellsFreely = takesText(dialog, frame.open)
  switch (correction.kind) {
    case 'which':
      return tellsFreely ? undefined : { kind: 'which' }
    case 'reopen':
      return { kind: 'reopen', name: correction.name }
    case 'remove':
      return dialog.asks.get(correction.name)?.optional === true
        ? { kind: 'skip', name: correction.name }
        : { kind: 'reopen', name: correction.name }
    case 'value':
      // "Platsen är mörk" may well be the description that was asked for.
      return tellsFreely && !correction.isMarked
        ? undefined
        : readNamed(dialog, frame, correction, environment)
    case 'unnamed':
      return tellsFreely ? undefined : readUnnamed(dialog, frame, correction, environment)
  }
}

function readNamed(
  dialog: Dialog,
  frame: Frame,
  { name, text, isMarked }: Extract<Correction, { kind: 'value' }>,
  environment: WalkEnvironment,
): Interpretation | undefined {
  const ask = dialog.asks.get(name)
  if (ask === undefined) return undefined
  // What can be read of a list has been read as a change of it.
  if (isList(ask)) return isMarked ? { kind: 'reopen', name } : undefined
  const reading = readAnswerIn(dialog, frame, ask, text, environment)
  if (reading.kind === 'value') return answered(frame, ask, reading, text)
  if (reading.kind === 'invalid')
    return { kind: 'invalid', name, said: note(environment.city, reading.why, reading.values) }
  if (reading.kind === 'ambiguous' && (isMarked || name === frame.open))
    return { kind: 'ambiguous', name, values: reading.values, answers: [] }
  return isMarked ? { kind: 'reopen', name } : undefined
}

type Read = Pick<Extract<AnswerReading, { kind: 'value' }>, 'value' | 'others'>

function answered(frame: Frame, { name }: AskStep, { value, others }: Read, raw: string): Interpretation {
  const answers: readonly ReadValue[] = [{ name, value, raw, source: 'typed', ...(others && { others }) }]
  return { kind: 'answers', answers, certainty: 'full', corrects: name !== frame.open }
}

interface Candidate {
  readonly ask: AskStep
  readonly read: Read
  readonly at: string
  /** As it is answered already. */
  readonly isPresent: boolean
}

function readUnnamed(
  dialog: Dialog,
  frame: Frame,
  { text, denied, isMarked }: Extract<Correction, { kind: 'unnamed' }>,
  environment: WalkEnvironment,
): Interpretation | undefined {
  const saysNo = !isMarked && asksYesNo(dialog, frame)
  // "Nej, den stod inte framme i torsdags" is the answer, and takes no day back.
  if (saysNo && denies.test(text)) return undefined
  const fitting = candidatesFor(dialog, frame, text, environment)
  const candidates = fitting.filter(({ isPresent }) => !isPresent)
  // Said once more, it is no "no" to another question either.
  const isAgain = candidates.length === 0 && fitting.length > 0
  const isTold = isAgain && isConfirmed(dialog, frame) && fitting.some(({ ask }) => !takesYesNo(ask))
  if ((isAgain && saysNo) || isTold) return { kind: 'unchanged' }
  const takenBack = candidates.filter(
    ({ ask }) => denied !== undefined && meansPresent(dialog, frame, ask, denied, environment),
  )
  const [one, ...more] = takenBack.length > 0 ? takenBack : candidates
  if (one !== undefined && (more.length === 0 || isMarked)) {
    const latest = more.reduce((best, other) => (other.at > best.at ? other : best), one)
    return answered(frame, latest.ask, latest.read, text)
  }
  return isMarked ? readForOpenOrLast(dialog, frame, text, environment) : undefined
}

/** All is answered, and "nej hon går i sexan" says what is written there. */
const isConfirmed = (dialog: Dialog, { open }: Frame): boolean => open !== null && !dialog.asks.has(open)

const denies = /(?<!\p{L})(?:inte|ej|icke|not|n't)(?!\p{L})/iu

const asksYesNo = (dialog: Dialog, { open }: Frame): boolean => {
  const ask = open === null ? undefined : dialog.asks.get(open)
  return ask !== undefined && takesYesNo(ask)
}

/** Answered questions other than the open one for which the text is a full answer. */
function candidatesFor(
  dialog: Dialog,
  frame: Frame,
  text: string,
  environment: WalkEnvironment,
): readonly Candidate[] {
  return Object.entries(frame.answers).flatMap(([name, { value: present, at }]) => {
    const ask = name === frame.open ? undefined : dialog.asks.get(name)
    if (ask === undefined || ask.types.includes('text')) return []
    const reading = readAnswerIn(dialog, frame, ask, text, environment)
    if (reading.kind !== 'value' || reading.certainty !== 'full') return []
    const meant = allowedOf(dialog, frame, ask, reading, environment)
    return [{ ask, read: reading, at, isPresent: areSame(meant, present) }]
  })
}

/** What the rule of the question takes of all that it may mean. */
function allowedOf(
  dialog: Dialog,
  frame: Frame,
  { name }: AskStep,
  { value, others }: Read,
  environment: WalkEnvironment,
): Value {
  if (others === undefined) return value
  const answer: ReadValue = { name, value, raw: '', source: 'typed', others }
  return applyAnswers(dialog, frame, [answer], environment).frame.answers[name]?.value ?? value
}

function meansPresent(
  dialog: Dialog,
  frame: Frame,
  ask: AskStep,
  denied: string,
  environment: WalkEnvironment,
): boolean {
  const reading = readAnswerIn(dialog, frame, ask, denied, environment)
  return reading.kind === 'value' && areSame(reading.value, frame.answers[ask.name]?.value)
}

/** "Jag menade busstorget": no type tells, so it is the open question's, or else one of those answered last. */
function readForOpenOrLast(
  dialog: Dialog,
  frame: Frame,
  text: string,
  environment: WalkEnvironment,
): Interpretation | undefined {
  const given = Object.entries(frame.answers).filter(([, { source }]) => source !== 'default')
  const latest = given.reduce((best, [, { at }]) => (at > best ? at : best), '')
  const last = given.flatMap(([name, { at }]) => (at === latest ? [name] : [])).reverse()
  for (const name of [frame.open, ...last]) {
    const ask = name === null ? undefined : dialog.asks.get(name)
    const reading = ask === undefined ? undefined : readAnswerIn(dialog, frame, ask, text, environment)
    if (ask !== undefined && reading?.kind === 'value') return answered(frame, ask, reading, text)
    if (ask !== undefined && reading?.kind === 'ambiguous')
      return { kind: 'ambiguous', name: ask.name, values: reading.values, answers: [] }
  }
  return undefined
}
