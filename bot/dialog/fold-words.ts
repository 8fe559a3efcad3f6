// Words as they are compared: lower case, and more and more forgiving about endings, dots over letters and typing slips.

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

const lettersWithoutMark = new Map(Object.entries({ ø: 'o', æ: 'a', ß: 'ss', đ: 'd', ł: 'l' }))

/** The same without dots, rings and accents: `gångväg` → `gangvag`. For those who write without å, ä and ö. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øæßđł]/g, (letter) => lettersWithoutMark.get(letter) ?? letter)
}

/** Swedish endings of nouns and adjectives in number, definiteness and genitive; English `s` is among them. Longest first. */
const endings =
  'arnas ernas ornas arna erna orna ens ets ars ers ors nas ar er or en et an na ns ts a e n r s t'
    .split(' ')
    .sort((a, b) => b.length - a.length)
const shortestStem = 3
/** One letter says little: `frys` is not `fry`, `halt` is not `hål`. */
const shortestStemBeforeOneLetter = 4

/** Cuts one inflectional ending: `lampor`, `lampan` and `lampa` all become `lamp`. Light on purpose: no derivation. */
export function stem(word: string): string {
  for (const ending of endings) {
    const left = word.length - ending.length
    const needed = ending.length === 1 ? shortestStemBeforeOneLetter : shortestStem
    if (left >= needed && word.endsWith(ending)) return word.slice(0, left)
  }
  return word
}

/** Whether one inserted, missing, changed or swapped letter makes `a` into `b` (optimal string alignment distance ≤ 1). */
export function withinOneEdit(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  const restA = a.slice(start)
  const restB = b.slice(start)
  if (restA.length > restB.length) return restA.slice(1) === restB
  if (restA.length < restB.length) return restA === restB.slice(1)
  const changed = restA.slice(1) === restB.slice(1)
  const swapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)
  return changed || swapped
}

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

export function closenessOf(written: string, wanted: string): Closeness | undefined {
  if (written === wanted) return 0
  if (areOneWord(written, wanted)) return 1
  const foldedWritten = fold(written)
  const foldedWanted = fold(wanted)
  if (foldedWritten === foldedWanted) return 2
  if (areOneWord(foldedWritten, foldedWanted)) return 3
  const shortest = Math.min(foldedWritten.length, foldedWanted.length)
  if (shortest >= shortestForTypo && withinOneEdit(foldedWritten, foldedWanted)) return 4
  return isCompoundOf(stem(written), stem(wanted)) ? 4 : undefined
}

/** Two forms of a word, where either may end in what only looks like an ending: `platsen` and `plats`. */
function areOneWord(a: string, b: string): boolean {
  const stemA = stem(a)
  const stemB = stem(b)
  return stemA === stemB || stemA === b || a === stemB
}

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
  const hits: PhraseHit[] = []
  for (let from = 0; from < words.length; from += 1) {
    const hit = phraseAt(words, from, phrase) ?? joinedAt(words, from, phrase)
    if (hit !== undefined) hits.push(hit)
  }
  return hits
}

function phraseAt(words: readonly string[], from: number, phrase: readonly string[]): PhraseHit | undefined {
  let worst: Closeness = 0
  for (const [offset, wanted] of phrase.entries()) {
    const written = words[from + offset]
    const closeness = written === undefined ? undefined : closenessOf(written, wanted)
    if (closeness === undefined) return undefined
    if (closeness > worst) worst = closeness
  }
  return phrase.length === 0 ? undefined : { from, to: from + phrase.length, closeness: worst }
}

function joinedAt(words: readonly string[], from: number, phrase: readonly string[]): PhraseHit | undefined {
  const taken = phrase.length === 1 ? 2 : phrase.length === 2 ? 1 : 0
  if (taken === 0 || from + taken > words.length) return undefined
  const written = words.slice(from, from + taken).join('')
  if (written.length < shortestForTypo) return undefined
  const closeness = closenessOf(written, phrase.join(''))
  return closeness === undefined || closeness === 4 ? undefined : { from, to: from + taken, closeness }
}
