// "Och på söndagar?" right after an article answered: the passage of that article which says it, or that it does not.
import type { Article, ArticleText } from '../../contracts/article'
import type { Classification } from '../../contracts/classifier'
import { findInArticle } from '../../knowledge/follow-up/find-in-article'
import type { SynonymGroup } from '../../knowledge/search/synonyms'
import { readFollowUp, type FollowUp } from '../../knowledge/follow-up/read-follow-up'
import { articleIsValid } from '../../knowledge/answer-from-article'
import { withoutMasks } from '../../privacy/mask-personal-data'
import { decisionOf, goElsewhere, isAmidst } from '../understanding/decide'
import { withDayAsOccasion } from './day-as-occasion'
import { judgeFollowUp, sureAllTheSame, type Guess } from './judge-follow-up'
import { leastProbabilityToOffer } from '../../understanding/decide-topic'
import { keepUnanswered, rememberThought } from '../understanding/keep-unanswered'
import { goneOnFromMs } from '../turn/gone-on-from'
import { walkEnvironment } from '../turn/open-dialog'
import {
  endTurn,
  goOn,
  languageOf,
  withConversation,
  type Stage,
  type StageResult,
  type Turn,
} from '../turn/turn'
import { wordsToRecognise } from '../turn/words-to-recognise'

interface Answered {
  readonly article: Article
  /** In the resident's language. */
  readonly text: ArticleText
}

/** What answered last, while it may still be gone on from. */
function lastAnswered(turn: Turn): Answered | undefined {
  const { conversation, content, message, now } = turn
  const { answered } = conversation
  const language = languageOf(turn)
  if (answered === null || isAmidst(turn) || turn.topDialogGone === true) return undefined
  if (now.getTime() - Date.parse(answered.at) > goneOnFromMs[message.channel]) return undefined
  const article = content.articles.get(answered.article)
  const text = content.city.wholeLanguages.includes(language) ? article?.texts.get(language) : undefined
  if (article === undefined || text === undefined) return undefined
  return articleIsValid(article, walkEnvironment(turn).today) ? { article, text } : undefined
}

/** What the classifier thinks of the message by itself. */
function guessOf(turn: Turn, classification: Classification, { article }: Answered): Guess {
  const decision = decisionOf(turn, classification)
  if (decision.kind === 'none') return { kind: 'none' }
  const [first] = decision.kind === 'sure' ? [decision.topic] : decision.topics
  const own = `article:${article.id}`
  if (first === own) return { kind: 'same' }
  const probability = classification.best[0]?.probability ?? 0
  const thinksOfIt = classification.best.some(
    (one) => one.label === own && one.probability >= leastProbabilityToOffer,
  )
  if (thinksOfIt && probability < sureAllTheSame) return { kind: 'among' }
  return decision.kind === 'close' ? { kind: 'close' } : { kind: 'sure', probability }
}

/**
 * The question read together with what was talked about: another article may say what this one does not. Undefined where
 * none is meant.
 */
function askedElsewhere(turn: Turn, { article, text }: Answered): StageResult | undefined {
  const words = wordsToRecognise(turn, `${text.title} ${turn.text}`)
  return goElsewhere(turn, turn.content.classifier.classify(words, languageOf(turn)), `article:${article.id}`)
}

const notSaid = (turn: Turn, { article }: Answered, { asked, sides }: FollowUp): StageResult =>
  endTurn(
    withConversation(keepUnanswered(turn, `article:${article.id}`), {
      misses: 0,
      clarifying: [],
      thought: null,
    }),
    'unanswered-not-said',
    { kind: 'not-said', article: article.id, asked, side: sides[0] },
    { kind: 'person-button' },
  )

/** One and the same, by which an article that was read is known again. */
const noSynonyms: readonly SynonymGroup[] = []

export const hearFollowUp: Stage = (turn) => {
  const { classification, plan, conversation, content } = turn
  if (plan !== undefined || classification === undefined) return goOn(turn)
  const last = lastAnswered(turn)
  const language = languageOf(turn)
  const followUp = last && readFollowUp(withDayAsOccasion(turn, withoutMasks(turn.text)), language)
  if (last === undefined || followUp === undefined) return goOn(turn)
  const found = findInArticle(last.article.id, last.text, followUp, {
    askedBefore: conversation.answered?.asked ?? [],
    synonyms: content.synonyms.get(language) ?? noSynonyms,
  })
  const guess = guessOf(turn, classification, last)
  // Asked anew in another language, a question would go on from its own answer.
  if (turn.isAnew === true && guess.kind === 'same') return goOn(turn)
  const verdict = judgeFollowUp({ leaning: followUp.leaning, found: found.kind, guess })
  if (verdict === 'stands-alone') return goOn(turn)
  if (found.kind !== 'found') return askedElsewhere(turn, last) ?? notSaid(turn, last, followUp)
  const clarifying = [`article:${last.article.id}`]
  const next = rememberThought(withConversation(turn, { misses: 0, clarifying }), { answered: true })
  return goOn({ ...next, plan: { kind: 'passage', passage: found.passage, others: [], followsUp: true } })
}
