// Advice in danger, in the language of whoever wrote.
import type { Language } from '../../contracts/talk/language'
import { adviceFor } from '../../emergency/advice'
import { allClear } from '../../emergency/all-clear'
import { dangerQuestion } from '../../emergency/danger-question'
import { adviceWithoutCall } from '../../emergency/without-a-call'
import type { Turn } from '../turn/turn'
import type { Utterance } from '../turn/utterance'
import { inLanguage } from './in-city-words'
import type { Worded } from './worded'

const urgently = (text: string, language: Language): Worded => ({
  ...inLanguage(text, language),
  urgent: true,
})

export function wordAdvice(
  { message: { channel } }: Turn,
  { emergency, cannotCall }: Extract<Utterance, { kind: 'emergency' }>,
): Worded {
  const text = (cannotCall === true ? adviceWithoutCall : adviceFor)(emergency, channel)
  return { ...urgently(text, emergency.language), aside: true }
}

export const wordDangerQuestion = ({
  danger,
  language,
}: Extract<Utterance, { kind: 'danger-question' }>): Worded => ({
  ...urgently(dangerQuestion(danger, language), language),
  isInTheirWords: true,
})

export const wordAllClear = ({ language }: Extract<Utterance, { kind: 'all-clear' }>): Worded =>
  inLanguage(allClear(language), language)
