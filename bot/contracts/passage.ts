// A piece of an article under one heading: what a search finds and an answer quotes.
import type { Language } from './language'

export interface Passage {
  readonly articleId: string
  readonly language: Language
  /** Of the article, in the passage's language. */
  readonly title: string
  /** Undefined for the short answer, which stands under the title itself. */
  readonly heading: string | undefined
  /** Markdown, without the heading. */
  readonly text: string
}

export interface FoundPassage {
  readonly passage: Passage
  /** How well it answers, higher is better; only comparable within one search. */
  readonly score: number
}
