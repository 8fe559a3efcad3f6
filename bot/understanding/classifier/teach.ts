// Teaches one model of texts that are read already: planes, likelihoods and the examples themselves, not calibrated yet.
import { addLikelihoods } from './add-likelihoods'
import type { RawModel } from './evidence'
import { storeExamples } from './example-store'
import { packPlanes } from './linear-planes'
import { trainPlanes, type LabelledRows } from './train-planes'
import { learnIdf, vectorise, type FoundTexts } from './vectoriser'
import type { Vocabulary } from './vocabulary'

export interface Lesson {
  readonly vocabulary: Vocabulary
  readonly texts: FoundTexts
  /** Row → class, or -1. */
  readonly labels: Int32Array
  /** Row → a number that its text alone gives, whatever else is taught. */
  readonly keys: Uint32Array
  readonly isAsked: readonly boolean[]
  readonly classCount: number
  /** In so many texts a feature must stand to count. */
  readonly fewest: number
}

/** Told now and then how far something is, 0 to 1. */
export type OnShare = (share: number) => void

/** What belongs to no class gets a plane too, behind those of the classes, so that a text can be told to be like it. */
function withBackground(labels: Int32Array, classCount: number): Pick<LabelledRows, 'labels' | 'classCount'> {
  if (classCount === 0 || !labels.includes(-1)) return { labels, classCount }
  return { labels: labels.map((label) => (label < 0 ? classCount : label)), classCount: classCount + 1 }
}

export function teach(lesson: Lesson, onShare?: OnShare): RawModel {
  const { vocabulary, texts, labels, keys, isAsked, classCount, fewest } = lesson
  const columnCount = vocabulary.size
  const idf = learnIdf(texts, columnCount, fewest)
  const rows = vectorise(idf, texts)
  const data = { rows, keys, isAsked, columnCount, ...withBackground(labels, classCount) }
  const weights = trainPlanes(data, onShare)
  const planes = packPlanes(weights, addLikelihoods(weights, data))
  return {
    vectoriser: { vocabulary, idf },
    planes,
    examples: storeExamples(rows, labels, { classCount, idf }),
  }
}
