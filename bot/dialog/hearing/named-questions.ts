// Which question of a dialog a resident means by a name: its label, its name in the file, or a word for its type.
import type { AnswerType } from '../../contracts/talk/value'
import { madeOnce } from '../../contracts/basics/made-once'
import { findPhrase, fold, stem, wordsOf } from '../words/fold-words'
import type { PhraseHit } from '../words/fold-words'
import { labelOf } from '../model/label-of'
import type { Dialog } from '../model/model'

export interface NamedQuestion extends PhraseHit {
  readonly name: string
}

/** What people call an answer of a type, when only one question of the dialog takes that type. */
const wordsOfType: Readonly<Partial<Record<AnswerType, readonly string[]>>> = {
  address: ['adress', 'plats', 'ställe', 'gatuadress', 'gata', 'address', 'place', 'location', 'street'],
  phone: [
    'telefon',
    'telefonnummer',
    'mobil',
    'mobilnummer',
    'nummer',
    'phone',
    'phone number',
    'number',
    'mobile',
  ],
  email: [
    'mejl',
    'mejladress',
    'mail',
    'mailadress',
    'epost',
    'e-post',
    'e-postadress',
    'email',
    'e-mail',
    'email address',
  ],
  date: ['datum', 'dag', 'date', 'day'],
  time: ['klockslag', 'tid', 'time'],
  number: ['antal', 'amount', 'how many'],
}

interface Name {
  readonly name: string
  readonly words: readonly string[]
  /** 0 a whole label, 1 the name in the file, 2 part of a label, 3 a word for the type. */
  readonly rank: number
}

const namesOf = madeOnce((dialog: Dialog): readonly Name[] => {
  const asks = [...dialog.asks.values()]
  const labels = asks.flatMap(({ name }) =>
    [...(labelOf(dialog, name)?.byKey.values() ?? [])].map((label) => ({
      name,
      words: wordsOf(label),
      rank: 0,
    })),
  )
  const files = asks.map(({ name }) => ({ name, words: wordsOf(name.replace(/_/g, ' ')), rank: 1 }))
  const parts = labels
    .filter(({ words }) => words.length > 1)
    .flatMap(({ name, words }) =>
      words.filter((word) => word.length > 2).map((word) => ({ name, words: [word], rank: 2 })),
    )
  const types = Object.entries(wordsOfType).flatMap(([type, words]) => {
    const [only, ...more] = asks.filter((ask) => (ask.types as readonly string[]).includes(type))
    return only === undefined || more.length > 0
      ? []
      : words.map((word) => ({ name: only.name, words: wordsOf(word), rank: 3 }))
  })
  return [...labels, ...files, ...parts.filter((part) => isOnlyOne(part, parts)), ...types]
})

const isOnlyOne = (part: Name, parts: readonly Name[]): boolean =>
  !parts.some((other) => other.name !== part.name && other.words[0] === part.words[0])

/**
 * The question named by words that begin at `from` (0 unless told); undefined for none, and for a name that two share.
 * "platsen", "plats" and "Hämtadress" for "adress" are all understood.
 */
export function questionNamedAt(
  dialog: Dialog,
  words: readonly string[],
  from = 0,
): NamedQuestion | undefined {
  const hits = namesOf(dialog).flatMap(({ name, words: wanted, rank }) => {
    const hit =
      findPhrase(words, wanted).find((found) => found.from === from) ?? compoundAt(words, from, wanted)
    return hit === undefined ? [] : [{ ...hit, name, rank }]
  })
  const [best] = hits.sort((a, b) => b.to - a.to || a.closeness - b.closeness || a.rank - b.rank)
  if (best === undefined) return undefined
  const rivals = hits.filter(
    (hit) => hit.to === best.to && hit.closeness === best.closeness && hit.rank === best.rank,
  )
  return rivals.some((hit) => hit.name !== best.name) ? undefined : best
}

const shortestPart = 4

/** "mobilnumret" for the label "Mobil", "adressen" for "Hämtadress": one is the beginning or the end of the other. */
function compoundAt(
  words: readonly string[],
  from: number,
  wanted: readonly string[],
): PhraseHit | undefined {
  const [label] = wanted
  const written = words[from]
  if (label === undefined || wanted.length > 1 || written === undefined) return undefined
  const [shorter = '', longer = ''] = [stem(fold(written)), stem(fold(label))].sort(
    (a, b) => a.length - b.length,
  )
  const fits = shorter.length >= shortestPart && (longer.startsWith(shorter) || longer.endsWith(shorter))
  return fits ? { from, to: from + 1, closeness: 4 } : undefined
}
