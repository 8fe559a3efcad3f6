// A thing the bot is about to say, before it is worded: which text, and the values for its placeholders.
import type { City } from '../../contracts/city/city'
import type { Texts } from '../../contracts/talk/texts'
import type { WordingKey } from '../../contracts/talk/wording'
import type { Language } from '../../contracts/talk/language'
import type { Channel } from '../../contracts/talk/message'
import { formatMessage } from './message-text'
import type { FormattedMessage, MessageValues } from './message-text'

export interface Said {
  /** The text's id, or the key of a city-wide text: what tests and figures name. */
  readonly id: string
  readonly kind: 'say' | 'else' | 'question' | 'handoff' | 'note'
  readonly text: Texts
  /** Already readable in the language that the text is there in. */
  readonly values: MessageValues
}

/** A city-wide text as something said; `{phone}` and `{city}` are filled in. */
export function note(city: City, key: WordingKey, values: MessageValues = {}): Said {
  const text = city.texts.get(key) ?? { id: key, byKey: new Map<string, string>() }
  return { id: key, kind: 'note', text, values: { phone: city.phone, city: city.name, ...values } }
}

export function renderSaid(said: Said, language: Language, channel: Channel): FormattedMessage {
  return formatMessage(said.text, language, channel, said.values)
}
