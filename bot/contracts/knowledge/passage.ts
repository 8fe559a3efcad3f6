// A piece of an article under one heading: what a search finds and an answer quotes.
import type { Language } from '../talk/language'

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
  /** Its place among those that come nearest by meaning, from 0; absent when it is not among them or nobody looked. */
  readonly placeByMeaning?: number
}

/** The cosine of a passage to what is asked; undefined of a passage whose meaning is not known. */
export type Closeness = (passage: Passage) => number | undefined

/**
 * The passages of a language that may answer a question, best first; none when they share nothing with it. With a closeness
 * the order is of words and meaning together, and `score` still tells of words alone: 0 of one that only meaning found.
 */
export type SearchPassages = (
  text: string,
  language: Language,
  closeness?: Closeness,
) => readonly SearchedPassage[]
