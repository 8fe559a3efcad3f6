// All tables made into one automaton, so that a text is read once however many phrases there are.
import { LexiconBuilder } from './build-lexicon'
import { packLists } from './packed-lists'
import { foldPatternWord, parsePattern, readWordSets, type PatternNode, type WordSets } from './parse-pattern'
import { packPlace, ruleMarks, verdicts, type Need, type PackedBook, type Verdict } from './phrase-book'
import { emergencyKinds } from '../contracts/talk/emergency-kind'
import type { PhraseTable } from './phrase-table'
import type { Language } from '../contracts/talk/language'

/** A phrase as it will be packed. */
interface CompiledRule {
  readonly phrase: string
  readonly verdict: Verdict
  readonly language: Language
  readonly marks: number
  readonly needs: readonly Need[]
  /** As `PackedBook` has them. */
  readonly places: readonly number[]
}

/** A place while its phrase is put together. */
interface OpenPlace {
  readonly number: number
  readonly classId: number
  readonly isGap: boolean
  readonly next: OpenPlace[]
  isLast: boolean
}

/** A part of a phrase: where it begins and ends, and whether it may be left out. */
interface Part {
  readonly first: readonly OpenPlace[]
  readonly last: readonly OpenPlace[]
  readonly canBeEmpty: boolean
}

/** @throws Error for a phrase whose notation is wrong */
export function compilePhrases(tables: readonly PhraseTable[]): PackedBook {
  const classes = new WordClasses()
  const compilers = tables.map((table) => new TableCompiler(table, classes))
  const rules = compilers.flatMap((compiler) => compiler.rules())
  const languages = tables.map(({ language }) => language)
  const languageNumbers = (of: readonly Language[]): Uint8Array =>
    Uint8Array.from(of, (language) => languages.indexOf(language))
  return {
    lists: classes.lexicon.pack(),
    languages,
    languageOfClass: languageNumbers(classes.languages),
    errands: compilers.map((compiler) => compiler.errands),
    phrases: rules.map(({ phrase }) => phrase).join('\n'),
    verdictOfRule: Uint8Array.from(rules, ({ verdict }) => verdicts.indexOf(verdict)),
    languageOfRule: languageNumbers(rules.map(({ language }) => language)),
    marksOfRule: Uint8Array.from(rules, ({ marks }) => marks),
    needs: packLists(rules.map(({ needs }) => needs.flatMap((need) => [need.length, ...need]))),
    places: packLists(rules.map(({ places }) => places)),
    rulesOfClass: packLists(rulesByClass(rules, classes)),
  }
}

function rulesByClass(rules: readonly CompiledRule[], classes: WordClasses): readonly (readonly number[])[] {
  const rarest = classes.rarestOf()
  const rulesOfClass: number[][] = classes.languages.map(() => [])
  for (const [number, { needs }] of rules.entries())
    for (const id of rarest(needs)) rulesOfClass[id]?.push(number)
  return rulesOfClass
}

/** The classes of all tables. Phrases share what they have in common: the places of a table are of some hundred classes. */
class WordClasses {
  readonly lexicon = new LexiconBuilder()
  readonly languages: Language[] = []
  private readonly idOf = new Map<string, number>()

  of(language: Language, words: readonly string[]): number {
    const key = `${language} ${words.join(' ')}`
    const known = this.idOf.get(key)
    if (known !== undefined) return known
    const id = this.languages.push(language) - 1
    this.idOf.set(key, id)
    for (const word of words) this.lexicon.add(word, id)
    return id
  }

  /** When all classes are there. A word of many is a common one: "jag" is in every other text, "medvetslös" in hardly any. */
  rarestOf(): (needs: readonly Need[]) => Need {
    /** Class → how common its commonest word is. */
    const commonness: number[] = []
    for (const ids of this.lexicon.allClasses())
      for (const id of ids) commonness[id] = Math.max(commonness[id] ?? 0, ids.length)
    const commonnessOf = (need: Need): number => Math.max(...need.map((id) => commonness[id] ?? 0))
    return (needs) => needs.reduce((best, need) => (commonnessOf(need) < commonnessOf(best) ? need : best))
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

  rules(): readonly CompiledRule[] {
    const { calm, questions, afar, hazards = [], alarms } = this.table
    return [
      ...calm.map((phrase) => this.compile(phrase, 'calm')),
      ...questions.map((phrase) => this.compile(phrase, 'question')),
      ...afar.map((phrase) => this.compile(phrase, 'afar')),
      ...hazards.map((phrase) => this.compile(phrase, 'hazard')),
      ...emergencyKinds.flatMap((kind) => (alarms[kind] ?? []).map((phrase) => this.compile(phrase, kind))),
    ]
  }

  private compile(phrase: string, verdict: Verdict): CompiledRule {
    const { tree, ...anchors } = parsePattern(phrase, this.sets)
    const needs = this.needsOf(tree)
    if (needs.length === 0) throw new Error(`phrase "${phrase}": every word of it may be left out`)
    const marks =
      (anchors.fromClauseStart ? ruleMarks.fromClauseStart : 0) +
      (anchors.isWeak ? ruleMarks.isWeak : 0) +
      (anchors.takesRest ? ruleMarks.takesRest : 0)
    return { phrase, verdict, language: this.table.language, marks, needs, places: this.placesOf(tree) }
  }

  private needsOf(node: PatternNode): readonly Need[] {
    switch (node.kind) {
      case 'word':
        return [[this.classOf(node.words)]]
      case 'gap':
      case 'optional':
        return []
      case 'sequence':
        return node.parts.flatMap((part) => this.needsOf(part))
      case 'one-of': {
        const needs = node.choices.map((choice) => this.needsOf(choice)[0])
        return needs.every((need) => need !== undefined) ? [needs.flat()] : []
      }
    }
  }

  private placesOf(tree: PatternNode): readonly number[] {
    const places: OpenPlace[] = []
    const { first, last } = this.partOf(tree, places)
    for (const place of last) place.isLast = true
    const packed = places.flatMap((place) => packPlace(place, numbersOf(place.next)))
    return [first.length, ...numbersOf(first), ...packed]
  }

  /** @param places to which those of the part are added */
  private partOf(node: PatternNode, places: OpenPlace[]): Part {
    switch (node.kind) {
      case 'word':
        return onePlace(places, this.classOf(node.words), false)
      case 'gap':
        return Array.from({ length: node.most }, () =>
          optional(onePlace(places, this.negations, true)),
        ).reduce(follow)
      case 'sequence':
        return node.parts.map((part) => this.partOf(part, places)).reduce(follow)
      case 'one-of':
        return anyOf(node.choices.map((choice) => this.partOf(choice, places)))
      case 'optional':
        return optional(this.partOf(node.part, places))
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

function onePlace(places: OpenPlace[], classId: number, isGap: boolean): Part {
  const place: OpenPlace = { number: places.length, classId, isGap, next: [], isLast: false }
  places.push(place)
  return { first: [place], last: [place], canBeEmpty: false }
}

const numbersOf = (places: readonly OpenPlace[]): readonly number[] => places.map(({ number }) => number)

const optional = (part: Part): Part => ({ ...part, canBeEmpty: true })

const anyOf = (parts: readonly Part[]): Part => ({
  first: parts.flatMap(({ first }) => first),
  last: parts.flatMap(({ last }) => last),
  canBeEmpty: parts.some(({ canBeEmpty }) => canBeEmpty),
})

function follow(a: Part, b: Part): Part {
  for (const place of a.last) place.next.push(...b.first)
  return {
    first: a.canBeEmpty ? [...a.first, ...b.first] : a.first,
    last: b.canBeEmpty ? [...a.last, ...b.last] : b.last,
    canBeEmpty: a.canBeEmpty && b.canBeEmpty,
  }
}
