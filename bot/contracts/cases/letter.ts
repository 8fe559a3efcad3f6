// A letter to a resident on its way out: an e-mail with news of their case, as plain text.
import type { CaseErrand } from './case'
import type { Delivered } from './case-desk'
import type { OutboxEntry } from '../store/store'

export interface Letter {
  readonly to: string
  /** One line. */
  readonly subject: string
  readonly text: string
  /** Where whoever gets it says that they want no more. */
  readonly stopUrl: string
}

/** @param key the same for every attempt. Never rejects for what the mail server did. */
export type SendLetter = (letter: Letter, key: string) => Promise<Delivered>

export const letterKind = 'letter'

/** The address and the words are read when it is sent: until then nothing of the resident lies in it. */
export const letterEntry = (errand: CaseErrand, dueAt: Date): OutboxEntry => ({
  id: `letter/${errand.case}/${errand.event}`,
  kind: letterKind,
  dueAt: dueAt.toISOString(),
  payload: errand,
})

/** What the page says at which letters are stopped. */
export interface StopWords {
  readonly language: string
  readonly ask: string
  readonly button: string
  readonly stopped: string
  /** Said in place of the question where they are stopped. */
  readonly already?: string
  /** Who can be rung. */
  readonly contact: string
}

export interface LetterStops {
  /** Undefined for an address that is none of ours; looking stops nothing. */
  words(number: string, token: string): Promise<StopWords | undefined>
  /** False for an address that is none of ours. */
  stop(number: string, token: string): Promise<boolean>
}
