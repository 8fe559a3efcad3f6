// What the page that carries the chat says about it, read from the script's own tag.
import { createMemory } from '../line/memory'
import { createWords } from '../texts/words'
import type { ChatSetting } from './chat-view'

/**
 * Resolves when the texts are there.
 * @param script the tag that loaded this file; the server's address is where it came from.
 * @param wished a language that the address of the page asks for; it goes before all others.
 */
export async function readSetting(
  script: HTMLScriptElement,
  wished?: string,
): Promise<Omit<ChatSetting, 'headingLevel'>> {
  const base = new URL('.', script.src).href
  const memory = createMemory(`dygnet:${base}`)
  const { lang, city, phone } = script.dataset
  const pageLanguage = lang ?? document.documentElement.lang
  const language = wished ?? memory.get().language ?? (pageLanguage.slice(0, 2).toLowerCase() || 'sv')
  const words = createWords(base)
  await words.choose(language)
  return {
    base,
    memory,
    words,
    known: { ...(city && { city }), ...(phone && { phone }) },
  }
}
