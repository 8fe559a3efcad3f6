// The short answers of the articles that the classifier finds likely.
import { articleText } from './knowledge/answer-from-article'
import type { FindPassages } from './stages/ask-model'
import { leastProbabilityToOffer } from './understanding/decide-topic'

export const findLikelyPassages: FindPassages = (text, language, { classifier, articles, city }) =>
  classifier.classify(text, language).best.flatMap(({ label, probability }) => {
    const article = label.startsWith('article:') ? articles.get(label.slice('article:'.length)) : undefined
    if (article === undefined || probability < leastProbabilityToOffer) return []
    const { title, answer, language: written } = articleText(article, language, city)
    const passage = { articleId: article.id, language: written, title, heading: undefined, text: answer }
    return [{ passage, score: probability }]
  })
