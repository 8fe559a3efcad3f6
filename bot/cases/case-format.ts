// The city's texts about cases in words, where no turn words them.
import type { City } from '../contracts/city/city'
import type { WordingKey } from '../contracts/talk/wording'
import type { Language } from '../contracts/talk/language'
import type { Channel } from '../contracts/talk/message'
import { formatMessage } from '../dialog/texts/message-text'

export type FormatText = (key: WordingKey, values?: Readonly<Record<string, string>>) => string

/** `{phone}` and `{city}` are filled in everywhere; empty for a text that the city has not. */
export const formatIn =
  ({ texts, phone, name }: City, language: Language, channel: Channel): FormatText =>
  (key, values = {}) => {
    const found = texts.get(key)
    return found === undefined
      ? ''
      : formatMessage(found, language, channel, { phone, city: name, ...values }).text
  }
