// "Och på söndagar?" right after an article answered: the passage of that article which says it, or that it does not.
import { findInArticle } from '../../knowledge/follow-up/find-in-article'
import { readFollowUp, type FollowUp } from '../../knowledge/follow-up/read-follow-up'
import { withoutMasks } from '../../privacy/mask-personal-data'
import { goElsewhere, isAmidst } from '../understanding/decide'
import { withDayAsOccasion } from './day-as-occasion'
import { judgeFollowUp } from './judge-follow-up'
import { guessOf, readable, synonymsOf, type ReadableArticle } from './readable-article'
import { keepUnanswered, rememberThought } from '../understanding/keep-unanswered'
import { goneOnFromMs } from '../turn/gone-on-from'
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

/** What answered last, while it may still be gone on from. */
function lastAnswered(turn: Turn): ReadableArticle | undefined {
  const { conversation, content, message, now } = turn
  const { answered } = conversation
  if (answered === null || isAmidst(turn) || turn.topDialogGone === true) return undefined
  if (now.getTime() - Date.parse(answered.at) > goneOnFromMs[message.channel]) return undefined
  return readable(turn, content.articles.get(answered.article))
}

/**
 * The question read together with what was talked about: another article may say what this one does not. Undefined where
 * none is meant.
 */
function askedElsewhere(turn: Turn, { article, text }: ReadableArticle): StageResult | undefined {
  const words = wordsToRecognise(turn, `${text.title} ${turn.text}`)
  return goElsewhere(turn, turn.content.classifier.classify(words, languageOf(turn)), `article:${article.id}`)
}

const notSaid = (turn: Turn, { article }: ReadableArticle, { asked, sides }: FollowUp): StageResult =>
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

export const hearFollowUp: Stage = (turn) => {
  const { classification, plan, conversation } = turn
  if (plan !== undefined || classification === undefined) return goOn(turn)
  const last = lastAnswered(turn)
  const language = languageOf(turn)
  const followUp = last && readFollowUp(withDayAsOccasion(turn, withoutMasks(turn.text)), language)
  if (last === undefined || followUp === undefined) return goOn(turn)
  const found = findInArticle(last.article.id, last.text, followUp, {
    askedBefore: conversation.answered?.asked ?? [],
    synonyms: synonymsOf(turn, language),
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
