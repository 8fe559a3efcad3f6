// Teaches a classifier from examples: a linear model, the examples themselves, and a calibration on held-out ones.
import { calibrate, type HeldOut } from './calibrate'
import { weigh, type RawModel } from './evidence'
import { storeExamples } from './example-store'
import { countFeatures } from './count-features'
import { planTrials, type Trial } from './hold-out'
import { addLikelihoods } from './add-likelihoods'
import { packPlanes } from './linear-planes'
import { packRows } from './sparse-rows'
import { TrainedClassifier } from './trained-classifier'
import { trainPlanes } from './train-planes'
import { findColumns, learnIdf, vectorise, type FoundText } from './vectoriser'
import { learnVocabulary, type Vocabulary } from './vocabulary'

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
  /** Told now and then how far the training is, 0 to 1. */
  readonly onProgress?: (share: number) => void
}

const maskedValue = /(?<![\p{L}\p{N}])_[\p{L}\p{N}-]+_(?![\p{L}\p{N}])/gu

interface Lesson {
  readonly vocabulary: Vocabulary
  readonly texts: readonly FoundText[]
  /** Row → class, or -1. */
  readonly labels: Int32Array
  readonly isAsked: readonly boolean[]
  readonly classCount: number
  /** In so many texts a feature must stand to count. */
  readonly fewest: number
}

type OnShare = (share: number) => void

function teach(lesson: Lesson, onShare?: OnShare): RawModel {
  const { vocabulary, texts, labels, isAsked, classCount, fewest } = lesson
  const columnCount = vocabulary.size
  // Words that only texts out of scope have stay unknown: knowing them would make such texts look familiar.
  const ofClasses = texts.filter((_, row) => (labels[row] ?? -1) >= 0)
  const idf = learnIdf(ofClasses, columnCount, fewest)
  const rows = texts.map((text) => vectorise(idf, text))
  const data = { rows: packRows(rows), labels, isAsked, classCount, columnCount }
  const weights = trainPlanes(data, onShare)
  const planes = packPlanes(weights, addLikelihoods(weights, data))
  return {
    vectoriser: { vocabulary, idf },
    planes,
    examples: storeExamples(rows, labels, { classCount, idf }),
  }
}

/** Teaches a trial model without the held-out rows and asks it about them. */
function attempt(lesson: Lesson, trial: Trial, onShare: OnShare): readonly HeldOut[] {
  const { texts, labels } = lesson
  const labelOf = (row: number): number => labels[row] ?? -1
  const classes = [...new Set(trial.taught.map(labelOf))].filter((label) => label >= 0)
  if (classes.length < 2) return []
  const trialClass = new Map(classes.map((label, at) => [label, at]))
  const model = teach(
    {
      ...lesson,
      texts: trial.taught.flatMap((row) => texts[row] ?? []),
      labels: Int32Array.from(trial.taught, (row) => trialClass.get(labelOf(row)) ?? -1),
      isAsked: trial.taught.map((row) => lesson.isAsked[row] === true),
      classCount: classes.length,
    },
    onShare,
  )
  const dense = new Float32Array(lesson.vocabulary.size)
  return [...trial.known, ...trial.strange].flatMap((row) => {
    const text = texts[row]
    return text === undefined
      ? []
      : [{ evidence: weigh(model, text, dense), right: trialClass.get(labelOf(row)) }]
  })
}

/** From so many texts on, a feature that only one of them has teaches nothing and is left out. */
const manyTexts = 5000

/**
 * Trains on one core without a network; the same examples in the same order give the same classifier. Examples with a
 * null label are kept apart from every topic and teach what is out of scope. Texts without a single word are passed over.
 * A label with one example works; a label without any is not known.
 */
export function trainClassifier(
  examples: readonly TrainingExample[],
  { onProgress }: TrainingOptions = {},
): TrainedClassifier {
  const read = examples
    .map(({ text, label, kind }) => ({
      counted: countFeatures(text.replace(maskedValue, ' ')),
      label,
      isAsked: kind !== 'told',
    }))
    .filter(({ counted }) => counted.codes.length > 0)
  const names = [...new Set(read.flatMap(({ label }) => label ?? []))].sort()
  const classOf = new Map(names.map((name, at) => [name, at]))
  const ofClasses = read.flatMap(({ counted, label }) => (label === null ? [] : counted))
  const fewest = ofClasses.length >= manyTexts ? 2 : 1
  const vocabulary = learnVocabulary(ofClasses, fewest)
  const lesson: Lesson = {
    vocabulary,
    texts: read.map(({ counted }) => findColumns(vocabulary, counted)),
    labels: Int32Array.from(read, ({ label }) => (label === null ? -1 : (classOf.get(label) ?? -1))),
    isAsked: read.map(({ isAsked }) => isAsked),
    classCount: names.length,
    fewest,
  }
  const trials = names.length < 2 ? [] : planTrials(lesson.labels, names.length, lesson.isAsked)
  const report = (part: number) => (share: number) => onProgress?.((part + share) / (trials.length + 1))
  const heldOut = trials.flatMap((trial, part) => attempt(lesson, trial, report(part)))
  const model = teach(lesson, report(trials.length))
  return new TrainedClassifier({ labels: names, model, calibration: calibrate(heldOut) })
}
