// What a reader makes of a resident's words.
import type { WordingKey } from '../../contracts/talk/wording'
import type { Value } from '../../contracts/talk/value'

export type AnswerReading =
  | {
      readonly kind: 'value'
      readonly value: Value
      /**
       * `full`: the text is this answer and nothing else. `part`: it stands in a longer sentence. `free`: taken only
       * because the question takes nearly any words, so a better explanation of the text may go before.
       */
      readonly certainty: Certainty
      /** What else it may mean, taken where a rule forbids the value: "fredag" is the coming one, or the one just gone. */
      readonly others?: readonly Value[]
      /** An answer only if the resident says that it is one: they are asked. */
      readonly isDoubtful?: boolean
    }
  /** It tries to be an answer and cannot be one; `why` is said with `values`. */
  | {
      readonly kind: 'invalid'
      readonly why: WordingKey
      readonly values: Readonly<Record<string, string | number>>
    }
  /** It may be any of these, and must be asked back. */
  | { readonly kind: 'ambiguous'; readonly values: readonly Value[] }
  | { readonly kind: 'not-understood' }

export type Certainty = 'full' | 'part' | 'free'

export const notUnderstood: AnswerReading = { kind: 'not-understood' }

export const invalid = (
  why: WordingKey,
  values: Readonly<Record<string, string | number>> = {},
): AnswerReading => ({
  kind: 'invalid',
  why,
  values,
})
