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
import type { Language } from '../contracts/language'
import type { Channel } from '../contracts/message'
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

/** Plain sentences in the emergency's language, else in Swedish; as an SMS at most two parts. */
export const adviceFor = ({ kind, language }: Emergency, channel: Channel): string =>
  (texts.get(language) ?? swedishAdvice)[kind][channel]
