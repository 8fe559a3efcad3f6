// A fault in an article's Markdown, before it has a place in a file.
import type { ArticleCheck } from './article-finding'

/** A fault at `[start, end)` of the body. */
export interface Fault {
  readonly code: ArticleCheck
  readonly start: number
  readonly end: number
  readonly sv: string
  readonly en: string
  readonly hint: { readonly sv: string; readonly en: string }
}

export const onlySimple = {
  sv: 'Skriv stycken, listor, **fet text** och [länkar](https://…). Inget annat.',
  en: 'Write paragraphs, lists, **bold text** and [links](https://…). Nothing else.',
}
export const linkForm = {
  sv: 'Skriv [text](https://adress), utan mellanslag.',
  en: 'Write [text](https://address), without spaces.',
}
