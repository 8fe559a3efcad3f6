// What "which topic is meant" looks like from outside; the model behind it may change without anyone noticing.
import type { Language } from './language'

/** A topic is a dialog or an article: the two things a resident can be led to. */
export type TopicId = `dialog:${string}` | `article:${string}`
export const isTopicId = (id: string): id is TopicId => id.startsWith('dialog:') || id.startsWith('article:')

export interface Example {
  readonly text: string
  readonly label: string
}

export interface Prediction {
  readonly label: string
  /** Calibrated: of all predictions with 0.8, eight of ten are right. */
  readonly probability: number
}

export interface Classification {
  /** Best first; at least the two best, when there are two labels. */
  readonly best: readonly Prediction[]
  /** How likely the text is about one of the topics at all, 0 to 1. */
  readonly inScope: number
}

export interface Classifier {
  classify(text: string, language: Language): Classification
}
