// How much a term says about a text (Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009).

/** The different terms of a text, and how much each says there; to be multiplied by the term's rarity. */
export interface TermRow {
  readonly terms: Uint32Array
  readonly impacts: Float32Array
}

/** So many occurrences say about half of what endless ones would. */
const saturation = 0.8
/** How far a long text is held against it: 0 not at all, 1 wholly. */
const lengthShare = 0.7

/** @param texts the terms of each text, one for each time it occurs */
export function impactsOf(texts: readonly (readonly number[])[]): readonly TermRow[] {
  const lengths = texts.map(({ length }) => length).filter((length) => length > 0)
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
  return texts.map((text) => {
    const counts = new Map<number, number>()
    for (const term of text) counts.set(term, (counts.get(term) ?? 0) + 1)
    const half = saturation * (1 - lengthShare + (lengthShare * text.length) / Math.max(1, average))
    return {
      terms: Uint32Array.from(counts.keys()),
      impacts: Float32Array.from(counts.values(), (count) => (count * (saturation + 1)) / (count + half)),
    }
  })
}

/** How much it says that a term stands somewhere, by the number of texts that have it (Robertson & Spärck Jones, 1976). */
export const rarity = (withTerm: number, textCount: number): number =>
  Math.log(1 + (textCount - withTerm + 0.5) / (withTerm + 0.5))
