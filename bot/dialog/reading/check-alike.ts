// N003: start phrases of two dialogs that are nearly the same, which the bot is likely to confuse.
import type { Language } from '../../contracts/language'
import { sourceLanguage } from '../../contracts/language'
import { words } from '../finding'
import { foldPhrase } from './fold-phrase'
import type { IsLater } from './file-age'
import type { ReadDialog } from './read-dialog'
import type { WrittenPhrase } from './read-phrases'
import type { Report } from './report'

/** Cosine of two phrases' trigrams from which residents would hardly tell them apart. */
const alike = 0.85
/** Pairs named in a finding. */
const shownPairs = 3

interface Gram {
  readonly read: ReadDialog
  readonly language: Language
  readonly phrase: WrittenPhrase
  readonly folded: string
  /** Trigrams in a fixed order, each once. */
  readonly grams: readonly string[]
  readonly set: ReadonlySet<string>
}

const gramsOf = new WeakMap<WrittenPhrase, Pick<Gram, 'folded' | 'grams' | 'set'>>()

function cutUp(phrase: WrittenPhrase): Pick<Gram, 'folded' | 'grams' | 'set'> {
  const known = gramsOf.get(phrase)
  if (known !== undefined) return known
  const folded = foldPhrase(phrase.masked)
  const padded = ` ${folded} `
  const set = new Set(
    Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => padded.slice(at, at + 3)),
  )
  const cut = { folded, grams: [...set].sort(), set }
  gramsOf.set(phrase, cut)
  return cut
}

/**
 * Looks only at pairs that share one of their first trigrams: two sets whose cosine is at least t share one among the first
 * n - ⌈t²n⌉ + 1 of any fixed order (prefix filtering; R. J. Bayardo, Y. Ma and R. Srikant, 2007).
 */
export function checkAlike(dialogs: readonly ReadDialog[], isLater: IsLater, report: Report): void {
  const index = new Map<string, Gram[]>()
  const pairs = new Map<string, { readonly first: Gram; readonly second: Gram }[]>()
  for (const here of dialogs.flatMap(phrasesOf)) {
    const prefix = here.grams.slice(0, here.grams.length - Math.ceil(alike * alike * here.grams.length) + 1)
    const met = new Set<Gram>()
    for (const gram of prefix) {
      const key = `${here.language} ${gram}`
      const others = index.get(key) ?? []
      for (const there of others) {
        if (there.read === here.read || met.has(there)) continue
        met.add(there)
        if (isAlike(here, there)) addPair(here, there, isLater, pairs)
      }
      others.push(here)
      index.set(key, others)
    }
  }
  for (const found of pairs.values()) reportPairs(found, report)
}

const phrasesOf = (read: ReadDialog): readonly Gram[] =>
  [...read.phrases].flatMap(([language, phrases]) =>
    phrases.map((phrase) => ({ read, language, phrase, ...cutUp(phrase) })),
  )

/** The same phrase twice is N001's. */
function isAlike(a: Gram, b: Gram): boolean {
  if (a.folded === b.folded) return false
  const [few, many] = a.grams.length < b.grams.length ? [a, b] : [b, a]
  const shared = few.grams.reduce((count, gram) => count + (many.set.has(gram) ? 1 : 0), 0)
  return shared / Math.sqrt(few.grams.length * many.grams.length) >= alike
}

function addPair(
  here: Gram,
  there: Gram,
  isLater: IsLater,
  pairs: Map<string, { readonly first: Gram; readonly second: Gram }[]>,
): void {
  const isThereLater = isLater(there.phrase.at.place.file, here.phrase.at.place.file)
  const [first, second] = isThereLater ? [here, there] : [there, here]
  const key = JSON.stringify([second.read.dialog.id, first.read.dialog.id, second.language])
  pairs.set(key, [...(pairs.get(key) ?? []), { first, second }])
}

function reportPairs(
  found: readonly { readonly first: Gram; readonly second: Gram }[],
  report: Report,
): void {
  const top = found[0]
  if (top === undefined) return
  const other = top.first.read.dialog.id
  const list = (shown: string) =>
    found
      .slice(0, shownPairs)
      .map(({ first, second }) => `"${second.phrase.text}" ${shown} "${first.phrase.text}"`)
      .join(', ') + (found.length > shownPairs ? ' …' : '')
  const where = top.second.language === sourceLanguage ? '' : ` (${top.second.language})`
  report.fault(
    'N003',
    top.second.phrase.at,
    words(
      `lätt att förväxla med dialogen "${other}"${where}: ${list('och')}`,
      `easily confused with the dialog "${other}"${where}: ${list('and')}`,
      'Skriv frasen med de ord som skiljer de två åt, eller ta bort den ena.',
      'Write the phrase with the words that tell the two apart, or remove one of them.',
    ),
  )
}
