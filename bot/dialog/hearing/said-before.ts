// "Vilken lokal var det, och när?" – "igår kväll", where "vid simhallen" was said already: a day alone is told beside it.
import type { Frame } from '../../contracts/talk/conversation'
import { readAnswer } from '../answers/read-answer'
import { dataAskedBy } from '../model/asked-data'
import { takesChoice, type AskStep, type Dialog } from '../model/model'
import type { WalkEnvironment } from '../model/walk-environment'
import { onlyDaysIn } from '../words/only-days'

/** What was written to be heard as choices: of these a talk keeps only what staff call them. */
const wordsForChoices = (
  { asks }: Dialog,
  { answers }: Frame,
  source: 'typed' | 'extracted',
): readonly string[] =>
  Object.entries(answers).flatMap(([name, answer]) => {
    const ask = asks.get(name)
    return ask !== undefined && takesChoice(ask) && answer.source === source ? [answer.raw] : []
  })

/** From all of it to what was said last, which is nearest. */
function saidBefore(dialog: Dialog, frame: Frame): readonly (readonly string[])[] {
  const { begunWith } = frame
  const typed = wordsForChoices(dialog, frame, 'typed')
  const begun = begunWith === undefined ? wordsForChoices(dialog, frame, 'extracted') : [begunWith]
  return [[...begun, ...typed], typed, typed.slice(-1)].filter(({ length }) => length > 0)
}

/** The text with what was said before it, where the question offers that as its answer; the text itself where it tells more. */
export function withSaidBefore(
  dialog: Dialog,
  frame: Frame,
  ask: AskStep,
  text: string,
  environment: WalkEnvironment,
): string {
  const { today, language, mask } = environment
  if (ask.offersFirstSentence !== true || onlyDaysIn(text, today, language === 'en').length === 0) return text
  const told = saidBefore(dialog, frame).map((before) =>
    [...before.map((words) => mask(words, dataAskedBy(ask))), text].join(', '),
  )
  return told.find((words) => readAnswer(ask, words, environment).kind === 'value') ?? text
}
