// A classifier that has been taught: asks its model and words the answer as probabilities.
import type { Classification, Classifier } from '../../contracts/talk/classifier'
import { scopeProbability, topicProbabilities, type Calibration } from './calibrate'
import { largest, weigh, type RawModel } from './evidence'
import { countFeatures } from './count-features'
import { rowAt } from '../numbers/sparse-rows'
import { findColumns, vectorise } from './vectoriser'

export interface ClassifierParts {
  /** Class → its name. */
  readonly labels: readonly string[]
  readonly model: RawModel
  readonly calibration: Calibration
}

/** So many predictions are handed out, best first. */
const predictionCount = 5

/**
 * One model answers in all languages: words of different languages seldom meet, and where they do (names, loanwords)
 * they help each other. So the language of the conversation is not looked at.
 */
export class TrainedClassifier implements Classifier {
  readonly parts: ClassifierParts
  private readonly dense: Float32Array

  constructor(parts: ClassifierParts) {
    this.parts = parts
    this.dense = new Float32Array(parts.model.vectoriser.vocabulary.size)
  }

  classify(text: string): Classification {
    const { labels, model, calibration } = this.parts
    if (labels.length === 0) return { best: [], inScope: 0 }
    const counted = countFeatures([text])
    const { vocabulary, idf } = model.vectoriser
    const row = rowAt(vectorise(idf, findColumns(vocabulary, counted)), 0)
    const evidence = weigh(model, row, this.dense)
    const probabilities = topicProbabilities(calibration, evidence)
    return {
      best: largest(probabilities, predictionCount).map((k) => ({
        label: labels[k] ?? '',
        probability: probabilities[k] ?? 0,
      })),
      inScope: counted.numbers.length === 0 ? 0 : scopeProbability(calibration, evidence),
    }
  }
}
