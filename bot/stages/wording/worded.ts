// One utterance in words, before what belongs together is joined into replies.
import type { TopicId } from '../../contracts/talk/classifier'
import type { PersonSaid, Source, Suggestion, TakesFiles } from '../../contracts/talk/reply'
import type { Spoken } from '../../dialog/texts/message-text'

export interface Worded {
  readonly text: string
  readonly suggestions: readonly Suggestion[]
  readonly sources: readonly Source[]
  /** Stands alone in a reply of its own: it has sources and can be rated. */
  readonly answer: boolean
  readonly takesFiles?: TakesFiles
  readonly takesPlace?: true
  readonly topic?: TopicId
  /** Absent where there are buttons alone, which go with what is said before. */
  readonly spoken?: Spoken
  /** In the language of the message, whichever the conversation is in: nothing is remarked on it. */
  readonly isInTheirWords?: true
  /** A person's words: they stand alone in a reply of their own. */
  readonly person?: PersonSaid
  /** The question that waits is not said again, and goes on waiting. */
  readonly aside?: true
  /** It is about danger. */
  readonly urgent?: true
}
