// Words as they are compared: lower case, and more and more forgiving about endings, dots over letters and typing slips.
import { madeOnce } from '../../contracts/basics/made-once'
import { withinOneEdit } from '../../text/one-edit'
import { isStopWordAnywhere } from '../../text/stop-words'

/** Lower-case words and numbers of a text, without punctuation. */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  )
}

/** One lower-case line without punctuation or doubled spaces: what exact phrases are compared on. */
export function plainLine(text: string): string {
  return wordsOf(text).join(' ')
}

/** Phrases of a list with commas, each as such a line. */
export const plainLines = (text: string): readonly string[] => text.split(',').map(plainLine)

/** The words of dialogs come again with every message; longer texts and the rare ones are not worth keeping. */
const longestRemembered = 32
const mostRemembered = 4_096

function remembered<Changed>(change: (text: string) => Changed): (text: string) => Changed {
  const known = new Map<string, Changed>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const changed = change(text)
    if (known.size >= mostRemembered) known.clear()
    if (text.length <= longestRemembered) known.set(text, changed)
    return changed
  }
}

const lettersWithoutMark = new Map(Object.entries({ ø: 'o', æ: 'a', ß: 'ss', đ: 'd', ł: 'l' }))

/** The same without dots, rings and accents: `gångväg` → `gangvag`. For those who write without å, ä and ö. */
export const fold = remembered((text) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øæßđł]/g, (letter) => lettersWithoutMark.get(letter) ?? letter),
)

/** Swedish endings of nouns and adjectives in number, definiteness and genitive; English `s` is among them. Longest first. */
const endings =
  'arnas ernas ornas arna erna orna ens ets ars ers ors nas ar er or en et an na ns ts a e n r s t'
    .split(' ')
    .sort((a, b) => b.length - a.length)
const shortestStem = 3
/** One letter says little: `frys` is not `fry`, `halt` is not `hål`. */
const shortestStemBeforeOneLetter = 4

/** Cuts one inflectional ending: `lampor`, `lampan` and `lampa` all become `lamp`. Light on purpose: no derivation. */
export const stem = remembered((word) => {
  const ending = endings.find((one) => {
    const needed = one.length === 1 ? shortestStemBeforeOneLetter : shortestStem
    return word.length - one.length >= needed && word.endsWith(one)
  })
  return ending === undefined ? word : word.slice(0, -ending.length)
})

/**
 * How far a word is from the one looked for: 0 same, 1 other ending, 2 without dots, 3 both, 4 one slip of the finger, or a
 * Swedish compound of it (`bäddsoffa` is a `soffa`).
 */
export type Closeness = 0 | 1 | 2 | 3 | 4

/** Shorter words have too many neighbours one letter away. */
const shortestForTypo = 5
/** Shorter ends are chance: `asfalt` and `halt`. */
const shortestHead = 4
const shortestModifier = 2

export const closenessOf = (written: string, wanted: string): Closeness | undefined =>
  closenessOfForms(formsOf(written), formsOf(wanted))

/** A word in every form it is compared in. */
interface Forms {
  readonly word: string
  readonly stem: string
  readonly folded: string
  readonly foldedStem: string
  /** "Att" is no form of "åttan", nor "ett" of "ettan": such a word is written as it is, or is another one. */
  readonly isStopWord: boolean
}

const formsOf = remembered((word): Forms => {
  const folded = fold(word)
  return {
    word,
    stem: stem(word),
    folded,
    foldedStem: stem(folded),
    isStopWord: isStopWordAnywhere(folded),
  }
})

/** One sentence is compared with hundreds of phrases: its forms are made once, and go with it. */
const formsOfAll = madeOnce((words: readonly string[]): readonly Forms[] => words.map(formsOf))

function closenessOfForms(written: Forms, wanted: Forms): Closeness | undefined {
  if (written.word === wanted.word) return 0
  if (written.isStopWord) return written.folded === wanted.folded ? 2 : undefined
  if (areOneWord(written.word, written.stem, wanted.word, wanted.stem)) return 1
  if (written.folded === wanted.folded) return 2
  if (areOneWord(written.folded, written.foldedStem, wanted.folded, wanted.foldedStem)) return 3
  const shortest = Math.min(written.folded.length, wanted.folded.length)
  if (shortest >= shortestForTypo && withinOneEdit(written.folded, wanted.folded)) return 4
  return isCompoundOf(written.stem, wanted.stem) ? 4 : undefined
}

/** Two forms of a word, where either may end in what only looks like an ending: `platsen` and `plats`. */
const areOneWord = (a: string, stemA: string, b: string, stemB: string): boolean =>
  stemA === stemB || stemA === b || a === stemB

const isCompoundOf = (word: string, head: string): boolean =>
  head.length >= shortestHead && word.length >= head.length + shortestModifier && word.endsWith(head)

/** Where a phrase stands among the words of a text: `[from, to)`. */
export interface PhraseHit {
  readonly from: number
  readonly to: number
  readonly closeness: Closeness
}

/** Every place where `phrase` stands in `words`; a word written apart or together is found too (`gat lyktan`, `epost`). */
export function findPhrase(words: readonly string[], phrase: readonly string[]): readonly PhraseHit[] {
  const written = formsOfAll(words)
  const wanted = formsOfAll(phrase)
  const hits: PhraseHit[] = []
  for (let from = 0; from < words.length; from += 1) {
    const hit = phraseAt(written, from, wanted) ?? joinedAt(written, from, wanted)
    if (hit !== undefined) hits.push(hit)
  }
  return hits
}

function phraseAt(written: readonly Forms[], from: number, wanted: readonly Forms[]): PhraseHit | undefined {
  let worst: Closeness = 0
  for (const [offset, word] of wanted.entries()) {
    const other = written[from + offset]
    const closeness = other === undefined ? undefined : closenessOfForms(other, word)
    if (closeness === undefined) return undefined
    if (closeness > worst) worst = closeness
  }
  return wanted.length === 0 ? undefined : { from, to: from + wanted.length, closeness: worst }
}

/** Two words for one, or one for two; typing slips aside, both begin with the same letter. */
function joinedAt(written: readonly Forms[], from: number, wanted: readonly Forms[]): PhraseHit | undefined {
  const taken = wanted.length === 1 ? 2 : wanted.length === 2 ? 1 : 0
  if (taken === 0 || from + taken > written.length) return undefined
  if (written[from]?.folded[0] !== wanted[0]?.folded[0]) return undefined
  const joined = written.slice(from, from + taken).map(({ word }) => word)
  const closeness = closenessOf(joined.join(''), wanted.map(({ word }) => word).join(''))
  const isLongEnough = joined.join('').length >= shortestForTypo
  return closeness === undefined || closeness === 4 || !isLongEnough
    ? undefined
    : { from, to: from + taken, closeness }
}

/** As it is written, its blanks and line ends as one blank each. */
export const oneLine = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()
