// "Det var inte i går" says what is wrong and not what is right: it is asked for again, and never taken for a yes to it. "Det var
// biblioteket, inte badhuset" says both.
import type { Frame } from '../../contracts/talk/conversation'
import type { Value } from '../../contracts/talk/value'
import { findDenial, findSwap } from '../words/find-denial'
import { questionNamed } from './find-correction'
import type { Interpretation } from '../answers/interpretation'
import { isList, takesText } from '../model/list-question'
import { takesYesNo, type AskStep, type Dialog } from '../model/model'
import { readAnswerIn } from '../walk/options-now'
import { areSame } from '../model/stable-hash'
import type { WalkEnvironment } from '../model/walk-environment'

/** Undefined when nothing is denied that this dialog asks about: the text then goes on to the open question. */
export function readDenial(
  dialog: Dialog,
  frame: Frame,
  text: string,
  environment: WalkEnvironment,
): Interpretation | undefined {
  if (takesText(dialog, frame.open)) return undefined
  const read = (ask: AskStep, part: string): Value | undefined => {
    const reading = readAnswerIn(dialog, frame, ask, part, environment)
    return reading.kind === 'value' && reading.certainty === 'full' ? reading.value : undefined
  }
  const swap = findSwap(text)
  const swapped = swap === undefined ? undefined : readSwap(dialog, frame, swap, read)
  if (swapped !== undefined) return swapped
  const denied = findDenial(text)
  if (denied === undefined) return undefined
  return readNamed(dialog, frame, denied, text) ?? readDenied(dialog, frame, denied, read)
}

type ReadFully = (ask: AskStep, part: string) => Value | undefined

const presentOf = (frame: Frame, { name }: AskStep): Value | undefined => frame.answers[name]?.value

const correction = (frame: Frame, { name }: AskStep, value: Value, raw: string): Interpretation => ({
  kind: 'answers',
  answers: [{ name, value, raw, source: 'typed' }],
  certainty: 'full',
  corrects: name !== frame.open,
})

/** "Jag vill inte ha svar", "jag vill inte lämna telefonnummer": a question itself is denied. */
function readNamed(dialog: Dialog, frame: Frame, denied: string, raw: string): Interpretation | undefined {
  const ask = dialog.asks.get(questionNamed(dialog, denied) ?? '')
  if (ask === undefined || isList(ask) || ask.purpose !== undefined) return undefined
  if (takesYesNo(ask)) return correction(frame, ask, false, raw)
  return ask.optional ? { kind: 'skip', name: ask.name } : undefined
}

function readDenied(
  dialog: Dialog,
  frame: Frame,
  denied: string,
  read: ReadFully,
): Interpretation | undefined {
  const meant = [...dialog.asks.values()].flatMap((ask) => {
    const value = isList(ask) || ask.types.includes('text') ? undefined : read(ask, denied)
    return value === undefined ? [] : [{ ask, value }]
  })
  if (meant.length === 0) return undefined
  const [taken, ...more] = meant.filter(({ ask, value }) => isIn(value, presentOf(frame, ask)))
  if (taken !== undefined)
    return more.length > 0 ? { kind: 'which' } : withoutDenied(frame, taken.ask, taken.value, denied)
  const open = meant.find(({ ask }) => ask.name === frame.open)
  if (open === undefined) return { kind: 'unchanged' }
  // "Det är inte så farligt": what is not a yes is a no, and a choice that is denied leaves the others.
  return typeof open.value === 'boolean' && open.ask.purpose === undefined
    ? correction(frame, open.ask, !open.value, denied)
    : { kind: 'not-understood' }
}

/** Several choices go on without the denied ones, as long as any is left; all else is asked for again. */
function withoutDenied(frame: Frame, ask: AskStep, denied: Value, raw: string): Interpretation {
  const left = listOf(presentOf(frame, ask)).filter(
    (code) => !listOf(denied).some((other) => areSame(other, code)),
  )
  return left.length > 0 ? correction(frame, ask, left, raw) : { kind: 'reopen', name: ask.name }
}

const listOf = (value: Value | undefined): readonly Value[] =>
  Array.isArray(value) ? (value as readonly Value[]) : []

/** Of several choices the denied ones must all be there. */
const isIn = (denied: Value, present: Value | undefined): boolean =>
  Array.isArray(denied)
    ? listOf(denied).every((code) => listOf(present).some((other) => areSame(other, code)))
    : areSame(denied, present)

/** Only where exactly what is denied had been answered; in words of the resident's own it is changed where it stands. */
function readSwap(
  dialog: Dialog,
  frame: Frame,
  { text, denied }: { readonly text: string; readonly denied: string },
  read: ReadFully,
): Interpretation | undefined {
  for (const ask of dialog.asks.values()) {
    const present = presentOf(frame, ask)
    if (present === undefined || isList(ask)) continue
    const value = ask.types.includes('text')
      ? inWords(present, text, denied)
      : swapped(ask, present, text, denied, read)
    if (value !== undefined && !areSame(value, present)) return correction(frame, ask, value, text)
  }
  return undefined
}

function swapped(
  ask: AskStep,
  present: Value,
  text: string,
  denied: string,
  read: ReadFully,
): Value | undefined {
  const old = read(ask, denied)
  return old !== undefined && areSame(old, present) ? read(ask, text) : undefined
}

function inWords(present: Value, text: string, denied: string): Value | undefined {
  if (typeof present !== 'string') return undefined
  const at = present.toLowerCase().indexOf(denied.toLowerCase())
  return at < 0 ? undefined : present.slice(0, at) + text + present.slice(at + denied.length)
}
