// What every utterance is worded with: the city's texts, buttons, and texts of no topic.
import type { Language } from '../../contracts/talk/language'
import type { Choice } from '../../contracts/talk/message'
import type { Suggestion } from '../../contracts/talk/reply'
import type { WordingKey } from '../../contracts/talk/wording'
import type { MessageValues } from '../../dialog/texts/message-text'
import { citySpoken, cityText } from '../turn/city-text'
import type { Turn } from '../turn/turn'
import type { Worded } from './worded'

export const plain = (text: string, suggestions: readonly Suggestion[] = []): Worded => ({
  text,
  suggestions,
  sources: [],
  answer: false,
})

export const button = (turn: Turn, key: WordingKey, choice: Choice): Suggestion => ({
  label: cityText(turn, key),
  choice,
})

export const inCityWords = (
  turn: Turn,
  key: WordingKey,
  values: MessageValues = {},
  suggestions: readonly Suggestion[] = [],
): Worded => ({ ...plain(cityText(turn, key, values), suggestions), spoken: citySpoken(turn, key) })

export const inLanguage = (text: string, language: Language): Worded => ({
  ...plain(text),
  spoken: { language, isMachine: false },
})
