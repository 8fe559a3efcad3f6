// A lesson in few pieces of memory, so that it can be handed to another thread without going through each text.
import { startsOf } from './sparse-rows'
import type { Lesson } from './teach'
import type { FoundText } from './vectoriser'
import { Vocabulary } from './vocabulary'

export interface PackedLesson extends Pick<Lesson, 'labels' | 'isAsked' | 'classCount' | 'fewest'> {
  /** Column → code. */
  readonly codes: Uint32Array
  /** Text `i` has the entries `starts[i]` to `starts[i + 1]` (exclusive) of `columns` and `counts`. */
  readonly starts: Int32Array
  readonly columns: Int32Array
  readonly counts: Uint8Array
  readonly featureCounts: Int32Array
}

export function packLesson({ vocabulary, texts, ...rest }: Lesson): PackedLesson {
  const { labels, isAsked, classCount, fewest } = rest
  const starts = startsOf(texts)
  const columns = new Int32Array(starts[texts.length] ?? 0)
  const counts = new Uint8Array(columns.length)
  for (const [at, text] of texts.entries()) {
    columns.set(text.columns, starts[at])
    counts.set(text.counts, starts[at])
  }
  const featureCounts = Int32Array.from(texts, ({ featureCount }) => featureCount)
  const { codes } = vocabulary
  return { codes, starts, columns, counts, featureCounts, labels, isAsked, classCount, fewest }
}

export function unpackLesson(packed: PackedLesson): Lesson {
  const { codes, starts, columns, counts, featureCounts, labels, isAsked, classCount, fewest } = packed
  const textAt = (featureCount: number, at: number): FoundText => ({
    columns: columns.subarray(starts[at], starts[at + 1]),
    counts: counts.subarray(starts[at], starts[at + 1]),
    featureCount,
  })
  const texts = Array.from(featureCounts, textAt)
  return { vocabulary: new Vocabulary(codes), texts, labels, isAsked, classCount, fewest }
}
