// What a language model may word: the short answers of the articles that the classifier finds likely, and what the search found.
import type { FoundPassage } from './contracts/passage'
import { articleText } from './knowledge/answer-from-article'
import type { FindPassages } from './stages/ask-model'
import { leastProbabilityToOffer } from './understanding/decide-topic'

/** So much of the question a passage that was searched has to speak of; a model given others has more to be misled by. */
const leastCoverage = 0.5
const mostSearched = 5

export const findLikelyPassages: FindPassages = (text, language, content) => {
  const { classifier, articles, city } = content
  const likely = classifier
    .classify(text, language)
    .best.flatMap(({ label, probability }): FoundPassage[] => {
      const article = label.startsWith('article:') ? articles.get(label.slice('article:'.length)) : undefined
      if (article === undefined || probability < leastProbabilityToOffer) return []
      const { title, answer, language: written } = articleText(article, language, city)
      const passage = { articleId: article.id, language: written, title, heading: undefined, text: answer }
      return [{ passage, score: probability }]
    })
  const isNew = ({ passage }: FoundPassage): boolean =>
    likely.every((one) => one.passage.articleId !== passage.articleId || one.passage.text !== passage.text)
  const searched = content
    .searchPassages(text, language)
    .filter((one) => one.coverage >= leastCoverage && isNew(one))
    .slice(0, mostSearched)
  // After the likely ones, and worth less than any of them: scores of two kinds are not compared.
  return [...likely, ...searched.map(({ passage }, at) => ({ passage, score: -1 - at }))]
}
