// How much a term says about a passage (BM25F: Robertson, Zaragoza & Taylor, "Simple BM25 Extension to Multiple Weighted Fields", CIKM 2004).

/** The terms of one field of a passage, and how much the field weighs. */
export interface Field {
  readonly terms: readonly number[]
  readonly weight: number
}

/** So many occurrences say about half of what endless ones would. */
const saturation = 0.8
/** How far a long field is held against it: 0 not at all, 1 wholly. */
const lengthShare = 0.7

/** Field → its average length over all passages that have it. */
function averageLengths(passages: readonly (readonly Field[])[]): readonly number[] {
  const fieldCount = passages[0]?.length ?? 0
  return Array.from({ length: fieldCount }, (_, field) => {
    const lengths = passages.map((fields) => fields[field]?.terms.length ?? 0).filter((length) => length > 0)
    return lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
  })
}

/**
 * Passage → term → how much it says there, to be multiplied by the term's rarity. Every passage has the same fields in the same
 * order; a field may be empty.
 */
export function impactsOf(passages: readonly (readonly Field[])[]): readonly ReadonlyMap<number, number>[] {
  const averages = averageLengths(passages)
  return passages.map((fields) => {
    const impacts = new Map<number, number>()
    for (const [field, { terms, weight }] of fields.entries()) {
      const length = terms.length / Math.max(1, averages[field] ?? 1)
      const worth = weight / (1 - lengthShare + lengthShare * length)
      for (const term of terms) impacts.set(term, (impacts.get(term) ?? 0) + worth)
    }
    for (const [term, count] of impacts) impacts.set(term, (count * (saturation + 1)) / (count + saturation))
    return impacts
  })
}

/** How much it says that a term stands somewhere, by the number of passages that have it (Robertson & Spärck Jones, 1976). */
export const rarity = (withTerm: number, passageCount: number): number =>
  Math.log(1 + (passageCount - withTerm + 0.5) / (withTerm + 0.5))
