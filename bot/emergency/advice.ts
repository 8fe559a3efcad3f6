// What somebody in an emergency is told: first what to do now, then who helps further.
import { arabicAdvice } from './advice/ar'
import { englishAdvice } from './advice/en'
import { finnishAdvice } from './advice/fi'
import { germanAdvice } from './advice/de'
import { persianAdvice } from './advice/fa'
import { polishAdvice } from './advice/pl'
import { somaliAdvice } from './advice/so'
import { spanishAdvice } from './advice/es'
import { swedishAdvice } from './advice/sv'
import { ukrainianAdvice } from './advice/uk'
import type { AdviceTexts } from './advice-texts'
import type { Language } from '../contracts/talk/language'
import type { Channel } from '../contracts/talk/message'
import type { Emergency } from './spot-emergency'

const texts: ReadonlyMap<Language, AdviceTexts> = new Map([
  ['sv', swedishAdvice],
  ['en', englishAdvice],
  ['fi', finnishAdvice],
  ['ar', arabicAdvice],
  ['so', somaliAdvice],
  ['fa', persianAdvice],
  ['uk', ukrainianAdvice],
  ['pl', polishAdvice],
  ['es', spanishAdvice],
  ['de', germanAdvice],
])

/** Shorter sentences anybody may write: "Ring 112 nu." */
const shortestOwn = 25

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')

let own: readonly string[] | undefined

const ownSentences = (): readonly string[] =>
  [...texts.values()]
    .flatMap((advice) => Object.values(advice).map(({ sms }) => sms))
    .flatMap((sms) => sms.split(/(?<=[.!?؟:])\s+/))
    .map(lettersOf)
    .filter(({ length }) => length >= shortestOwn)

/** Whether a text has a sentence of our advice by SMS in it: it quotes us, as a machine does that answers by itself. */
export function quotesAdvice(text: string): boolean {
  own ??= [...new Set(ownSentences())]
  const letters = lettersOf(text.normalize('NFC'))
  return own.some((sentence) => letters.includes(sentence.trim()))
}

/** Plain sentences in the emergency's language, else in Swedish; as an SMS at most two parts. */
export const adviceFor = ({ kind, language }: Emergency, channel: Channel): string =>
  (texts.get(language) ?? swedishAdvice)[kind][channel]
