// What a message can mean inside an open dialog.
import type { Value } from '../../contracts/talk/value'
import type { Certainty } from '../model/answer-reading'
import type { ReadValue } from '../model/read-value'
import type { Said } from '../texts/said'

export type Interpretation =
  | {
      readonly kind: 'answers'
      readonly answers: readonly ReadValue[]
      /** `free`: any words would have been taken, so a sure topic may go before. */
      readonly certainty: Certainty
      /** The resident takes something back that was answered before. */
      readonly corrects: boolean
      /** Said about parts of the message that did not become answers. */
      readonly told?: readonly Said[]
      /** The open question is passed over beside these answers to others. */
      readonly passesOver?: boolean
    }
  /** Tries to answer the open question and cannot be an answer; the old answer stays. */
  | { readonly kind: 'invalid'; readonly name: string; readonly said: Said }
  /** The answer to a question may be any of these; the resident is asked which. `answers` stand beside it. */
  | {
      readonly kind: 'ambiguous'
      readonly name: string
      readonly values: readonly Value[]
      readonly answers: readonly ReadValue[]
      /** The only value may be none: the resident is asked whether it is one. */
      readonly isDoubtful?: boolean
    }
  /** One choice of several was tapped, and more may follow. */
  | { readonly kind: 'ticked'; readonly name: string; readonly code: string }
  /** A code was typed, and is another one than was sent. */
  | { readonly kind: 'wrong-code'; readonly name: string }
  /** Another code is to be sent. */
  | { readonly kind: 'new-code'; readonly name: string; readonly why: 'asked' | 'expired' }
  /** The next page of a question's options. */
  | { readonly kind: 'more'; readonly name: string }
  /** `hash` comes with a tapped button and must be that of what is shown now. */
  | { readonly kind: 'confirmed'; readonly hash?: string }
  /** A button of a question or confirmation that does not wait any more. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'reopen'; readonly name: string }
  /** Something is to be changed; ask what. */
  | { readonly kind: 'which' }
  /** Nothing is to be changed, for the reason that is said or one that is plain: what was asked is asked again. */
  | { readonly kind: 'unchanged'; readonly said?: Said }
  /** The open question, or an optional one that is named, is to be passed over. */
  | { readonly kind: 'skip'; readonly name?: string }
  | { readonly kind: 'not-understood' }
