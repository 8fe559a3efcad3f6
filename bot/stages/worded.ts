// One utterance in words, before what belongs together is joined into replies.
import type { TopicId } from '../contracts/classifier'
import type { Source, Suggestion, TakesFiles } from '../contracts/reply'

export interface Worded {
  readonly text: string
  readonly suggestions: readonly Suggestion[]
  readonly sources: readonly Source[]
  /** Stands alone in a reply of its own: it has sources and can be rated. */
  readonly answer: boolean
  readonly takesFiles?: TakesFiles
  readonly topic?: TopicId
}
