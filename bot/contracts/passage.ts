// A piece of an article under one heading: what a search finds and an answer quotes.
import type { Language } from './language'

export interface Passage {
  readonly articleId: string
  readonly language: Language
  /** Of the article, in the passage's language. */
  readonly title: string
  /** Plain text; undefined for the short answer and for a paragraph, which stand under the title itself. */
  readonly heading: string | undefined
  /** Markdown, without the heading. */
  readonly text: string
}

export interface FoundPassage {
  readonly passage: Passage
  /** How well it answers, higher is better; only comparable within one search. */
  readonly score: number
}

export interface SearchedPassage extends FoundPassage {
  /** How much of what the question is about the passage speaks of, 0 to 1; comparable between searches. */
  readonly coverage: number
}

/** The passages of a language that may answer a question, best first; none when they share nothing with it. */
export type SearchPassages = (text: string, language: Language) => readonly SearchedPassage[]
