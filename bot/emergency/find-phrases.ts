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
  const clauseEnds = book.lexicon.classesOf(clauseEnd)
  const begins = beginsWithin(book, [...classes, ...joined, clauseEnds])
  if (begins.size === 0) return []
  const hits: PhraseHit[] = []
  /** The walks that go on with the word of that number. */
  const walks: Walk[][] = Array.from({ length: tokens.length + 2 }, () => [])

  const enter = (place: Place, from: number, to: number): void => {
    const known = walks[to]
    if (known === undefined || known.some((walk) => walk.place === place && walk.from === from)) return
    known.push({ place, from })
    if (place.isLast)
      hits.push({ rule: place.rule, from, to: place.rule.takesRest ? endOfClause(tokens, to) : to })
    if (tokens[to - 1]?.endsClause === true)
      for (const next of place.next) if (clauseEnds.includes(next.classId)) enter(next, from, to)
  }

  const found = new Uint8Array(book.classCount)
  const read = (at: number, length: number, ids: ClassIds): void => {
    for (const id of ids) found[id] = 1
    for (const { place, from } of walks[at] ?? [])
      for (const next of place.next)
        if (next.isGap ? length === 1 && found[next.classId] === 0 : found[next.classId] === 1)
          enter(next, from, at + length)
    const beginsClause = tokens[at]?.beginsClause === true
    for (const id of ids)
      for (const place of begins.get(id) ?? [])
        if (beginsClause || !place.rule.fromClauseStart) enter(place, at, at + length)
    for (const id of ids) found[id] = 0
  }

  for (const at of tokens.keys()) {
    read(at, 1, classes[at] ?? noClasses)
    const ids = joined[at] ?? noClasses
    if (ids.length > 0) read(at, 2, ids)
  }
  return hits
}

/** The first places of those phrases for which the text has all words: of hundreds, mostly none. */
function beginsWithin(book: PhraseBook, classes: readonly ClassIds[]): ReadonlyMap<number, readonly Place[]> {
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
