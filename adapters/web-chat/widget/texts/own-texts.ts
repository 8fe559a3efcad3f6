// Texts that a script brings with it in all languages, because it is fetched when few residents need it.
import { fallback } from './fallback-language'
import type { Words } from './words'

/** By language, English among them. */
type Texts<Key extends string> = Readonly<Record<string, Readonly<Record<Key, string>>>>

/** @returns the text of a key in the language of the chat's own words. */
export const sayFrom =
  <Key extends string>(texts: Texts<Key>, words: Pick<Words, 'uiLanguage'>) =>
  (key: Key): string =>
    (texts[words.uiLanguage()] ?? texts[fallback])?.[key] ?? ''
