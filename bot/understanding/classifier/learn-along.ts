// Teaches an existing classifier a few texts more, in milliseconds, so that they are answered while everything is learnt anew.
import { countFeatures } from './count-features'
import { addExample } from './example-store'
import type { RawModel } from './evidence'
import { movePlanes, scoreRow } from './linear-planes'
import { withoutMasked, type TrainingExample } from './train-classifier'
import { firstSteps } from './train-planes'
import { TrainedClassifier } from './trained-classifier'
import { findColumns, vectorise } from './vectoriser'
import { rowAt } from '../numbers/sparse-rows'

/** What is more than an edit waits for the whole: each text is taught without those after it. */
const mostTexts = 50

export interface Taught {
  readonly classifier: TrainedClassifier
  /** What it was taught. */
  readonly examples: readonly TrainingExample[]
}

/**
 * The same classifier with the texts that came: for each it takes the step that training takes for a text it meets first
 * (`firstSteps`), and puts it among the examples. Idf, calibration and what was learnt of texts that went stay as they are, so this is for the
 * seconds that a whole training takes.
 * @returns undefined when a topic came or went, or more texts came than an edit would bring: those wait for the whole
 */
export function learnAlong(
  { classifier, examples: before }: Taught,
  after: readonly TrainingExample[],
): TrainedClassifier | undefined {
  const added = addedTo(before, after)
  if (added.length > mostTexts || topicsOf(before) !== topicsOf(after)) return undefined
  const { labels, model, calibration } = classifier.parts
  // What belongs to no topic has its plane behind those of the topics.
  const classOf = new Map([...labels, null].map((label, k) => [label, k]))
  const taught = added.reduce((now, example) => teachOne(now, example, classOf), model)
  return new TrainedClassifier({ labels, model: taught, calibration })
}

const keyOf = ({ text, label, kind = 'asked' }: TrainingExample): string =>
  JSON.stringify([label, kind, text])

function addedTo(before: readonly TrainingExample[], after: readonly TrainingExample[]) {
  const known = new Set(before.map(keyOf))
  return after.filter((example) => !known.has(keyOf(example)))
}

const topicsOf = (examples: readonly TrainingExample[]): string =>
  JSON.stringify([...new Set(examples.map(({ label }) => label))].sort())

function teachOne(
  { vectoriser, planes, examples }: RawModel,
  { text, label, kind }: TrainingExample,
  classOf: ReadonlyMap<string | null, number>,
): RawModel {
  const found = findColumns(vectoriser.vocabulary, countFeatures([withoutMasked(text)]))
  const row = rowAt(vectorise(vectoriser.idf, found), 0)
  const own = classOf.get(label) ?? -1
  const steps = firstSteps(scoreRow(planes, row), own, kind !== 'told')
  return {
    vectoriser,
    planes: movePlanes(planes, row, steps),
    examples:
      label === null
        ? examples
        : addExample(examples, { columns: row.columns, ofClass: own, idf: vectoriser.idf }),
  }
}
