// Says things in the language the resident has chosen, and says them again when another one is chosen.
import { isRightToLeft } from '../../../../bot/contracts/talk/language'
import { fallback } from './fallback-language'
import swedish from './sv.json'

/** The chat's own words. What the bot says comes from the server and is not here. */
export type TextKey = keyof typeof swedish
type Texts = Readonly<Record<TextKey, string>>

/** Swedish is in the script; each of the others has a file that is fetched when it is spoken. */
const translated = /^(sv|en|ar|fi|so|uk|fa|pl|es|de)$/
type Values = Readonly<Record<string, string | number>>

export interface Words {
  /** BCP 47 primary tag, the one chosen; the chat's own words may be in another, see `uiLanguage`. */
  readonly language: () => string
  /** The language of the texts: the chosen one, or English where there is no translation. */
  readonly uiLanguage: () => string
  /** Resolves when the texts are there; those of before stay when they cannot be had. */
  readonly choose: (language: string) => Promise<void>
  /** Says everything again, because something that texts mention has changed. */
  readonly refresh: () => void
  readonly say: (key: TextKey, values?: Values) => string
  /** Writes the text into the node, now and after each change of language; gives the node back. */
  put<Target extends Node>(node: Target, key: TextKey): Target
  /** The same for the name that screen readers say. */
  name<Target extends Element>(node: Target, key: TextKey): Target
  /** Marks the node as in the language of the chat's own words, now and after each change. */
  readonly mark: (node: HTMLElement) => void
  /** Runs now and after each change of language. */
  readonly live: (update: () => void) => void
}

export const directionOf = (language: string): 'rtl' | 'ltr' => (isRightToLeft(language) ? 'rtl' : 'ltr')

/** Its own name for itself: `svenska` → "Svenska". */
export function nameOf(language: string): string {
  try {
    const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
    return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
  } catch {
    return language
  }
}

const keys = Object.keys(swedish)

/**
 * Texts come without their keys, in the order of the Swedish ones; a server that is newer than this script may have others.
 * @param base address of the chat server, with a slash at the end.
 */
async function fetchTexts(base: string, language: string): Promise<Texts | undefined> {
  try {
    const response = await fetch(`${base}texts.${language}.json`)
    const texts = (await response.json()) as readonly string[]
    if (texts.length === keys.length)
      return Object.fromEntries(keys.map((key, at) => [key, texts[at]])) as Texts
  } catch {
    // Those of before stay.
  }
  return undefined
}

/** Swedish until `choose` has been called. @param base address of the chat server, with a slash at the end. */
export function createWords(base: string): Words {
  let language = 'sv'
  let shown = { language, texts: swedish as Texts }
  const updates: (() => void)[] = []
  const say: Words['say'] = (key, values = {}) =>
    shown.texts[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
  const live: Words['live'] = (update) => {
    updates.push(update)
    update()
  }
  const refresh = (): void => updates.forEach((update) => update())
  return {
    language: () => language,
    uiLanguage: () => shown.language,
    refresh,
    async choose(next) {
      language = next
      const wanted = translated.test(next) ? next : fallback
      const texts = wanted === 'sv' ? swedish : await fetchTexts(base, wanted)
      // Another one may have been chosen meanwhile.
      if (language !== next) return
      if (texts) shown = { language: wanted, texts }
      refresh()
    },
    say,
    live,
    put(node, key) {
      live(() => (node.textContent = say(key)))
      return node
    },
    mark(node) {
      live(() => {
        node.lang = shown.language
        node.dir = directionOf(shown.language)
      })
    },
    name(node, key) {
      live(() => node.setAttribute('aria-label', say(key)))
      return node
    },
  }
}
