// Passages of the pages, as a search would find them, and the articles that they are of.
import type { Article } from '../../../bot/contracts/knowledge/article'
import type { Language } from '../../../bot/contracts/talk/language'
import type { FoundPassage } from '../../../bot/contracts/knowledge/passage'
import { pages, type Page } from './pages'

function pageOf(language: Language, id: string): Page {
  const page = pages.find((one) => one.language === language && one.id === id)
  if (page === undefined) throw new Error(`no page ${id} in ${language}`)
  return page
}

/** The short answer and the details of these articles, best first. */
export function passagesOf(language: Language, ...ids: readonly string[]): readonly FoundPassage[] {
  const found = ids.flatMap((articleId) => {
    const { title, answer, details } = pageOf(language, articleId)
    const short = { articleId, language, title, heading: undefined, text: answer }
    return [short, { ...short, text: details }]
  })
  return found.map((passage, index) => ({ passage, score: found.length - index }))
}

/** An article with the Swedish and the English page of that name. */
export const articleOf = (id: string): Article => ({
  id,
  owner: 'Bad och idrott',
  department: 'kultur-fritid',
  source: `https://helsingborg.se/${id}/`,
  reviewed: '2026-10-28',
  validUntil: '2027-10-28',
  texts: new Map(
    ['sv', 'en'].map((language) => {
      const { title, answer, details } = pageOf(language, id)
      return [language, { language, title, answer, details, questions: [] }]
    }),
  ),
})
