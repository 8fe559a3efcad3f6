// Who is told how turns end: figures, and tests of conversations. Told after the commit, and never asked to decide anything.
import type { Classification } from './classifier'
import { dangerKinds } from './danger'
import type { DialogEvent } from './dialog-event'
import type { MessageId } from './ids'
import type { Language } from './language'
import type { Channel } from './message'
import type { Outcome } from './outcome'
import type { Value } from './value'

/** What came of asking the language model, or why it was not asked. */
export const modelVerdicts = [
  'answered',
  /** The same as to the same question before, without asking. */
  'remembered',
  /** The pages do not hold the answer, it says. */
  'unknown',
  /** Too long, nothing to look for, or meant for the model itself. */
  'guarded',
  /** Its answer did not hold. */
  'dropped',
  /** It gave none. */
  'failed',
] as const
export type ModelVerdict = (typeof modelVerdicts)[number]

/** The kind of danger that a resident was asked about. */
export const askedAboutDanger = [...dangerKinds, 'unclear'] as const
export type AskedAboutDanger = (typeof askedAboutDanger)[number]

export interface EndedTurnFacts {
  readonly messageId: MessageId
  readonly outcome: Outcome
  readonly channel: Channel
  readonly durationMs: number
  /** Undefined when the turn was over before anything had to be recognised. */
  readonly classification?: Classification
  /** The resident's language, when something had to be said in another one because it is not translated. */
  readonly untranslated?: Language
  /** There were signs of danger, and the resident was asked. */
  readonly askedAboutDanger?: AskedAboutDanger
  /** Undefined when nothing was to be asked of it. */
  readonly model?: ModelVerdict
  /** The resident had read the beginning of an answer of it, and was told that it does not stand. */
  readonly tookBack?: true
  /** A part was down, and the resident was served without it. */
  readonly degraded?: true
  readonly events: readonly DialogEvent[]
  /** Answers of the dialog that was talked about. */
  readonly answers: Readonly<Record<string, Value>>
}

export interface TurnObserver {
  turnEnded(facts: EndedTurnFacts): void
}

export const noObserver: TurnObserver = { turnEnded: () => undefined }
