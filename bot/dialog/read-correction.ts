// From the shape of a correction to the answer it changes: by the question's name, by what it takes back, or by its type.
import type { Frame } from '../contracts/conversation'
import type { Value } from '../contracts/value'
import type { ReadValue } from './read-value'
import type { Correction } from './find-correction'
import type { Interpretation } from './interpretation'
import { isList, takesText } from './list-question'
import type { AskStep, Dialog } from './model'
import { readAnswerIn } from './read-pick'
import { note } from './said'
import { areSame } from './stable-hash'
import type { WalkEnvironment } from './walk-environment'

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
  if (reading.kind === 'value') return answered(frame, ask, reading.value, text)
  if (reading.kind === 'invalid')
    return { kind: 'invalid', name, said: note(environment.city, reading.why, reading.values) }
  if (reading.kind === 'ambiguous' && (isMarked || name === frame.open))
    return { kind: 'ambiguous', name, values: reading.values, answers: [] }
  return isMarked ? { kind: 'reopen', name } : undefined
}

function answered(frame: Frame, { name }: AskStep, value: Value, raw: string): Interpretation {
  const answers: readonly ReadValue[] = [{ name, value, raw, source: 'typed' }]
  return { kind: 'answers', answers, certainty: 'full', corrects: name !== frame.open }
}

interface Candidate {
  readonly ask: AskStep
  readonly value: Value
  readonly at: string
}

function readUnnamed(
  dialog: Dialog,
  frame: Frame,
  { text, denied, isMarked }: Extract<Correction, { kind: 'unnamed' }>,
  environment: WalkEnvironment,
): Interpretation | undefined {
  const candidates = candidatesFor(dialog, frame, text, environment)
  const takenBack = candidates.filter(
    ({ ask }) => denied !== undefined && meansPresent(dialog, frame, ask, denied, environment),
  )
  const [one, ...more] = takenBack.length > 0 ? takenBack : candidates
  if (one !== undefined && (more.length === 0 || isMarked)) {
    const latest = more.reduce((best, other) => (other.at > best.at ? other : best), one)
    return answered(frame, latest.ask, latest.value, text)
  }
  return isMarked ? readForOpenOrLast(dialog, frame, text, environment) : undefined
}

/** Answered questions other than the open one for which the text is a full answer, and another than they have. */
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
    const isNew = reading.kind === 'value' && reading.certainty === 'full' && !areSame(reading.value, present)
    return isNew ? [{ ask, value: reading.value, at }] : []
  })
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

/** "Jag menade busstorget": no type tells, so it is the open question's, or else the one answered last. */
function readForOpenOrLast(
  dialog: Dialog,
  frame: Frame,
  text: string,
  environment: WalkEnvironment,
): Interpretation | undefined {
  const given = Object.entries(frame.answers).filter(([, { source }]) => source !== 'default')
  const last = given.reduce<(typeof given)[number] | undefined>(
    (best, entry) => (best === undefined || entry[1].at >= best[1].at ? entry : best),
    undefined,
  )
  for (const name of [frame.open, last?.[0]]) {
    const ask = name === null || name === undefined ? undefined : dialog.asks.get(name)
    const reading = ask === undefined ? undefined : readAnswerIn(dialog, frame, ask, text, environment)
    if (ask !== undefined && reading?.kind === 'value') return answered(frame, ask, reading.value, text)
  }
  return undefined
}
