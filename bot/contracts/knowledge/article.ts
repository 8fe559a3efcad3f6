// A short, reviewed answer of the city, written by staff as Markdown in `knowledge/`.
import type { EmergencyKind } from '../talk/emergency-kind'
import type { Language } from '../talk/language'

export interface ArticleText {
  readonly language: Language
  readonly title: string
  /** Markdown: the short answer that goes first. */
  readonly answer: string
  /** Markdown after the short answer; empty when there is no more to say. */
  readonly details: string
  /** What residents ask; teaches the classifier. */
  readonly questions: readonly string[]
  /** ISO date on which this language was read through, where that is another day than the article's. */
  readonly reviewed?: string
  /** A machine translated it, and nobody has read it through yet. */
  readonly isMachine?: boolean
}

export interface Article {
  readonly id: string
  readonly owner: string
  readonly department: string
  /** The page of the city that says the same. */
  readonly source: string
  /** Id of the dialog that takes the errand, where there is one: offered below the answer. */
  readonly dialog?: string
  /** What who asks may be in the middle of: what to do then is said, whatever has become of the text. */
  readonly danger?: EmergencyKind
  /** ISO dates. After `validUntil` the article is withdrawn to a safe text. */
  readonly reviewed: string
  readonly validUntil: string
  readonly texts: ReadonlyMap<Language, ArticleText>
  /** What residents ask in languages that have no text yet: it is then said in Swedish. */
  readonly asked?: ReadonlyMap<Language, readonly string[]>
  /** Its twin: the same in easy Swedish. It has no questions, for nothing leads to it but the article. */
  readonly easy?: ArticleText
}
