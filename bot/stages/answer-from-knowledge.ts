// An article or a passage of one answers; after it an open dialog's question is asked again, so that nobody loses their place.
import { articleIsValid } from '../knowledge/answer-from-article'
import { walkEnvironment } from './open-dialog'
import { endTurn, goOn, withConversation, type Stage } from './turn'

export const answerFromKnowledge: Stage = (turn) => {
  if (turn.plan?.kind === 'passage') {
    const { passage, others, followsUp = false } = turn.plan
    const next = withConversation(turn, { lastTopic: `article:${passage.articleId}`, misses: 0 })
    return endTurn(next, 'answered-passage', { kind: 'passage', passage, others, followsUp })
  }
  if (turn.plan?.kind !== 'article') return goOn(turn)
  const article = turn.content.articles.get(turn.plan.article)
  if (article === undefined) return goOn(turn)
  const next = withConversation(turn, { lastTopic: `article:${article.id}`, misses: 0 })
  const open = turn.conversation.frames.length > 0 ? ([{ kind: 'open-question' }] as const) : []
  const outcome = articleIsValid(article, walkEnvironment(turn).today)
    ? 'answered-article'
    : 'unanswered-no-source'
  return endTurn(next, outcome, { kind: 'article', article: article.id }, ...open)
}
