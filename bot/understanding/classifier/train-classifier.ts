// Teaches a classifier from examples: a linear model, the examples themselves, and a calibration on held-out ones.
import { countFeatures } from './count-features'
import { learnCalibration } from './learn-calibration'
import { teach, type Lesson, type OnShare } from './teach'
import { TrainedClassifier } from './trained-classifier'
import { findColumns } from './vectoriser'
import { learnVocabulary } from './vocabulary'
import { keysOfTexts } from '../numbers/counted-parts'

/**
 * `label: null` marks a text that belongs to no topic. A masked value in the text (`gatlyktan på _place_ är trasig`)
 * is passed over: what residents write in its place is different every time.
 */
export interface TrainingExample {
  readonly text: string
  readonly label: string | null
  /**
   * `asked` (when left out) is what a resident would write. `told` is what the topic itself says, a title or a sentence
   * of its article: it lends its words, but nothing is calibrated on it.
   */
  readonly kind?: 'asked' | 'told'
}

export interface TrainingOptions {
  readonly onProgress?: OnShare
}

const maskedValue = /(?<![\p{L}\p{N}])_[\p{L}\p{N}-]+_(?![\p{L}\p{N}])/gu

export const withoutMasked = (text: string): string => text.replace(maskedValue, ' ')

/** From so many texts on, a feature that only one of them has teaches nothing and is left out. */
const manyTexts = 5000

export interface NamedLesson extends Lesson {
  /** Class → its name. */
  readonly names: readonly string[]
}

/** What there is to learn from examples, in numbers. Texts without a single word are passed over. */
export function readLesson(examples: readonly TrainingExample[]): NamedLesson {
  const counted = countFeatures(examples.map(({ text }) => withoutMasked(text)))
  const endOf = (at: number): number => counted.starts[at + 1] ?? 0
  const hasWords = (at: number): boolean => endOf(at) > (counted.starts[at] ?? 0)
  const read = examples.filter((_, at) => hasWords(at))
  // Empty parts take no room, so that it is enough to forget where they end.
  const ends = [...examples.keys()].filter(hasWords).map(endOf)
  const texts = { ...counted, starts: Int32Array.of(0, ...ends) }
  const names = [...new Set(read.flatMap(({ label }) => label ?? []))].sort()
  const classOf = new Map(names.map((name, at) => [name, at]))
  const fewest = read.length >= manyTexts ? 2 : 1
  const vocabulary = learnVocabulary(texts, fewest)
  return {
    names,
    vocabulary,
    texts: findColumns(vocabulary, texts),
    labels: Int32Array.from(read, ({ label }) => (label === null ? -1 : (classOf.get(label) ?? -1))),
    keys: keysOfTexts(texts),
    isAsked: read.map(({ kind }) => kind !== 'told'),
    classCount: names.length,
    fewest,
  }
}

/**
 * Trains on one core without a network; the same examples in the same order give the same classifier. Examples with a
 * null label are kept apart from every topic and teach what is out of scope. Texts without a single word are passed over.
 * A label with one example works; a label without any is not known.
 */
export function trainClassifier(
  examples: readonly TrainingExample[],
  { onProgress }: TrainingOptions = {},
): TrainedClassifier {
  const lesson = readLesson(examples)
  const calibration = learnCalibration(lesson, (share) => onProgress?.(share / 2))
  const model = teach(lesson, (share) => onProgress?.((1 + share) / 2))
  return new TrainedClassifier({ labels: lesson.names, model, calibration })
}
