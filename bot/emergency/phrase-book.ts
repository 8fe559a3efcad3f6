// All phrases as they are read from: packed, since of thousands of rules a process meets some hundred in its life.
import { Lexicon, type WordLists } from './lexicon'
import { UnpackedLists, type PackedLists } from './packed-lists'
import { emergencyKinds, type EmergencyKind } from '../contracts/talk/emergency-kind'
import type { Language } from '../contracts/talk/language'

export type Verdict = EmergencyKind | 'calm' | 'question' | 'afar' | 'hazard'
/** In the order of their numbers in a packed book. */
export const verdicts: readonly Verdict[] = [...emergencyKinds, 'calm', 'question', 'afar', 'hazard']

/** What one phrase says, when it is found. */
export interface Rule {
  /** As the table has it. */
  readonly phrase: string
  readonly verdict: Verdict
  readonly language: Language
  readonly fromClauseStart: boolean
  readonly isWeak: boolean
  readonly takesRest: boolean
  /** A text without a word of one class of each of these cannot hold the phrase. */
  readonly needs: readonly Need[]
  /** The places with which the phrase may begin; made when a text first has all that it needs, for few ever have. */
  readonly begins: () => readonly Place[]
}

/** Numbers of classes, one of which is enough. */
export type Need = readonly number[]

/** One place of a phrase (V. M. Glushkov's automaton, 1961: a state for each place, no empty moves). */
export interface Place {
  readonly rule: Rule
  /** The class of words that may stand here; for a gap, the class that may not. */
  readonly classId: number
  readonly isGap: boolean
  readonly next: readonly Place[]
  /** Whether the phrase may end here. */
  readonly isLast: boolean
}

/** What a book is made of: few pieces, so that it is read from a file in milliseconds. Rules are numbered from 0. */
export interface PackedBook {
  readonly lists: WordLists
  /** In the order of the tables; languages below are places in it. */
  readonly languages: readonly Language[]
  /** Class → language. */
  readonly languageOfClass: Uint8Array
  /** The classes of the words of errands. */
  readonly errands: readonly number[]
  /** One a line, by rule; so are all that follow but the last. */
  readonly phrases: string
  /** Rule → place in `verdicts`. */
  readonly verdictOfRule: Uint8Array
  readonly languageOfRule: Uint8Array
  /** Rule → sum of `ruleMarks`. */
  readonly marksOfRule: Uint8Array
  /** Rule → of each need how many classes, and these. */
  readonly needs: PackedLists
  /** Rule → how many places it may begin with, and these; then each place as `packPlace` writes it. */
  readonly places: PackedLists
  /** Class → the rules whose rarest need it satisfies. */
  readonly rulesOfClass: PackedLists
}

export const ruleMarks = { fromClauseStart: 1, isWeak: 2, takesRest: 4 } as const
const placeMarks = { isGap: 1, isLast: 2 } as const

/** Its class, its marks, how many places may follow, and these. @param next their numbers within the rule */
export const packPlace = (
  { classId, isGap, isLast }: Pick<Place, 'classId' | 'isGap' | 'isLast'>,
  next: readonly number[],
): readonly number[] => [
  classId,
  (isGap ? placeMarks.isGap : 0) + (isLast ? placeMarks.isLast : 0),
  next.length,
  ...next,
]

export class PhraseBook {
  readonly lexicon: Lexicon
  readonly classCount: number
  readonly errands: ReadonlySet<number>
  private readonly phrases: readonly string[]
  private readonly needs: UnpackedLists
  private readonly places: UnpackedLists
  private readonly ruleNumbers: UnpackedLists
  private readonly rules: Rule[] = []

  constructor(private readonly packed: PackedBook) {
    this.lexicon = new Lexicon(packed.lists)
    this.classCount = packed.languageOfClass.length
    this.errands = new Set(packed.errands)
    this.phrases = packed.phrases.split('\n')
    this.needs = new UnpackedLists(packed.needs)
    this.places = new UnpackedLists(packed.places)
    this.ruleNumbers = new UnpackedLists(packed.rulesOfClass)
  }

  /** In the order of the tables. */
  get languages(): readonly Language[] {
    return this.packed.languages
  }

  languageOfClass(id: number): Language {
    return this.languageAt(this.packed.languageOfClass[id])
  }

  /** The rules whose rarest need the class satisfies. */
  rulesOfClass(id: number): readonly Rule[] {
    return this.ruleNumbers.at(id).map((number) => (this.rules[number] ??= this.readRule(number)))
  }

  private languageAt(place = 0): Language {
    const language = this.packed.languages[place]
    if (language === undefined) throw new Error(`a book of phrases has no language ${place}`)
    return language
  }

  private readRule(number: number): Rule {
    const { verdictOfRule, languageOfRule, marksOfRule } = this.packed
    const marks = marksOfRule[number] ?? 0
    let places: readonly Place[] | undefined
    const rule: Rule = {
      phrase: this.phrases[number] ?? '',
      verdict: verdicts[verdictOfRule[number] ?? 0] ?? 'calm',
      language: this.languageAt(languageOfRule[number]),
      fromClauseStart: (marks & ruleMarks.fromClauseStart) > 0,
      isWeak: (marks & ruleMarks.isWeak) > 0,
      takesRest: (marks & ruleMarks.takesRest) > 0,
      needs: readCounted(this.needs.at(number)),
      begins: () => (places ??= readPlaces(this.places.at(number), rule)),
    }
    return rule
  }
}

/** Of lists, each behind its length. */
function readCounted(numbers: readonly number[]): readonly (readonly number[])[] {
  const lists: (readonly number[])[] = []
  for (let at = 0; at < numbers.length; at += 1 + (numbers[at] ?? 0))
    lists.push(numbers.slice(at + 1, at + 1 + (numbers[at] ?? 0)))
  return lists
}

function readPlaces(numbers: readonly number[], rule: Rule): readonly Place[] {
  const begins = numbers.slice(1, 1 + (numbers[0] ?? 0))
  const places: (Omit<Place, 'next'> & { readonly next: Place[] })[] = []
  const followers: (readonly number[])[] = []
  for (let at = 1 + begins.length; at < numbers.length;) {
    const [classId = 0, marks = 0, count = 0] = numbers.slice(at, at + 3)
    const isGap = (marks & placeMarks.isGap) > 0
    const isLast = (marks & placeMarks.isLast) > 0
    places.push({ rule, classId, isGap, isLast, next: [] })
    followers.push(numbers.slice(at + 3, at + 3 + count))
    at += 3 + count
  }
  const placesAt = (wanted: readonly number[]): readonly Place[] =>
    wanted.flatMap((number) => places[number] ?? [])
  for (const [at, place] of places.entries()) place.next.push(...placesAt(followers[at] ?? []))
  return placesAt(begins)
}
