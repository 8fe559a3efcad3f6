// Swedish writes words together: who writes "soptider" asks about the times of the sop-something.
import type { SearchWord } from './search-word'

/** Shorter pieces are endings and prefixes more often than words. */
const shortestPiece = 3

export interface KnownWords {
  /** The stem of a word that the content has; undefined for any other. */
  stemOf(folded: string): string | undefined
  /** Whether a stem is one of the content's. */
  hasStem(stem: string): boolean
}

/** What a first piece may have been: linked by an s (`avfall-s-taxa`), or with its last vowel lost or changed (`skol-`, `gatu-`). */
const linkedForms = (piece: string): readonly string[] => [
  piece,
  ...(piece.endsWith('s') ? [piece.slice(0, -1)] : []),
  ...(/[ou]$/.test(piece) ? [`${piece.slice(0, -1)}a`] : []),
  `${piece}a`,
  `${piece}e`,
]

const stemOfFirst = (piece: string, known: KnownWords): string | undefined =>
  known.hasStem(piece)
    ? piece
    : linkedForms(piece)
        .map((form) => known.stemOf(form))
        .find((stem) => stem !== undefined)

/**
 * The stems of a word's two pieces, both of them words of the content; of several ways to cut it the one whose shorter piece is
 * longest. Empty when there is none.
 */
export function splitCompound({ folded, stem }: SearchWord, known: KnownWords): readonly string[] {
  let best: readonly string[] = []
  let bestLength = 0
  for (let at = shortestPiece; at + shortestPiece <= folded.length; at += 1) {
    const shorter = Math.min(at, folded.length - at)
    if (shorter <= bestLength) continue
    const ending = stem.slice(at)
    const isStem = ending.length >= shortestPiece && known.hasStem(ending)
    const second = isStem ? ending : known.stemOf(folded.slice(at))
    if (second === undefined) continue
    const first = stemOfFirst(folded.slice(0, at), known)
    if (first === undefined) continue
    best = [first, second]
    bestLength = shorter
  }
  return best
}
