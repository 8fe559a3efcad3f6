// Where the phrases of a book stand in the words of a text. Every word is looked at once.
import { noClasses, type ClassIds } from './lexicon'
import { clauseEnd } from './parse-pattern'
import type { PhraseBook, Place, Rule } from './phrase-book'
import type { Token } from './read-tokens'

/** The words `[from, to)`. */
export interface PhraseHit {
  readonly rule: Rule
  readonly from: number
  readonly to: number
}

/** A phrase that has been read up to `place`. */
interface Walk {
  readonly place: Place
  readonly from: number
}

type Begins = ReadonlyMap<number, readonly Place[]>

/** Every place where a phrase stands; a phrase never reaches over more words than it has places, so the time is linear. */
export function findPhrases(
  book: PhraseBook,
  tokens: readonly Token[],
  classes: readonly ClassIds[],
): readonly PhraseHit[] {
  const joined = tokens.map(({ word }, at) => {
    const next = tokens[at + 1]
    return next === undefined ? noClasses : book.lexicon.classesOfJoined(word, next.word)
  })
  const begins = beginsWithin(book, [...classes, ...joined, book.lexicon.classesOf(clauseEnd)])
  if (begins.size === 0) return []
  const reading = new Reading(book, tokens, begins)
  for (const at of tokens.keys()) {
    reading.read(at, 1, classes[at] ?? noClasses)
    const ids = joined[at] ?? noClasses
    if (ids.length > 0) reading.read(at, 2, ids)
  }
  return reading.hits
}

/** A text on its way, from its first word to its last: the phrases that have begun, each as far as it has been read. */
class Reading {
  readonly hits: PhraseHit[] = []
  /** Those that go on with the word of that number. */
  private readonly walks: readonly Walk[][]
  /** Class → 1 while it is one of the word at hand. */
  private readonly isHere: Uint8Array
  private readonly clauseEnds: ClassIds

  constructor(
    book: PhraseBook,
    private readonly tokens: readonly Token[],
    private readonly begins: Begins,
  ) {
    this.walks = Array.from({ length: tokens.length + 2 }, () => [])
    this.isHere = new Uint8Array(book.classCount)
    this.clauseEnds = book.lexicon.classesOf(clauseEnd)
  }

  /** Reads one word, or two as one: what has begun goes on, and what begins with it begins. */
  read(at: number, length: number, ids: ClassIds): void {
    for (const id of ids) this.isHere[id] = 1
    for (const { place, from } of this.walks[at] ?? [])
      for (const next of place.next) if (this.isRead(next, length)) this.enter(next, from, at + length)
    const beginsClause = this.tokens[at]?.beginsClause === true
    for (const id of ids)
      for (const place of this.begins.get(id) ?? [])
        if (beginsClause || !place.rule.fromClauseStart) this.enter(place, at, at + length)
    for (const id of ids) this.isHere[id] = 0
  }

  /** A gap takes any one word but those that are named. */
  private isRead({ isGap, classId }: Place, length: number): boolean {
    return isGap ? length === 1 && this.isHere[classId] === 0 : this.isHere[classId] === 1
  }

  /** Where a clause ends before `to`, a phrase that is to end with it has been read at once. */
  private enter(place: Place, from: number, to: number): void {
    const known = this.walks[to]
    if (known === undefined || known.some((walk) => walk.place === place && walk.from === from)) return
    known.push({ place, from })
    if (place.isLast)
      this.hits.push({
        rule: place.rule,
        from,
        to: place.rule.takesRest ? endOfClause(this.tokens, to) : to,
      })
    if (this.tokens[to - 1]?.endsClause === true)
      for (const next of place.next) if (this.clauseEnds.includes(next.classId)) this.enter(next, from, to)
  }
}

/** The first places of those phrases for which the text has all words: of hundreds, mostly none. */
function beginsWithin(book: PhraseBook, classes: readonly ClassIds[]): Begins {
  const present = new Uint8Array(book.classCount)
  for (const ids of classes) for (const id of ids) present[id] = 1
  const rules = new Set<Rule>()
  for (const ids of classes)
    for (const id of ids)
      for (const rule of book.rulesOfClass(id))
        if (rule.needs.every((need) => need.some((one) => present[one] === 1))) rules.add(rule)
  const begins = new Map<number, Place[]>()
  for (const rule of rules)
    for (const place of rule.begins()) {
      const others = begins.get(place.classId)
      if (others === undefined) begins.set(place.classId, [place])
      else others.push(place)
    }
  return begins
}

function endOfClause(tokens: readonly Token[], to: number): number {
  let end = to
  while (end < tokens.length && tokens[end - 1]?.endsClause !== true) end += 1
  return end
}
