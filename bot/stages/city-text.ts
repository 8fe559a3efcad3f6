// One of the city's own texts in the words of a language; `{phone}` and `{city}` are filled in everywhere.
import type { WordingKey } from '../contracts/city'
import { formatMessage, type MessageValues } from '../dialog/message-text'
import { languageOf, type Turn } from './turn'

/** @throws Error when the city has no such text, which the content checks have told. */
export function cityText(turn: Turn, key: WordingKey, values: MessageValues = {}): string {
  const { city } = turn.content
  const texts = city.texts.get(key)
  if (texts === undefined) throw new Error(`dialogs/city.yaml has no text "${key}"`)
  const everywhere = { phone: city.phone, city: city.name }
  return formatMessage(texts, languageOf(turn), turn.message.channel, { ...everywhere, ...values }).text
}
