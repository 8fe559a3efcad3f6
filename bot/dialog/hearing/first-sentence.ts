// What a resident began with, where a question offers it as its answer: nobody writes "snöplogen kör sönder min häck" twice.
import type { City } from '../../contracts/city/city'
import type { Frame } from '../../contracts/talk/conversation'
import { dataAskedBy } from '../model/asked-data'
import { plainLine, wordsOf } from '../words/fold-words'
import type { AskStep, Dialog } from '../model/model'
import { readAnswer } from '../answers/read-answer'
import type { WalkEnvironment } from '../model/walk-environment'

/** Fewer words only name the dialog: "jag vill klaga". */
const fewestWords = 5

/** The frame with the sentence, when a question of the dialog takes it as its answer and it says more than what staff wrote as a beginning. */
export function keepFirstSentence(
  dialog: Dialog,
  frame: Frame,
  text: string,
  environment: WalkEnvironment,
): Frame {
  const ask = [...dialog.asks.values()].find(({ offersFirstSentence }) => offersFirstSentence === true)
  if (ask === undefined || wordsOf(text).length < fewestWords || isBeginning(dialog, text)) return frame
  return readAnswer(ask, text, environment).kind === 'value'
    ? { ...frame, begunWith: environment.mask(text, dataAskedBy(ask)) }
    : frame
}

const isBeginning = ({ start }: Dialog, text: string): boolean =>
  [...start.values()].flat().some((phrase) => plainLine(phrase.text) === plainLine(text))

/** Undefined where there is nothing to offer. */
export const firstSentenceFor = (
  { offersFirstSentence }: Pick<AskStep, 'offersFirstSentence'>,
  { begunWith }: Frame,
): string | undefined => (offersFirstSentence === true ? begunWith : undefined)

const saidBefore =
  /^(?:(?:ta|använd|take|use)\s+)?(?:det|samma|som|what|same|the same|as)(?:\s+(?:som|as))?\s+(?:jag|i)\s+(?:redan\s+|just\s+|already\s+)?(?:skrev|sa|sade|skrivit|sagt|wrote|said)(?:\s+(?:nyss|först|innan|förut|redan|before|first))?$/u

/** The first sentence, for the words of its button and the like: "det jag skrev". */
export function readFirstSentenceWord(
  ask: AskStep,
  frame: Frame,
  text: string,
  city: City,
): string | undefined {
  const begunWith = firstSentenceFor(ask, frame)
  if (begunWith === undefined) return undefined
  const line = plainLine(text)
  const labels = [...(city.texts.get('answer.already-said')?.byKey.values() ?? [])]
  return saidBefore.test(line) || labels.some((label) => plainLine(label) === line) ? begunWith : undefined
}
