// The words of all tables as they are put together, and packed for `lexicon.ts` to read.
import { alikeKeys, shortestForTypo, type ClassIds, type WordLists, type WordsAndClasses } from './lexicon'
import { packLists } from './packed-lists'

export class LexiconBuilder {
  private readonly whole = new Map<string, number[]>()
  private readonly starts = new Map<string, number[]>()
  private readonly ends = new Map<string, number[]>()

  /** `skog*` and `*brand` stand for all words that begin or end so. */
  add(word: string, classId: number): void {
    if (word.endsWith('*')) addTo(this.starts, word.slice(0, -1), classId)
    else if (word.startsWith('*')) addTo(this.ends, word.slice(1), classId)
    else addTo(this.whole, word, classId)
  }

  /** Those of each word. */
  allClasses(): Iterable<ClassIds> {
    return this.whole.values()
  }

  pack(): WordLists {
    return {
      whole: packWords(this.whole),
      starts: packWords(this.starts),
      ends: packWords(this.ends),
      ...packAlike([...this.whole.keys()]),
    }
  }
}

function addTo(index: Map<string, number[]>, key: string, value: number): void {
  const known = index.get(key)
  if (known === undefined) index.set(key, [value])
  else if (known.at(-1) !== value) known.push(value)
}

const packWords = (index: ReadonlyMap<string, readonly number[]>): WordsAndClasses => ({
  words: [...index.keys()].join('\n'),
  classes: packLists([...index.values()]),
})

function packAlike(words: readonly string[]): Pick<WordLists, 'alikeKeys' | 'alikeWords'> {
  const pairs = words
    .flatMap((word, at) =>
      word.length < shortestForTypo
        ? []
        : [...new Set(alikeKeys(word, word.length))].map((key) => ({ key, at })),
    )
    .sort((a, b) => a.key - b.key)
  return {
    alikeKeys: Float64Array.from(pairs, ({ key }) => key),
    alikeWords: Int32Array.from(pairs, ({ at }) => at),
  }
}
