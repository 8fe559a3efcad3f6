// Teaches a classifier from examples: a linear model, the examples themselves, and a calibration on held-out ones.
import { calibrate, type HeldOut } from './calibrate'
import { weigh, type RawModel } from './evidence'
import { storeExamples } from './example-store'
import { readFeatures, type TextFeatures } from './features'
import { planTrials, type Trial } from './hold-out'
import { packRows } from './sparse-rows'
import { TrainedClassifier } from './trained-classifier'
import { trainPlanes } from './train-planes'
import { learnVectoriser, vectorise } from './vectoriser'

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
  readonly features: readonly TextFeatures[]
  /** Row → class, or -1. */
  readonly labels: Int32Array
  readonly isAsked: readonly boolean[]
  readonly classCount: number
}

function teach(
  { features, labels, classCount }: Omit<Lesson, 'isAsked'>,
  onClass?: (done: number) => void,
): RawModel {
  // Words that only texts out of scope have stay unknown: knowing them would make such texts look familiar.
  const vectoriser = learnVectoriser(features.filter((_, row) => (labels[row] ?? -1) >= 0))
  const rows = features.map((text) => vectorise(vectoriser, text))
  const columnCount = vectoriser.vocabulary.size
  const planes = trainPlanes({ rows: packRows(rows), labels, classCount, columnCount }, onClass)
  return { vectoriser, planes, examples: storeExamples(rows, labels, classCount) }
}

/** Teaches a trial model without the held-out rows and asks it about them. */
function attempt(lesson: Lesson, trial: Trial, onClass: (done: number) => void): readonly HeldOut[] {
  const { features, labels } = lesson
  const labelOf = (row: number): number => labels[row] ?? -1
  const classes = [...new Set(trial.taught.map(labelOf))].filter((label) => label >= 0)
  if (classes.length < 2) return []
  const trialClass = new Map(classes.map((label, at) => [label, at]))
  const model = teach(
    {
      features: trial.taught.flatMap((row) => features[row] ?? []),
      labels: Int32Array.from(trial.taught, (row) => trialClass.get(labelOf(row)) ?? -1),
      classCount: classes.length,
    },
    onClass,
  )
  const dense = new Float32Array(model.vectoriser.vocabulary.size)
  return [...trial.known, ...trial.strange].flatMap((row) => {
    const text = features[row]
    return text === undefined
      ? []
      : [{ evidence: weigh(model, text, dense), right: trialClass.get(labelOf(row)) }]
  })
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
  const read = examples
    .map(({ text, label, kind }) => ({
      features: readFeatures(text.replace(maskedValue, ' ')),
      label,
      isAsked: kind !== 'told',
    }))
    .filter(({ features }) => features.codes.length > 0)
  const names = [...new Set(read.flatMap(({ label }) => label ?? []))].sort()
  const classOf = new Map(names.map((name, at) => [name, at]))
  const lesson: Lesson = {
    features: read.map(({ features }) => features),
    labels: Int32Array.from(read, ({ label }) => (label === null ? -1 : (classOf.get(label) ?? -1))),
    isAsked: read.map(({ isAsked }) => isAsked),
    classCount: names.length,
  }
  const trials = names.length < 2 ? [] : planTrials(lesson.labels, names.length, lesson.isAsked)
  const parts = trials.length + 1
  const report = (part: number) => (done: number) => onProgress?.((part + done / names.length) / parts)
  const heldOut = trials.flatMap((trial, part) => attempt(lesson, trial, report(part)))
  const model = teach(lesson, report(trials.length))
  return new TrainedClassifier({ labels: names, model, calibration: calibrate(heldOut) })
}
