// What residents ask, as staff wrote it in the articles: examples that teach the classifier.
import type { Article } from '../contracts/article'
import type { Example, TopicId } from '../contracts/classifier'
import type { Language } from '../contracts/language'

export interface ArticleExample extends Example {
  readonly label: TopicId
  readonly language: Language
}

/**
 * The title and each question, per language, in the order of the articles. A withdrawn article keeps its own: it is still
 * what was meant.
 */
export const articleExamples = (articles: ReadonlyMap<string, Article>): readonly ArticleExample[] =>
  [...articles.values()].flatMap(({ id, texts }) =>
    [...texts.values()].flatMap(({ language, title, questions }) =>
      [title, ...questions].map((text) => ({ text, label: `article:${id}` as const, language })),
    ),
  )
