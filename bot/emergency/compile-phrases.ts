// All tables made into one automaton, so that a text is read once however many phrases there are.
import { Lexicon } from './lexicon'
import { foldPatternWord, parsePattern, readWordSets, type PatternNode, type WordSets } from './parse-pattern'
import { emergencyKinds, type EmergencyKind, type PhraseTable } from './phrase-table'
import type { Language } from '../contracts/language'

export type Verdict = EmergencyKind | 'calm' | 'question'

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
type Need = readonly number[]

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

export interface PhraseBook {
  readonly lexicon: Lexicon
  /** Class → the rules whose rarest need it satisfies. */
  readonly rulesOfClass: ReadonlyMap<number, readonly Rule[]>
  readonly languageOfClass: readonly Language[]
  /** The classes of the words of errands. */
  readonly errands: ReadonlySet<number>
}

interface OpenPlace extends Place {
  next: Place[]
  isLast: boolean
}

/** A part of a phrase: where it begins and ends, and whether it may be left out. */
interface Part {
  readonly first: readonly OpenPlace[]
  readonly last: readonly OpenPlace[]
  readonly canBeEmpty: boolean
}

/** @throws Error for a phrase whose notation is wrong */
export function compilePhrases(tables: readonly PhraseTable[]): PhraseBook {
  const classes = new WordClasses()
  const compilers = tables.map((table) => new TableCompiler(table, classes))
  const rules = compilers.flatMap((compiler) => compiler.rules())
  classes.countWords()
  const rulesOfClass = new Map<number, Rule[]>()
  for (const rule of rules)
    for (const id of classes.rarest(rule.needs)) {
      const others = rulesOfClass.get(id)
      if (others === undefined) rulesOfClass.set(id, [rule])
      else others.push(rule)
    }
  const errands = new Set(compilers.map((compiler) => compiler.errands))
  return { lexicon: classes.lexicon, rulesOfClass, languageOfClass: classes.languages, errands }
}

/** The classes of all tables. Phrases share what they have in common: the places of a table are of some hundred classes. */
class WordClasses {
  readonly lexicon = new Lexicon()
  readonly languages: Language[] = []
  private readonly idOf = new Map<string, number>()
  /** Class → how common its commonest word is. */
  private readonly commonness: number[] = []

  of(language: Language, words: readonly string[]): number {
    const key = `${language} ${words.join(' ')}`
    const known = this.idOf.get(key)
    if (known !== undefined) return known
    const id = this.languages.push(language) - 1
    this.idOf.set(key, id)
    for (const word of words) this.lexicon.add(word, id)
    return id
  }

  /** A word of many classes is a common one: "jag" is in every other text, "medvetslös" in hardly any. */
  rarest(needs: readonly Need[]): Need {
    const commonnessOf = (need: Need): number => Math.max(...need.map((id) => this.commonness[id] ?? 0))
    return needs.reduce((best, need) => (commonnessOf(need) < commonnessOf(best) ? need : best))
  }

  /** When all classes are there. */
  countWords(): void {
    for (const ids of this.lexicon.allClasses())
      for (const id of ids) this.commonness[id] = Math.max(this.commonness[id] ?? 0, ids.length)
  }
}

class TableCompiler {
  private readonly sets: WordSets
  private readonly spellings: ReadonlyMap<string, readonly string[]>
  private readonly negations: number
  readonly errands: number
  /** Named words come with many phrases. */
  private readonly classIds = new WeakMap<readonly string[], number>()

  constructor(
    private readonly table: PhraseTable,
    private readonly classes: WordClasses,
  ) {
    this.sets = readWordSets(table.words)
    this.spellings = new Map(
      Object.entries(table.alsoWritten).map(([word, others]) => [foldPatternWord(word), wordsOf(others)]),
    )
    this.negations = this.classOf(wordsOf(table.negations))
    this.errands = this.classOf(wordsOf(table.errands))
    this.classOf(wordsOf(table.ordinary))
  }

  rules(): readonly Rule[] {
    const { calm, questions, alarms } = this.table
    return [
      ...calm.map((phrase) => this.compile(phrase, 'calm')),
      ...questions.map((phrase) => this.compile(phrase, 'question')),
      ...emergencyKinds.flatMap((kind) => alarms[kind].map((phrase) => this.compile(phrase, kind))),
    ]
  }

  private compile(phrase: string, verdict: Verdict): Rule {
    const { tree, ...anchors } = parsePattern(phrase, this.sets)
    const needs = this.needsOf(tree)
    if (needs.length === 0) throw new Error(`phrase "${phrase}": every word of it may be left out`)
    let places: readonly Place[] | undefined
    const begins = (): readonly Place[] => (places ??= this.placesOf(rule))
    const rule: Rule = { phrase, verdict, language: this.table.language, ...anchors, needs, begins }
    return rule
  }

  private placesOf(rule: Rule): readonly Place[] {
    const { first, last } = this.partOf(parsePattern(rule.phrase, this.sets).tree, rule)
    for (const place of last) place.isLast = true
    return first
  }

  /** Makes the classes of all words of the part, also of those that are not needed: the lexicon is whole before any text. */
  private needsOf(node: PatternNode): readonly Need[] {
    switch (node.kind) {
      case 'word':
        return [[this.classOf(node.words)]]
      case 'gap':
        return []
      case 'optional':
        this.needsOf(node.part)
        return []
      case 'sequence':
        return node.parts.flatMap((part) => this.needsOf(part))
      case 'one-of': {
        const needs = node.choices.map((choice) => this.needsOf(choice)[0])
        return needs.every((need) => need !== undefined) ? [needs.flat()] : []
      }
    }
  }

  private partOf(node: PatternNode, rule: Rule): Part {
    switch (node.kind) {
      case 'word':
        return onePlace({ rule, classId: this.classOf(node.words), isGap: false })
      case 'gap':
        return Array.from({ length: node.most }, () =>
          optional(onePlace({ rule, classId: this.negations, isGap: true })),
        ).reduce(follow)
      case 'sequence':
        return node.parts.map((part) => this.partOf(part, rule)).reduce(follow)
      case 'one-of':
        return node.choices.map((choice) => this.partOf(choice, rule)).reduce(either)
      case 'optional':
        return optional(this.partOf(node.part, rule))
    }
  }

  private classOf(words: readonly string[]): number {
    const known = this.classIds.get(words)
    if (known !== undefined) return known
    const spelt = new Set(words.flatMap((word) => [word, ...(this.spellings.get(word) ?? [])]))
    const id = this.classes.of(this.table.language, [...spelt])
    this.classIds.set(words, id)
    return id
  }
}

const wordsOf = (list: string): readonly string[] =>
  list.split(/\s+/).flatMap((word) => (word === '' ? [] : [foldPatternWord(word)]))

function onePlace(place: Pick<Place, 'rule' | 'classId' | 'isGap'>): Part {
  const open: OpenPlace = { ...place, next: [], isLast: false }
  return { first: [open], last: [open], canBeEmpty: false }
}

const optional = (part: Part): Part => ({ ...part, canBeEmpty: true })

const either = (a: Part, b: Part): Part => ({
  first: [...a.first, ...b.first],
  last: [...a.last, ...b.last],
  canBeEmpty: a.canBeEmpty || b.canBeEmpty,
})

function follow(a: Part, b: Part): Part {
  for (const place of a.last) place.next.push(...b.first)
  return {
    first: a.canBeEmpty ? [...a.first, ...b.first] : a.first,
    last: b.canBeEmpty ? [...a.last, ...b.last] : b.last,
    canBeEmpty: a.canBeEmpty && b.canBeEmpty,
  }
}
