// What a language model may word: the short answers of the articles that the classifier finds likely, and what the search found.
import type { FoundPassage, SearchedPassage } from '../../contracts/knowledge/passage'
import { articleText } from '../../knowledge/answer-from-article'
import type { FindPassages } from './ask-model'
import { leastProbabilityToOffer } from '../../understanding/decide-topic'
import { articleOf } from '../turn/topic'

/** So much of the question a passage that was searched has to speak of; a model given others has more to be misled by. */
const leastCoverage = 0.5
const mostSearched = 5
/** Other words, but so near in meaning that it may be what was asked: whoever words the answer sees whether it is. */
const mostByMeaning = 3

const mayHelp = ({ coverage, placeByMeaning = mostByMeaning }: SearchedPassage): boolean =>
  coverage >= leastCoverage || placeByMeaning < mostByMeaning

export const findLikelyPassages: FindPassages = (text, language, content, closeness) => {
  const { classifier, articles, city } = content
  const likely = classifier
    .classify(text, language)
    .best.flatMap(({ label, probability }): FoundPassage[] => {
      const article = articles.get(articleOf(label) ?? '')
      if (article === undefined || probability < leastProbabilityToOffer) return []
      const { title, answer, language: written } = articleText(article, language, city)
      const passage = { articleId: article.id, language: written, title, heading: undefined, text: answer }
      return [{ passage, score: probability }]
    })
  const isNew = ({ passage }: FoundPassage): boolean =>
    likely.every((one) => one.passage.articleId !== passage.articleId || one.passage.text !== passage.text)
  const searched = content
    .searchPassages(text, language, closeness)
    .filter((one) => mayHelp(one) && isNew(one))
    .slice(0, mostSearched)
  // After the likely ones, and worth less than any of them: scores of two kinds are not compared.
  return [...likely, ...searched.map(({ passage }, at) => ({ passage, score: -1 - at }))]
}
