// Finds names of streets and landmarks by a name as somebody wrote it: letter for letter, then shortened, then misspelt.
import { editDistance } from './edit-distance'
import { looseKey, partsOf, placeKey, unabbreviated } from './place-names'
import { foldDiacritics, readWords } from '../text/normalise'

/** 1 as written in the register … down to `leastScore`. */
export interface NameHit<T> {
  readonly thing: T
  readonly score: number
}

/** From here on a name is the one that was meant; below it only resembles it. */
export const sureScore = 0.95
const scores = { same: 1, folded: 0.99, loose: 0.97, abbreviated: 0.96, part: 0.8, misspelt: 0.94 } as const
const leastScore = 0.7

/** Longer ones are no name of a place. */
const longestName = 60
const mostCandidates = 48
/** One slip of the finger changes at most so many pairs of neighbouring letters: two letters swapped. */
const pairsInSlip = 3
/** Shorter words have too many neighbours one letter away. */
const shortestPart = 5

interface Group<T> {
  readonly loose: string
  readonly own: string
  readonly kind: string
  readonly things: T[]
}

export class NameIndex<T extends { readonly name: string }> {
  private readonly bySpelling = new Map<string, T[]>()
  private readonly byKey = new Map<string, T[]>()
  private readonly byLoose = new Map<string, Group<T>>()
  private readonly byPart = new Map<string, Set<Group<T>>>()
  private readonly groups: readonly Group<T>[]
  private readonly byPair = new Map<string, number[]>()
  private readonly shared: Uint8Array

  constructor(things: readonly T[]) {
    for (const thing of things) this.add(thing)
    this.groups = [...this.byLoose.values()].sort((a, b) => (a.loose < b.loose ? -1 : 1))
    for (const [at, { loose }] of this.groups.entries())
      for (const pair of pairsOf(loose)) put(this.byPair, pair, at)
    this.shared = new Uint8Array(this.groups.length)
  }

  private add(thing: T): void {
    put(this.bySpelling, spelling(thing.name), thing)
    put(this.byKey, placeKey(thing.name), thing)
    const loose = looseKey(thing.name)
    const group = this.byLoose.get(loose) ?? { loose, ...partsOf(loose), things: [] }
    group.things.push(thing)
    this.byLoose.set(loose, group)
    for (const part of partsOfName(thing.name)) {
      const groups = this.byPart.get(part) ?? new Set()
      this.byPart.set(part, groups.add(group))
    }
  }

  /** Things of that very name, in whatever case; for texts that may hold it by chance. */
  exactly(name: string): readonly T[] {
    return this.byKey.get(placeKey(name)) ?? []
  }

  /** Best first. A level that has something ends the search: what is spelt right resembles nothing else. */
  search(name: string): readonly NameHit<T>[] {
    if (name.length > longestName) return []
    const loose = looseKey(name)
    if (loose.length < 2) return []
    return (
      scored(this.bySpelling.get(spelling(name)), scores.same) ??
      scored(this.byKey.get(placeKey(name)), scores.folded) ??
      scored(this.byLoose.get(loose)?.things, scores.loose) ??
      scored(
        unabbreviated(loose).flatMap((key) => this.byLoose.get(key)?.things ?? []),
        scores.abbreviated,
      ) ??
      this.resembling(loose)
    )
  }

  private resembling(loose: string): readonly NameHit<T>[] {
    const best = new Map<Group<T>, number>()
    for (const group of this.byPart.get(loose) ?? []) best.set(group, scores.part)
    for (const group of this.candidates(loose)) {
      const score = likeness(loose, group)
      if (score >= leastScore && score > (best.get(group) ?? 0)) best.set(group, score)
    }
    return [...best]
      .sort(([a, one], [b, other]) => other - one || (a.loose < b.loose ? -1 : 1))
      .flatMap(([{ things }, score]) => things.map((thing) => ({ thing, score })))
  }

  /** Those that share so many pairs of letters that few enough slips can lie between; only these are compared letter by letter. */
  private candidates(loose: string): readonly Group<T>[] {
    const { shared } = this
    const pairs = [...new Set(pairsOf(loose))]
    const met: number[] = []
    for (const pair of pairs)
      for (const at of this.byPair.get(pair) ?? []) {
        if (shared[at] === 0) met.push(at)
        shared[at] = (shared[at] ?? 0) + 1
      }
    const least = Math.max(2, pairs.length - slipsIn(loose.length) * pairsInSlip)
    const ranked = met
      .filter((at) => (shared[at] ?? 0) >= least)
      .sort((a, b) => (shared[b] ?? 0) - (shared[a] ?? 0) || a - b)
      .slice(0, mostCandidates)
    for (const at of met) shared[at] = 0
    return ranked.flatMap((at) => this.groups[at] ?? [])
  }
}

const spelling = (name: string): string => readWords(name).join(' ')

const scored = <T>(things: readonly T[] | undefined, score: number): readonly NameHit<T>[] | undefined =>
  things === undefined || things.length === 0 ? undefined : things.map((thing) => ({ thing, score }))

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key)
  if (values === undefined) map.set(key, [value])
  else values.push(value)
}

/** Pairs of neighbouring letters, with both ends marked. */
function pairsOf(key: string): readonly string[] {
  const marked = `^${key}$`
  return Array.from({ length: marked.length - 1 }, (_, at) => marked.slice(at, at + 2))
}

/** "Storgatan" of "Norra Storgatan", "Dunkers" of "Dunkers kulturhus". */
function partsOfName(name: string): readonly string[] {
  const words = readWords(name).map(foldDiacritics)
  if (words.length < 2) return []
  const ends = [words.slice(1).join(' '), words[0] ?? '']
  return ends.map(looseKey).filter((part) => part.length >= shortestPart)
}

/** How many slips a name of so many letters bears and is still that name. */
const slipsIn = (length: number): number => (length < 4 ? 0 : length < 7 ? 1 : length < 10 ? 2 : 3)

/** Names of one kind are compared by what is their own: "Larsgatan" and "Karlsgatan" have most letters in common. */
function likeness(loose: string, group: { loose: string; own: string; kind: string }): number {
  const { own, kind } = partsOf(loose)
  const isSameKind = kind !== '' && kind === group.kind
  const [a, b] = isSameKind ? [own, group.own] : [loose, group.loose]
  const most = slipsIn(Math.max(a.length, b.length))
  const distance = editDistance(a, b, most)
  if (distance > most) return 0
  return Math.min(scores.misspelt, 1 - distance / Math.max(loose.length, group.loose.length))
}
