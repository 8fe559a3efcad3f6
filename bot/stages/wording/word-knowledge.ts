// What the articles say, and that they do not say it.
import type { TopicId } from '../../contracts/talk/classifier'
import type { WordingKey } from '../../contracts/talk/wording'
import { articleText } from '../../knowledge/answer-from-article'
import type { SideName } from '../../knowledge/follow-up/sides'
import { cityText } from '../turn/city-text'
import { type Turn, languageOf } from '../turn/turn'
import type { Utterance } from '../turn/utterance'
import { topicTitle } from '../understanding/topic-title'
import { inCityWords } from './in-city-words'
import { wordArticle, wordPassage } from './word-article'
import { escapeValues } from './word-open-question'
import { dialogButton, topicButtons } from './word-topics'
import type { Worded } from './worded'

export function wordArticleOf(turn: Turn, id: string): Worded {
  const article = turn.content.articles.get(id)
  if (article === undefined) return inCityWords(turn, 'dont-know')
  const buttons = article.dialog === undefined ? [] : dialogButton(turn, article.dialog)
  const title = articleText(article, languageOf(turn), turn.content.city).title
  return wordArticle(turn, article, buttons) ?? inCityWords(turn, 'article.withdrawn', { title })
}

export function wordPassageOf(
  turn: Turn,
  { passage, others, followsUp = false }: Extract<Utterance, { kind: 'passage' }>,
): Worded {
  const article = turn.content.articles.get(passage.articleId)
  return article === undefined
    ? inCityWords(turn, 'dont-know')
    : wordPassage(turn, article, { ...passage, followsUp }, (whole) =>
        topicButtons(turn, [...whole, ...others]),
      )
}

const sideWords: Readonly<Partial<Record<SideName, WordingKey>>> = {
  price: 'follow-up.price',
  duration: 'follow-up.duration',
  time: 'follow-up.time',
  online: 'follow-up.online',
  booking: 'follow-up.booking',
  place: 'follow-up.place',
}

export function wordNotSaid(
  turn: Turn,
  { article, asked, side }: Extract<Utterance, { kind: 'not-said' }>,
): Worded {
  const ofSide = cityText(turn, (side && sideWords[side]) ?? 'follow-up.it')
  const topic: TopicId = `article:${article}`
  const values = escapeValues({ asked: asked === '' ? ofSide : asked, title: topicTitle(turn, topic) })
  // No button back to it: all of it was looked through.
  return { ...inCityWords(turn, 'follow-up.not-said', values), topic }
}
