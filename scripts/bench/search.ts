// One search in five thousand passages, and what the index of the shipped articles costs.
import { readContentFiles } from '../../bot/content/content-files'
import { checkContent } from '../../bot/content/content'
import { searchArticles } from '../../bot/knowledge/search/search-articles'
import { plainOf, splitPassages } from '../../bot/knowledge/search/split-passages'
import { TextIndex, type IndexedPage } from '../../bot/knowledge/search/text-index'
import { percentile, rounded } from './figures'

const passageCount = 5_000
const searches = 2_000
const today = '2026-11-24'
const mostHits = 10

/** Every third longer word with other letters at its end, so that the vocabulary grows as that of more articles would. */
const bend = (text: string, round: number): string => {
  let word = 0
  return text.replace(/\p{L}{6,}/gu, (found) => {
    word += 1
    return (word + round) % 3 === 0 ? `${found.slice(0, -1)}${String.fromCharCode(97 + (round % 26))}` : found
  })
}

/** The shipped articles over and over, each round with some other words. */
function manyPages(pages: readonly IndexedPage[]): readonly IndexedPage[] {
  const perRound = pages.reduce((sum, { texts }) => sum + texts.length, 0)
  return Array.from({ length: Math.ceil(passageCount / perRound) }, (_, round) =>
    pages.map(({ head, texts }) => ({
      head: bend(head, round),
      texts: texts.map((text) => bend(text, round)),
    })),
  ).flat()
}

export async function benchSearch(): Promise<Readonly<Record<string, number>>> {
  const content = checkContent(await readContentFiles('.'), today)
  const articles = [...content.articles.values()].flatMap((article) => article.texts.get('sv') ?? [])
  const questions = articles.flatMap((article) => article.questions)
  const shippedAt = performance.now()
  searchArticles(content)(questions[0] ?? '', 'sv')
  const shippedMs = performance.now() - shippedAt
  const pages = manyPages(
    articles.map((article) => ({
      head: [article.title, ...article.questions].join('\n'),
      texts: splitPassages('', article).map(({ text }) => plainOf(text)),
    })),
  )
  const index = new TextIndex(pages, 'sv')
  const ask = (count: number): readonly number[] =>
    Array.from({ length: count }, (_, at) => {
      const question = questions[(at * 7) % questions.length] ?? ''
      const startedAt = performance.now()
      index.search(question, mostHits)
      return performance.now() - startedAt
    })
  ask(searches / 4)
  const samplesMs = ask(searches)
  return {
    searchP50Ms: rounded(percentile(samplesMs, 0.5)),
    searchP99Ms: rounded(percentile(samplesMs, 0.99)),
    searchIndexShippedMs: rounded(shippedMs),
  }
}
