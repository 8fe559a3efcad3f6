// The answer an article gives: the short answer, the details, and who stands behind it. Past its date it gives none.
import type { Article, ArticleText } from '../contracts/knowledge/article'
import type { City } from '../contracts/city/city'
import { sourceLanguage, type Language } from '../contracts/talk/language'
import type { Source } from '../contracts/talk/reply'

export type ArticleAnswer =
  | {
      readonly kind: 'answer'
      /** Markdown: the short answer, an empty line, the details. */
      readonly text: string
      /** The language of the text, another one than asked for when the article is not translated; and who put it into that. */
      readonly spoken: { readonly language: Language; readonly isMachine: boolean }
      readonly sources: readonly Source[]
    }
  /** Nobody vouches for the text any more: say so (`article.withdrawn`) and name a person to ask. */
  | {
      readonly kind: 'withdrawn'
      readonly title: string
      /** The language of the title. */
      readonly language: Language
      /** Department id, for the person to ask. */
      readonly department: string
    }

export interface AnswerSetting {
  /** ISO date in the city's time zone. */
  readonly today: string
  readonly city: Pick<City, 'languages'>
  /** The twin goes first, where there is one. */
  readonly easy?: boolean
}

/** An article is valid through `validUntil` and withdrawn from the day after. `today`: ISO date in the city's time zone. */
export const articleIsValid = (article: Article, today: string): boolean => today <= article.validUntil

/** The text in the language asked for, if the city speaks it; else in the language staff write first. */
export function articleText(
  article: Article,
  language: Language,
  city: Pick<City, 'languages'>,
): ArticleText {
  const spoken = city.languages.includes(language) ? article.texts.get(language) : undefined
  const text = spoken ?? article.texts.get(sourceLanguage)
  if (text === undefined) throw new RangeError(`article ${article.id} has no text in ${sourceLanguage}`)
  return text
}

/** The article in easy Swedish, for whoever gets it in Swedish; undefined where there is none. */
export const twinOf = (
  article: Article,
  language: Language,
  city: Pick<City, 'languages'>,
): ArticleText | undefined =>
  articleText(article, language, city).language === sourceLanguage ? article.easy : undefined

export function answerFromArticle(
  article: Article,
  language: Language,
  { today, city, easy = false }: AnswerSetting,
): ArticleAnswer {
  const twin = easy ? twinOf(article, language, city) : undefined
  const text = twin ?? articleText(article, language, city)
  if (!articleIsValid(article, today)) {
    return { kind: 'withdrawn', title: text.title, language: text.language, department: article.department }
  }
  return {
    kind: 'answer',
    text: wholeText(text),
    spoken: { language: text.language, isMachine: text.isMachine === true },
    sources: [sourceOf(article, text)],
  }
}

/** Markdown: the short answer, an empty line, the details. */
export const wholeText = ({ answer, details }: ArticleText): string =>
  [answer, details].filter((part) => part !== '').join('\n\n')

export const sourceOf = (article: Article, text: ArticleText): Source => ({
  articleId: article.id,
  title: text.title,
  url: article.source,
  owner: article.owner,
  reviewed: text.reviewed ?? article.reviewed,
})
