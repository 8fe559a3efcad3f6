// Which classes of words a word of a text belongs to: as written, by its beginning or end, or with one slip of the finger.
import { firstAt } from '../contracts/basics/first-at'
import type { Language } from '../contracts/talk/language'
import { withinOneEdit } from '../text/one-edit'
import { UnpackedLists, type PackedLists } from './packed-lists'

/** A class is one place of a phrase: all words that may stand there. Numbered from 0. */
export type ClassIds = readonly number[]

export const noClasses: ClassIds = []

/** Shorter words have too many neighbours one letter away. */
export const shortestForTypo = 5
const shortestStart = 3
/** Two short words are easily chance: "in" and "te". */
const shortestJoined = 5
/** A word shorter than this is not taken apart, and longer ones are no words. */
const shortestRun = 7
const longestRun = 60
const longestPart = 16
/** "do", "in" and "a" stand in many a word; where they are most of it, it is no lost blank. */
const shortestPart = 2
const leastMeanPart = 3

export interface WordsAndClasses {
  /** A word a line. */
  readonly words: string
  /** Those of the word in the same place. */
  readonly classes: PackedLists
}

/** What a lexicon is made of, in few pieces. */
export interface WordLists {
  readonly whole: WordsAndClasses
  readonly starts: WordsAndClasses
  readonly ends: WordsAndClasses
  /** By what one slip leaves as it is, in ascending order; the numbers of the words stand in the same places. */
  readonly alikeKeys: Float64Array
  readonly alikeWords: Int32Array
}

export class Lexicon {
  private readonly whole: ClassesOfWords
  private readonly starts: ClassesOfWords
  private readonly ends: ClassesOfWords

  constructor(private readonly lists: WordLists) {
    this.whole = new ClassesOfWords(lists.whole)
    this.starts = new ClassesOfWords(lists.starts)
    this.ends = new ClassesOfWords(lists.ends)
  }

  /** Whether the word is known as it is written, with a prefix or as the beginning or end of a known one. */
  knows(word: string): boolean {
    return this.knownForms(word).length > 0
  }

  /** Whether it is known so as one of the classes: a beginning of some other word is none of theirs. */
  knowsAs(word: string, ids: ClassIds): boolean {
    return this.knownForms(word).some((known) => known.some((id) => ids.includes(id)))
  }

  classesOf(word: string): ClassIds {
    const known = this.knownForms(word)
    const [only] = known
    if (only === undefined) return this.misspelt(word)
    // `tak*` also begins a misspelt "takket".
    const all = this.isWhole(word) ? known : [...known, this.misspelt(word)]
    return all.length === 1 ? only : [...new Set(all.flat())]
  }

  /** Those of a word that is known, and never of one that looks like it. */
  familiarClassesOf(word: string): number[] {
    return [...new Set(this.knownForms(word).flat())]
  }

  /** Class → how many words are listed in it as they are written. */
  countWords(classCount: number): Uint32Array {
    const counts = new Uint32Array(classCount)
    for (const id of this.lists.whole.classes.items) counts[id] = (counts[id] ?? 0) + 1
    return counts
  }

  /** Those of a word that was written as two. */
  classesOfJoined(first: string, second: string): ClassIds {
    if (first.length + second.length < shortestJoined) return noClasses
    return this.whole.get(first + second) ?? noClasses
  }

  /**
   * The words of a text written without blanks, in the fewest pieces; undefined when it is not made of known words of one language.
   * @param languageOf of each class
   */
  takeApart(run: string, languageOf: (classId: number) => Language): readonly string[] | undefined {
    if (run.length < shortestRun || run.length > longestRun) return undefined
    if (this.knows(run)) return undefined
    /** For each place that known words lead to, the words by their language. */
    const ways = new Map<number, Map<Language, readonly string[]>>()
    for (let from = 0; from < run.length; from += 1) {
      const before = ways.get(from)
      if (before === undefined && from > 0) continue
      for (let to = from + shortestPart; to <= Math.min(run.length, from + longestPart); to += 1) {
        const part = run.slice(from, to)
        for (const language of new Set(this.whole.get(part)?.map(languageOf)))
          addWay(ways, to, language, from === 0 ? [] : before?.get(language), part)
      }
    }
    const found = [...(ways.get(run.length)?.values() ?? [])].filter(
      ({ length }) => run.length >= length * leastMeanPart,
    )
    return found.reduce<readonly string[] | undefined>(
      (best, way) => (best === undefined || way.length < best.length ? way : best),
      undefined,
    )
  }

  private byPart(word: string): readonly ClassIds[] {
    const found: ClassIds[] = []
    for (let length = shortestStart; length <= word.length; length += 1) {
      const begun = this.starts.get(word.slice(0, length))
      if (begun !== undefined) found.push(begun)
      const ended = this.ends.get(word.slice(-length))
      if (ended !== undefined) found.push(ended)
    }
    return found
  }

  private knownForms(word: string): readonly ClassIds[] {
    const found = [this.whole.get(word), ...this.byPart(word), ...this.withoutPrefix(word)]
    const known = found.filter((ids) => ids !== undefined)
    return known.length > 0 ? known : this.unstretched(word)
  }

  private isWhole(word: string): boolean {
    return this.whole.has(word) || this.withoutPrefix(word).some((ids) => ids !== undefined)
  }

  private withoutPrefix(word: string): readonly (ClassIds | undefined)[] {
    return arabicStart.test(word)
      ? [word.replace(arabicPrefix, ''), word.slice(1)].map((bare) => this.whole.get(bare))
      : []
  }

  /** Of a vowel held down two letters are left here. */
  private unstretched(word: string): readonly ClassIds[] {
    const known = this.whole.get(word.replace(/(.)\1/gu, '$1'))
    return known === undefined ? [] : [known]
  }

  private misspelt(word: string): ClassIds {
    if (word.length < shortestForTypo - 1) return noClasses
    const found = new Set<number>()
    for (const length of [word.length - 1, word.length, word.length + 1])
      for (const key of alikeKeys(word, length))
        for (const known of this.alike(key))
          if (withinOneEdit(word, known)) for (const id of this.whole.get(known) ?? []) found.add(id)
    return found.size === 0 ? noClasses : [...found]
  }

  private *alike(key: number): Iterable<string> {
    const { alikeKeys: keys, alikeWords } = this.lists
    for (let at = firstAt(keys, key); keys[at] === key; at += 1) yield this.whole.wordAt(alikeWords[at] ?? 0)
  }
}

/** @param before the words up to `part`; undefined when there are none of the language */
function addWay(
  ways: Map<number, Map<Language, readonly string[]>>,
  to: number,
  language: Language,
  before: readonly string[] | undefined,
  part: string,
): void {
  if (before === undefined) return
  const there = ways.get(to) ?? new Map<Language, readonly string[]>()
  const known = there.get(language)
  if (known === undefined || known.length > before.length + 1) there.set(language, [...before, part])
  ways.set(to, there)
}

class ClassesOfWords {
  private readonly words: readonly string[]
  private readonly placeOf: ReadonlyMap<string, number>
  private readonly classes: UnpackedLists

  constructor({ words, classes }: WordsAndClasses) {
    this.words = words === '' ? [] : words.split('\n')
    this.placeOf = new Map(this.words.map((word, at) => [word, at]))
    this.classes = new UnpackedLists(classes)
  }

  has(word: string): boolean {
    return this.placeOf.has(word)
  }

  get(word: string): ClassIds | undefined {
    const at = this.placeOf.get(word)
    return at === undefined ? undefined : this.classes.at(at)
  }

  wordAt(at: number): string {
    return this.words[at] ?? ''
  }
}

/** Arabic writes "and", "the", "with" and "to" as one with the word. */
const arabicStart = /^[وفالب]/u
const arabicPrefix = /^(?:[وف])?(?:ال|بال|لل|ب|ل)?(?=.{2})/u

/** Numbers that words of that length and one slip apart share at least one of; that others share one too does no harm. */
export function alikeKeys(word: string, length: number): readonly [number, number] {
  const code = (at: number): number => word.charCodeAt(at)
  const first = code(0) * 64 + length
  return [first * 2048 + code(1), (first * 2048 + code(word.length - 1)) * 2048 + code(word.length - 2)]
}
