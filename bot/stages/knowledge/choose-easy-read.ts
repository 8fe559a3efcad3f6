// "Lättläst", and "vanlig text": the resident chooses which of an article's two texts they read, now and from now on.
import { twinOf } from '../../knowledge/answer-from-article'
import { matchCommand } from '../../understanding/match-command'
import { articleOf } from '../turn/topic'
import { openQuestion } from '../turn/open-dialog'
import {
  endTurn,
  goOn,
  languageOf,
  withConversation,
  type Stage,
  type StageResult,
  type Turn,
} from '../turn/turn'

interface Wish {
  readonly easy: boolean
  /** The article that it was said of; undefined where nothing was answered yet. */
  readonly article: string | undefined
}

function wishOf(turn: Turn): Wish | undefined {
  const { content } = turn.message
  if (content.kind === 'choice') {
    const { name, value } = content.choice
    return name === 'easy' || name === 'ordinary' ? { easy: name === 'easy', article: value } : undefined
  }
  const word =
    content.kind === 'text' ? matchCommand(turn.text, turn.content.city, languageOf(turn)) : undefined
  if (word !== 'easy' && word !== 'ordinary') return undefined
  return { easy: word === 'easy', article: articleOf(turn.conversation.lastTopic) }
}

export const chooseEasyRead: Stage = (turn) => {
  const wish = wishOf(turn)
  if (wish === undefined) return goOn(turn)
  return follow(wish, withConversation(turn, { easyRead: wish.easy }))
}

function follow({ easy, article: id }: Wish, turn: Turn): StageResult {
  const { city, articles } = turn.content
  const article = id === undefined ? undefined : articles.get(id)
  const twin = article && twinOf(article, languageOf(turn), city)
  if (article !== undefined && twin !== undefined)
    return goOn({ ...turn, plan: { kind: 'article', article: article.id } })
  const isMissing = easy && article !== undefined
  const key = isMissing ? 'easy.missing' : easy ? 'easy.on' : 'easy.off'
  return endTurn(turn, 'answered-command', { kind: 'wording', key }, ...openQuestion(turn))
}
