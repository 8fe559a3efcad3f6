// The search in what the articles say: a question in, the passages that may answer it out, best first.
import type { Article } from '../../contracts/knowledge/article'
import type { Language } from '../../contracts/talk/language'
import type { Closeness, Passage, SearchedPassage, SearchPassages } from '../../contracts/knowledge/passage'
import { fuseRankings } from './fuse-rankings'
import { plainOf, splitPassages } from './split-passages'
import { synonymsFrom, type SynonymGroup } from './synonyms'
import { TextIndex } from './text-index'

export interface SearchedContent {
  readonly articles: ReadonlyMap<string, Article>
  readonly synonyms: ReadonlyMap<Language, readonly SynonymGroup[]>
}

/** So many are handed out. */
const mostPassages = 10

interface LanguageIndex {
  readonly passages: readonly Passage[]
  readonly index: TextIndex
}

function indexOf({ articles, synonyms }: SearchedContent, language: Language): LanguageIndex {
  const spoken = [...articles.values()].flatMap(({ id, texts }) => {
    const text = texts.get(language)
    return text === undefined ? [] : [{ text, passages: splitPassages(id, text) }]
  })
  const index = new TextIndex(
    spoken.map(({ text, passages }) => ({
      head: [text.title, ...text.questions].join('\n'),
      texts: passages.map((passage) => `${passage.heading ?? ''}\n${plainOf(passage.text)}`),
    })),
    language,
    synonymsFrom(synonyms.get(language) ?? [], language),
  )
  return { passages: spoken.flatMap(({ passages }) => passages), index }
}

/** The index of a language is made at its first question, so that a start does not wait for it. */
export function searchArticles(content: SearchedContent): SearchPassages {
  const indexes = new Map<Language, LanguageIndex>()
  return (text, language, closeness) => {
    const { passages, index } = indexes.get(language) ?? indexOf(content, language)
    if (!indexes.has(language)) indexes.set(language, { passages, index })
    const byWords = index.search(text, mostPassages).flatMap(({ at, score, coverage }) => {
      const passage = passages[at]
      return passage === undefined ? [] : [{ passage, score, coverage }]
    })
    return closeness === undefined ? byWords : fuse(byWords, nearest(passages, closeness))
  }
}

function nearest(passages: readonly Passage[], closeness: Closeness): readonly Passage[] {
  return passages
    .flatMap((passage) => {
      const cosine = closeness(passage)
      return cosine === undefined ? [] : [{ passage, cosine }]
    })
    .sort((a, b) => b.cosine - a.cosine)
    .slice(0, mostPassages)
    .map(({ passage }) => passage)
}

function fuse(
  byWords: readonly SearchedPassage[],
  byMeaning: readonly Passage[],
): readonly SearchedPassage[] {
  const found = new Map(byWords.map((one) => [one.passage, one]))
  return fuseRankings([[...found.keys()], byMeaning])
    .slice(0, mostPassages)
    .map((passage) => {
      const place = byMeaning.indexOf(passage)
      return {
        ...(found.get(passage) ?? { passage, score: 0, coverage: 0 }),
        ...(place >= 0 && { placeByMeaning: place }),
      }
    })
}
