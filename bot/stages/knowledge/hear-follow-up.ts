// "Och på söndagar?" right after an article answered: the passage of that article which says it, or that it does not.
import type { Passage } from '../../contracts/knowledge/passage'
import type { Classification, TopicId } from '../../contracts/talk/classifier'
import { findInArticle } from '../../knowledge/follow-up/find-in-article'
import { askedIn, readFollowUp, type FollowUp, type Leaning } from '../../knowledge/follow-up/read-follow-up'
import { promisesSide } from '../../knowledge/follow-up/sides'
import { splitPassages } from '../../knowledge/search/split-passages'
import { withoutMasks } from '../../privacy/mask-personal-data'
import { clarify } from '../understanding/ask-back'
import { topicTitle } from '../understanding/topic-title'
import { decisionOf, mostOffered } from '../understanding/decision-of'
import { goElsewhere } from '../understanding/decide'
import { isAmidst } from '../turn/is-amidst'
import { withDayAsOccasion } from './day-as-occasion'
import { doneElsewhere, namesOnlyDeeds } from './done-elsewhere'
import { passageOnAddress } from '../understanding/address-asked-for'
import { hearOfOffered, saidIn } from './hear-of-offered'
import { hearWhom } from './hear-whom'
import { judgeFollowUp, type Guess } from './judge-follow-up'
import { guessOf, readable, synonymsOf, type ReadableArticle } from './readable-article'
import { keepUnanswered, rememberThought } from '../understanding/keep-unanswered'
import { mayGoOnFrom } from '../turn/gone-on-from'
import { articleOf } from '../turn/topic'
import {
  endTurn,
  goOn,
  languageOf,
  languageOfText,
  withConversation,
  type Stage,
  type StageResult,
  type Turn,
} from '../turn/turn'
import { wordsToRecognise } from '../turn/words-to-recognise'

/** What answered last, while it may still be gone on from. */
function lastAnswered(turn: Turn): ReadableArticle | undefined {
  const { answered } = turn.conversation
  if (answered === null || isAmidst(turn) || turn.topDialogGone === true) return undefined
  if (!mayGoOnFrom(turn, answered.at)) return undefined
  return readable(turn, turn.content.articles.get(answered.article))
}

/** Quoted with the article named, which lies open from then on. */
function quote(turn: Turn, passage: Passage): StageResult {
  const clarifying = [`article:${passage.articleId}`]
  const next = rememberThought(withConversation(turn, { misses: 0, clarifying }), { answered: true })
  return goOn({ ...next, plan: { kind: 'passage', passage, others: [], followsUp: true } })
}

/**
 * The question read together with what was talked about: another article may say what this one does not. Undefined where
 * none is meant.
 */
function askedElsewhere(
  turn: Turn,
  { article, text }: ReadableArticle,
  followUp: FollowUp,
): StageResult | undefined {
  const words = wordsToRecognise(turn, `${text.title} ${turn.text}`)
  const classification = turn.content.classifier.classify(words, languageOf(turn))
  // To offer what is as silent would be asked about in vain.
  const mayTell = (topic: TopicId): boolean => saidIn(turn, topic, followUp)?.kind !== 'missing'
  const promises = (topic: TopicId): boolean =>
    followUp.named.length === 0 && promisesSide(topicTitle(turn, topic), followUp.sides, languageOf(turn))
  return goElsewhere(turn, classification, `article:${article.id}`, { mayTell, promises })
}

/** How something is done is what an article says first, in whatever words: "ring oss, så byter vi kärlet". */
function leadOf(turn: Turn, { article, text }: ReadableArticle, followUp: FollowUp): StageResult | undefined {
  const asksOnlyHow =
    followUp.sides.every((side) => side === 'how') &&
    followUp.sides.length > 0 &&
    followUp.named.length + followUp.occasions.length === 0
  const [lead] = asksOnlyHow ? splitPassages(article.id, text) : []
  return lead && quote(turn, lead)
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

/**
 * "Är det farligt för barn?" leans on brown water, and others are as likely by its words alone: the article that lies open is
 * offered before them. Undefined where something else is sure, or where the message says by itself what it is about.
 */
function offerBeforeOthers(
  turn: Turn,
  { article }: ReadableArticle,
  leaning: Leaning,
  guess: Guess,
): StageResult | undefined {
  const leans =
    leaning === 'pointing' || leaning === 'joined' || leaning === 'fragment' || leaning === 'whose'
  if (guess.kind !== 'close' || !leans || turn.classification === undefined) return undefined
  const decision = decisionOf(turn, turn.classification)
  if (decision.kind !== 'close') return undefined
  return clarify(turn, [`article:${article.id}` as const, ...decision.topics].slice(0, mostOffered))
}

/** "And on Sundays?" in a Swedish talk asks what "och på söndagar?" does. */
function followUpIn(turn: Turn): FollowUp | undefined {
  const [written, language] = [languageOfText(turn), languageOf(turn)]
  const text = withoutMasks(turn.text)
  const followUp = readFollowUp(written === language ? withDayAsOccasion(turn, text) : text, written)
  return followUp && askedIn(followUp, written, language)
}

const mostWordsOfDeed = 4
const namesADeed = (followUp: FollowUp): boolean =>
  followUp.leaning === 'short' &&
  followUp.named.length === 1 &&
  followUp.words.length <= mostWordsOfDeed &&
  namesOnlyDeeds(followUp)

/** Two articles tell how it is done, each of something else: whoever answers from the wrong one is believed. */
function askedOfBoth(turn: Turn, { article }: ReadableArticle, { best }: Classification): StageResult {
  const [first] = best
  const own: TopicId = `article:${article.id}`
  const other = first?.label
  return articleOf(other) !== undefined && other !== own ? clarify(turn, [own, other as TopicId]) : goOn(turn)
}

export const hearFollowUp: Stage = (turn) => {
  const { classification, plan, conversation } = turn
  if (plan !== undefined || classification === undefined) return goOn(turn)
  const last = lastAnswered(turn)
  const language = languageOf(turn)
  const ofAddress = last && passageOnAddress(turn)
  if (ofAddress !== undefined) return quote(turn, ofAddress)
  const whom = last && hearWhom(turn, last)
  if (whom?.passage !== undefined) return quote(whom.turn, whom.passage)
  if (last !== undefined && whom !== undefined) return notSaid(whom.turn, last, whom.asked)
  const followUp = followUpIn(turn)
  if (followUp === undefined) return goOn(turn)
  if (last === undefined)
    return hearOfOffered(turn, followUp, (passage) => quote(turn, passage)) ?? goOn(turn)
  const guess = guessOf(turn, classification, last)
  const found = findInArticle(last.article.id, last.text, followUp, {
    askedBefore: conversation.answered?.asked ?? [],
    synonyms: synonymsOf(turn, language),
    isMeant: guess.kind === 'same',
  })
  // Asked anew in another language, a question would go on from its own answer.
  if (turn.isAnew === true && guess.kind === 'same') return goOn(turn)
  const verdict = judgeFollowUp({ leaning: followUp.leaning, found: found.kind, guess })
  if (verdict === 'stands-alone' && found.kind !== 'found' && guess.kind !== 'sure') {
    const elsewhere =
      followUp.named.length > 0 ? doneElsewhere(turn, last.article, followUp, quote) : undefined
    if (elsewhere !== undefined) return elsewhere
  }
  if (verdict === 'stands-alone')
    return namesADeed(followUp) && found.kind === 'found'
      ? askedOfBoth(turn, last, classification)
      : (offerBeforeOthers(turn, last, followUp.leaning, guess) ?? goOn(turn))
  // Of words in another language nobody can say that the article has nothing of them.
  if (found.kind !== 'found' && languageOfText(turn) !== language) return goOn(turn)
  if (found.kind !== 'found')
    return (
      askedElsewhere(turn, last, followUp) ??
      doneElsewhere(turn, last.article, followUp, quote) ??
      leadOf(turn, last, followUp) ??
      notSaid(turn, last, followUp)
    )
  return quote(turn, found.passage)
}
