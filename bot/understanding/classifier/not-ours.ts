// What staff wrote into `elsewhere.yaml` word for word, the city does not answer, however near a topic it is.
import type { Classifier } from '../../contracts/talk/classifier'
import { foldDiacritics, readWords } from '../../text/normalise'
import type { TrainingExample } from './train-classifier'

const lineOf = (text: string): string => readWords(text).map(foldDiacritics).join(' ')

/** A classifier that goes by the examples without a label for a text that is one of them, and by `model` for all else. */
export function withNotOurs(model: Classifier, examples: readonly TrainingExample[]): Classifier {
  const lines = new Set(examples.filter(({ label }) => label === null).map(({ text }) => lineOf(text)))
  return {
    classify(text, language) {
      const { best, inScope } = model.classify(text, language)
      return { best, inScope: lines.has(lineOf(text)) ? 0 : inScope }
    },
  }
}
