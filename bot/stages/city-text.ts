// One of the city's own texts in the words of a language; `{phone}` and `{city}` are filled in everywhere.
import type { Texts, WordingKey } from '../contracts/city'
import { formatMessage, spokenIn, type MessageValues, type Spoken } from '../dialog/message-text'
import { languageOf, type Turn } from './turn'

/** @throws Error when the city has no such text, which the content checks have told. */
export function cityText(turn: Turn, key: WordingKey, values: MessageValues = {}): string {
  const { city } = turn.content
  const everywhere = { phone: city.phone, city: city.name }
  const filled = { ...everywhere, ...values }
  return formatMessage(textsFor(turn, key), languageOf(turn), turn.message.channel, filled).text
}

/** The language that text is in. */
export const citySpoken = (turn: Turn, key: WordingKey): Spoken =>
  spokenIn(textsFor(turn, key), languageOf(turn), turn.message.channel)

function textsFor({ content }: Turn, key: WordingKey): Texts {
  const texts = content.city.texts.get(key)
  if (texts === undefined) throw new Error(`dialogs/city.yaml has no text "${key}"`)
  return texts
}
