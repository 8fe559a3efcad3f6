// Finds pairs of start phrases of different dialogs that are nearly the same, without comparing all with all.
//
// The cosine of two sets of n trigrams is at least t only if they share one of the first n - ⌈t²n⌉ + 1 in any order that is
// the same for all (prefix filtering: R. J. Bayardo, Y. Ma and R. Srikant, 2007). With the rarest first few others share one.
import type { Language } from '../../../contracts/talk/language'
import { foldPhrase } from '../fields/fold-phrase'
import type { ReadDialog } from '../dialog/read-dialog'
import type { WrittenPhrase } from '../names/read-phrases'

/** Cosine from which residents would hardly tell two phrases apart. */
const alike = 0.85

export interface CutPhrase {
  readonly read: ReadDialog
  readonly language: Language
  readonly phrase: WrittenPhrase
  readonly folded: string
  /** Trigrams, each once. */
  readonly grams: ReadonlySet<string>
}

export type AlikePair = readonly [CutPhrase, CutPhrase]

/** What is found stays known as long as both dialogs stay the same objects. */
export class AlikePhrases {
  private readonly index = new Map<string, Set<CutPhrase>>()
  private readonly known = new Map<ReadDialog, readonly CutPhrase[]>()
  private pairs: readonly AlikePair[] = []
  /** Trigram → how many phrases had it when the first dialogs came; any fixed order will do, the rarest first is quick. */
  private frequency: ReadonlyMap<string, number> | undefined

  /** The pairs among these dialogs, each once; those of dialogs that are gone are forgotten. */
  pairsAmong(dialogs: readonly ReadDialog[]): readonly AlikePair[] {
    const wanted = new Set(dialogs)
    const gone = [...this.known.keys()].filter((read) => !wanted.has(read))
    gone.forEach((read) => this.forget(read))
    if (gone.length > 0) this.pairs = this.pairs.filter((pair) => pair.every(({ read }) => wanted.has(read)))
    const added = dialogs.filter((read) => !this.known.has(read)).map((read) => [read, cutUp(read)] as const)
    this.frequency ??= frequencyOf(added.flatMap(([, phrases]) => phrases))
    this.pairs = [...this.pairs, ...added.flatMap(([read, phrases]) => this.add(read, phrases))]
    return this.pairs
  }

  private add(read: ReadDialog, phrases: readonly CutPhrase[]): readonly AlikePair[] {
    this.known.set(read, phrases)
    const found = phrases.flatMap((phrase) =>
      this.candidates(phrase)
        .filter((other) => isAlike(phrase, other))
        .map((other): AlikePair => [other, phrase]),
    )
    for (const phrase of phrases) {
      for (const key of this.prefixOf(phrase)) {
        const others = this.index.get(key) ?? new Set()
        this.index.set(key, others.add(phrase))
      }
    }
    return found
  }

  private forget(read: ReadDialog): void {
    for (const phrase of this.known.get(read) ?? [])
      for (const key of this.prefixOf(phrase)) this.index.get(key)?.delete(phrase)
    this.known.delete(read)
  }

  private candidates(phrase: CutPhrase): readonly CutPhrase[] {
    const found = new Set<CutPhrase>()
    for (const key of this.prefixOf(phrase)) for (const other of this.index.get(key) ?? []) found.add(other)
    return [...found]
  }

  private prefixOf({ grams, language }: CutPhrase): readonly string[] {
    const rank = (gram: string): number => this.frequency?.get(gram) ?? 0
    const sorted = [...grams].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    const length = sorted.length - Math.ceil(alike * alike * sorted.length) + 1
    return sorted.slice(0, length).map((gram) => `${language} ${gram}`)
  }
}

const cutUp = (read: ReadDialog): readonly CutPhrase[] =>
  [...read.phrases].flatMap(([language, phrases]) =>
    phrases.map((phrase) => {
      const folded = foldPhrase(phrase.masked)
      return { read, language, phrase, folded, grams: gramsOf(folded) }
    }),
  )

function gramsOf(folded: string): ReadonlySet<string> {
  const padded = ` ${folded} `
  return new Set(Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => padded.slice(at, at + 3)))
}

function frequencyOf(phrases: readonly CutPhrase[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { grams } of phrases) for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  return counts
}

/** The same phrase twice is N001's. */
function isAlike(a: CutPhrase, b: CutPhrase): boolean {
  if (a.read === b.read || a.folded === b.folded) return false
  const [few, many] = a.grams.size < b.grams.size ? [a.grams, b.grams] : [b.grams, a.grams]
  const mayLack = few.size - alike * Math.sqrt(few.size * many.size)
  let lacking = 0
  for (const gram of few) {
    if (!many.has(gram)) lacking += 1
    if (lacking > mayLack) return false
  }
  return true
}
