// What is said of a case, as utterances of the turn's language.
import type { CaseSaying, CaseSpeech } from '../../cases/case-words'
import { cityText } from '../turn/city-text'
import { languageOf, type Turn } from '../turn/turn'
import type { Utterance } from '../turn/utterance'
import { escapeValues } from '../wording/word-open-question'

export const speechOf = (turn: Turn): CaseSpeech => ({
  city: turn.content.city,
  language: languageOf(turn),
  word: (key) => cityText(turn, key),
})

/** A desk's words and a place show as they were written. */
export const utteranceOf = ({ key, values }: CaseSaying): Utterance => ({
  kind: 'wording',
  key,
  values: escapeValues(values) as Readonly<Record<string, string>>,
})
