// Words that a phone may send at any time as the whole message, before anything else is heard.
import { plainLine, plainLines } from '../dialog/words/fold-words'

export type Keyword = 'stop' | 'start' | 'help' | 'info' | 'test' | 'menu' | 'more'

/**
 * Swedish and English. Ours are not those by which a carrier's own machine answers (END, QUIT, CANCEL, YES): those are left
 * to dialogs.
 */
const lists: Readonly<Record<Keyword, string>> = {
  stop: 'stopp, stop, sluta, avsluta, avställ, avstall, stopall, stop all, unsubscribe',
  start: 'start, starta, unstop',
  help: 'hjälp, hjalp, help',
  info: 'info, information',
  test: 'test',
  menu: 'meny, menu',
  more: 'mer, mera, more, läs mer, las mer, read more',
}

const byWord: ReadonlyMap<string, Keyword> = new Map(
  Object.entries(lists).flatMap(([keyword, words]) =>
    plainLines(words).map((word) => [word, keyword as Keyword] as const),
  ),
)

/** `?` alone asks for the menu. */
export const keywordOf = (text: string): Keyword | undefined =>
  /^\s*\?+\s*$/.test(text) ? 'menu' : byWord.get(plainLine(text))
