// Which words may stand for each other: people listed them at the same place of a phrase, "sambon", "pojkvännen" and "exet".
// A text that has one of them is then like all examples that have another.
import type { ClassIds } from './lexicon'
import { phraseBook } from './opened-phrases'
import { foldWord } from './read-tokens'

/** Smaller classes say little more than the word; larger ones are of everybody and everything. */
const sizes = { fewest: 8, most: 300 } as const
/** Of an everyday word there are dozens; chosen as `docs/decisions/0062` says. */
const mostClasses = 4

let counted: Uint32Array | undefined

/** The largest of the classes that a word is listed in, as written or by its beginning or end; none for what no table has. */
export function readKin(word: string): ClassIds {
  const { lexicon, classCount } = phraseBook()
  const wordsIn = (counted ??= lexicon.countWords(classCount))
  const sizeOf = (id: number): number => wordsIn[id] ?? 0
  return lexicon
    .familiarClassesOf(foldWord(word))
    .filter((id) => sizeOf(id) >= sizes.fewest && sizeOf(id) <= sizes.most)
    .sort((one, other) => sizeOf(other) - sizeOf(one) || one - other)
    .slice(0, mostClasses)
}
