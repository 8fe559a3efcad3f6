// A text as staff wrote it: in every language, for a channel also in other words.
import type { Language } from './language'
import type { Channel } from './message'

/** One text in every language and, where staff wrote one, another for a channel. Key `sv`, or `sv.sms`. */
export interface Texts {
  /** Its name for translations and tests: `place`, `place.hint`, `create_case.fails`. */
  readonly id: string
  /** `<language>` or `<language>.<channel>` → ICU message. */
  readonly byKey: ReadonlyMap<string, string>
  /** Languages in which a machine wrote it and nobody has read it through yet. */
  readonly machine?: ReadonlySet<Language>
}
export const textKey = (language: Language, channel?: Channel): string =>
  channel === undefined ? language : `${language}.${channel}`
