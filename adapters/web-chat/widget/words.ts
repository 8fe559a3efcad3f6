// Says things in the language the resident has chosen, and says them again when another one is chosen.
import { textLanguages, texts, type TextKey } from './texts'

/** Stands in where the chat's own words are not translated. */
const english = textLanguages.indexOf('en')

const rightToLeft = /^(ar|fa|he|ps|ur|ckb|yi)\b/

type Values = Readonly<Record<string, string | number>>

export interface Words {
  /** BCP 47 primary tag, the one chosen; the chat's own words may be in another, see `uiLanguage`. */
  readonly language: () => string
  /** The chosen language, or English where the chat's own words are not translated. */
  readonly uiLanguage: () => string
  readonly choose: (language: string) => void
  /** Says everything again, because something that texts mention has changed. */
  readonly refresh: () => void
  readonly say: (key: TextKey, values?: Values) => string
  /** Writes the text into the node, now and after each change of language; gives the node back. */
  put<Target extends Node>(node: Target, key: TextKey, values?: Values): Target
  /** The same for an attribute. */
  attribute<Target extends Element>(node: Target, name: string, key: TextKey, values?: Values): Target
  /** Runs now and after each change of language. */
  readonly live: (update: () => void) => void
}

export const directionOf = (language: string): 'rtl' | 'ltr' => (rightToLeft.test(language) ? 'rtl' : 'ltr')

/** Its own name for itself: `svenska` → "Svenska". */
export function nameOf(language: string): string {
  try {
    const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
    return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
  } catch {
    return language
  }
}

export function createWords(first: string): Words {
  let language = first
  const updates: (() => void)[] = []
  const column = (): number => {
    const index = textLanguages.findIndex((each) => each === language)
    return index < 0 ? english : index
  }
  const say: Words['say'] = (key, values = {}) =>
    (texts[key][column()] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
  const live: Words['live'] = (update) => {
    updates.push(update)
    update()
  }
  const refresh = (): void => updates.forEach((update) => update())
  return {
    language: () => language,
    uiLanguage: () => textLanguages[column()] ?? 'en',
    refresh,
    choose(next) {
      language = next
      refresh()
    },
    say,
    live,
    put(node, key, values) {
      live(() => (node.textContent = say(key, values)))
      return node
    },
    attribute(node, name, key, values) {
      live(() => node.setAttribute(name, say(key, values)))
      return node
    },
  }
}
