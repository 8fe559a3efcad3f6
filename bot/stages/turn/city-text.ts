// One of the city's own texts in the words of a language; `{phone}` and `{city}` are filled in everywhere.
import type { Texts } from '../../contracts/talk/texts'
import type { WordingKey } from '../../contracts/talk/wording'
import type { Language } from '../../contracts/talk/language'
import { formatMessage, spokenIn, type MessageValues, type Spoken } from '../../dialog/texts/message-text'
import { languageOf, type Turn } from './turn'

/** @throws Error when the city has no such text, which the content checks have told. */
export const cityText = (turn: Turn, key: WordingKey, values: MessageValues = {}): string =>
  cityTextIn(turn, key, languageOf(turn), values)

/** The same in another language than the conversation's. */
export function cityTextIn(
  turn: Turn,
  key: WordingKey,
  language: Language,
  values: MessageValues = {},
): string {
  const { city } = turn.content
  const everywhere = { phone: city.phone, city: city.name }
  const filled = { ...everywhere, ...values }
  return formatMessage(textsFor(turn, key), language, turn.message.channel, filled).text
}

/** The language that text is in. */
export const citySpoken = (turn: Turn, key: WordingKey): Spoken => citySpokenIn(turn, key, languageOf(turn))

export const citySpokenIn = (turn: Turn, key: WordingKey, language: Language): Spoken =>
  spokenIn(textsFor(turn, key), language, turn.message.channel)

/** Whether residents may be shown what the bot says in it: a city may keep a machine's translations to itself. */
export const isSpoken = (turn: Turn, language: Language): boolean =>
  citySpokenIn(turn, 'language.offer', language).language === language

function textsFor({ content }: Turn, key: WordingKey): Texts {
  const texts = content.city.texts.get(key)
  if (texts === undefined) throw new Error(`dialogs/city.yaml has no text "${key}"`)
  return texts
}
