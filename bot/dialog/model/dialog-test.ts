// A conversation that staff wrote beside a dialog, to be played as a test of it.
import type { Place } from '../../contracts/basics/finding'
import type { Language } from '../../contracts/talk/language'
import type { SentFileKind } from '../../contracts/talk/sent-file'
import type { Value } from '../../contracts/talk/value'

export interface DialogTest {
  readonly name: string
  readonly channel: 'web' | 'sms'
  /** It says which channel; otherwise it must hold on every one. */
  readonly namesChannel: boolean
  readonly language: Language
  /** Action or called dialog → results, one after another; the last one repeats. `{ fails: name }` for a failure. */
  readonly given: ReadonlyMap<
    string,
    readonly (Readonly<Record<string, Value>> | { readonly fails: string })[]
  >
  readonly chat: readonly ChatLine[]
  readonly place: Place
}

export type ChatLine = { readonly place: Place } & (
  | { readonly kind: 'user'; readonly text: string }
  /** Pictures or documents that the resident sends in one message. */
  | { readonly kind: 'sends'; readonly what: SentFileKind; readonly count: number }
  | { readonly kind: 'asks'; readonly name: string }
  /** Part of a text, or the id of a say, handoff or else text. */
  | { readonly kind: 'says'; readonly text: string }
  | { readonly kind: 'does'; readonly action: string }
  | { readonly kind: 'ends'; readonly status: string }
  | { readonly kind: 'expect'; readonly values: Readonly<Record<string, ExpectedValue>> }
)

/** What the resident does. */
export type ResidentLine = Extract<ChatLine, { kind: 'user' | 'sends' }>

/** As staff write it: one word, or of a list a word for each item, or its fields. */
export type ExpectedValue = string | readonly (string | Readonly<Record<string, string>>)[]
