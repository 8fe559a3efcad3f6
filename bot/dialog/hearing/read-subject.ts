// "Nej, det gäller skolskjuts": the question before that asked what it is about is answered anew, whatever waits now.
import type { Frame } from '../../contracts/talk/conversation'
import { form, lead } from '../words/correction-words'
import { answerIn } from '../model/frame-answers'
import type { Interpretation } from '../answers/interpretation'
import { takesText } from '../model/list-question'
import type { AskStep, Dialog } from '../model/model'
import { isOnlyWhen } from '../words/only-when'
import { readAnswerIn } from '../walk/options-now'
import { areSame } from '../model/stable-hash'
import type { WalkEnvironment } from '../model/walk-environment'
import { oneLine } from '../words/fold-words'

const isAbout =
  '(?:(?:det|ärendet|saken)\\s+(?:gäller|gällde|rör|handlar\\s+om|handlade\\s+om|skulle\\s+gälla|(?:är|var)\\s+(?:om|angående))|' +
  "it(?:\\s+is|\\s+was|'s|’s)?\\s+(?:about|regarding|concerning|concerns))"
const told = form(`${lead}${isAbout}\\s+(?<text>.+?)[.!]*`)
const meantIt = form(
  `${lead}(?:jag\\s+)?(?:menade|menar|i\\s+mean|i\\s+meant)\\s+(?:${isAbout}\\s+)?(?<text>.+?)[.!]*`,
)

/** The first word of a lead that goes on from what was said, instead of taking it back. */
const agrees = /^(?:ja|jo|yes)(?!\p{L})/iu
/** A question that is answered by what it is about: "Vad gäller det?" */
export const asksWhatAbout =
  /^(?:vad|vilket ärende|what)(?!\p{L}).*(?<!\p{L})(?:gäller|handlar|about)(?!\p{L})/iu

/** "Det gäller en faktura": what it is about. */
export const subjectTold = (text: string): string | undefined => told.exec(oneLine(text))?.groups?.['text']

/** Undefined when the text says no such thing, or nothing was asked that it could answer. */
export function readSubject(
  dialog: Dialog,
  frame: Frame,
  written: string,
  environment: WalkEnvironment,
): Interpretation | undefined {
  const line = oneLine(written)
  const about = told.exec(line)?.groups
  const found = about ?? meantIt.exec(line)?.groups
  const { text, lead: before = '' } = found ?? {}
  if (text === undefined || agrees.test(before) || line.endsWith('?')) return undefined
  const ask = subjectOf(dialog, frame)
  if (
    ask === undefined ||
    !takesBackSubject(dialog, frame, ask, { isTold: about !== undefined, before, text })
  )
    return undefined
  const reading = readAnswerIn(dialog, frame, ask, text, environment)
  if (reading.kind !== 'value' || reading.certainty === 'part') return undefined
  if (areSame(reading.value, answerIn(frame, ask.name)?.value)) return undefined
  const answer = { name: ask.name, value: reading.value, raw: written, source: 'typed' } as const
  return { kind: 'answers', answers: [answer], certainty: 'full', corrects: true }
}

/** The question that asks what it is about, when it is answered and another one waits. */
const subjectOf = (dialog: Dialog, frame: Frame): AskStep | undefined =>
  [...dialog.asks.values()].find(
    ({ name, question, types }) =>
      name !== frame.open &&
      answerIn(frame, name) !== undefined &&
      types.some((type) => type === 'text' || type === 'choice') &&
      [...question.byKey.values()].some((text) => asksWhatAbout.test(text)),
  )

interface Said {
  readonly isTold: boolean
  readonly before: string
  readonly text: string
}

/** A description may well begin with "det gäller …": where words are asked for, a choice is taken back by a "nej" before it alone. */
function takesBackSubject(
  dialog: Dialog,
  frame: Frame,
  { types }: AskStep,
  { isTold, before, text }: Said,
): boolean {
  if (isOnlyWhen(text)) return false
  if (!isTold) return types.includes('text') && takesText(dialog, frame.open) && before !== ''
  return types.includes('text') || before !== '' || !takesText(dialog, frame.open)
}
