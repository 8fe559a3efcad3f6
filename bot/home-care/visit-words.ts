// What a relative who follows home care visits may text at any time, as the whole message: which texts they get.
import { plainLine, plainLines } from '../dialog/words/fold-words'
import type { WishedTexts } from './grant'

export type WordedWish = Extract<WishedTexts, 'all' | 'summary' | 'none'>

/** Swedish and English, the languages of the texts about visits. */
const lists: Readonly<Record<WordedWish, string>> = {
  summary:
    'samla, samla besök, samla besöken, samlat, sammanfattning, kvällssammanfattning, ett sms om dagen, summary, evening summary, daily summary',
  all: 'varje, varje besök, alla besök, each, each visit, every visit',
  none: 'pausa, paus, pausa sms, pause',
}

const byWord: ReadonlyMap<string, WordedWish> = new Map(
  Object.entries(lists).flatMap(([wish, words]) =>
    plainLines(words).map((word) => [word, wish as WordedWish] as const),
  ),
)

export const wishIn = (text: string): WordedWish | undefined => byWord.get(plainLine(text))
