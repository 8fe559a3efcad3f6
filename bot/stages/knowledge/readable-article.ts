// An article in the resident's language, and what the classifier thinks of a short question beside it.
import type { Article, ArticleText } from '../../contracts/knowledge/article'
import type { Classification } from '../../contracts/talk/classifier'
import type { Language } from '../../contracts/talk/language'
import { articleIsValid } from '../../knowledge/answer-from-article'
import type { SynonymGroup } from '../../knowledge/search/synonyms'
import { leastProbabilityToOffer } from '../../understanding/decide-topic'
import { walkEnvironment } from '../turn/open-dialog'
import { languageOf, type Turn } from '../turn/turn'
import { decisionOf } from '../understanding/decision-of'
import { isAmidst } from '../turn/is-amidst'
import { sureAllTheSame, type Guess } from './judge-follow-up'

export interface ReadableArticle {
  readonly article: Article
  /** In the resident's language. */
  readonly text: ArticleText
}

/** Undefined for one that is gone, withdrawn, or not in the resident's language. */
export function readable(turn: Turn, article: Article | undefined): ReadableArticle | undefined {
  const language = languageOf(turn)
  const isWhole = turn.content.city.wholeLanguages.includes(language)
  const text = isWhole ? article?.texts.get(language) : undefined
  if (article === undefined || text === undefined) return undefined
  return articleIsValid(article, walkEnvironment(turn).today) ? { article, text } : undefined
}

/** What the classifier thinks of the message by itself. */
export function guessOf(turn: Turn, classification: Classification, { article }: ReadableArticle): Guess {
  const decision = decisionOf(turn, classification)
  if (decision.kind === 'none') return { kind: 'none' }
  const [first] = decision.kind === 'sure' ? [decision.topic] : decision.topics
  const own = `article:${article.id}`
  if (first === own || (isAmidst(turn) && first === `dialog:${article.dialog}`)) return { kind: 'same' }
  const probability = classification.best[0]?.probability ?? 0
  const thinksOfIt = classification.best.some(
    (one) => one.label === own && one.probability >= leastProbabilityToOffer,
  )
  if (thinksOfIt && probability < sureAllTheSame) return { kind: 'among' }
  return decision.kind === 'close' ? { kind: 'close' } : { kind: 'sure', probability }
}

/** One and the same, by which an article that was read is known again. */
const noSynonyms: readonly SynonymGroup[] = []

export const synonymsOf = ({ content }: Turn, language: Language): readonly SynonymGroup[] =>
  content.synonyms.get(language) ?? noSynonyms
