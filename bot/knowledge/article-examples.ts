// What residents ask and what the city answers: examples that teach the classifier which article is meant.
import type { Article, ArticleText } from '../contracts/knowledge/article'
import type { TopicId } from '../contracts/talk/classifier'
import type { Language } from '../contracts/talk/language'
import { plainText } from './check-readability'
import { sentencesOf } from '../yaml/lix'

export interface ArticleExample {
  readonly text: string
  readonly label: TopicId
  readonly language: Language
  /** `asked`: as a resident would put it. `told`: the city's own words, which lend their vocabulary. */
  readonly kind: 'asked' | 'told'
}

const toldBy = ({ title, answer, details }: ArticleText): readonly string[] => [
  title,
  ...[answer, details].flatMap((part) => sentencesOf(plainText(part))).map((sentence) => sentence.trim()),
]

/**
 * Per article and language its questions, then its title and sentences; where there is no text, its questions. A withdrawn article keeps its own: it is still
 * what was meant.
 */
export const articleExamples = (articles: ReadonlyMap<string, Article>): readonly ArticleExample[] =>
  [...articles.values()].flatMap(({ id, texts, asked = noQuestions }) => [
    ...[...texts.values()].flatMap((text) => [
      ...text.questions.map((question) => toExample(id, text, question, 'asked')),
      ...toldBy(text)
        .filter((sentence) => sentence !== '')
        .map((sentence) => toExample(id, text, sentence, 'told')),
    ]),
    ...[...asked].flatMap(([language, questions]) =>
      questions.map((question) => toExample(id, { language }, question, 'asked')),
    ),
  ])

const noQuestions: NonNullable<Article['asked']> = new Map()

const toExample = (
  id: string,
  { language }: Pick<ArticleText, 'language'>,
  text: string,
  kind: ArticleExample['kind'],
): ArticleExample => ({ text, label: `article:${id}`, language, kind })
