// An article or a passage of one answers; after it an open dialog's question is asked again, so that nobody loses their place.
import type { Article } from '../../contracts/knowledge/article'
import { articleIsValid } from '../../knowledge/answer-from-article'
import { openQuestion, walkEnvironment } from '../turn/open-dialog'
import { endTurn, goOn, languageOf, withConversation, type Stage, type Turn } from '../turn/turn'
import type { Utterance } from '../turn/utterance'

export const answerFromKnowledge: Stage = (turn) => {
  if (turn.plan?.kind === 'passage') {
    const { passage, others, followsUp = false } = turn.plan
    const next = withConversation(turn, { lastTopic: `article:${passage.articleId}`, misses: 0 })
    const said = { kind: 'passage', passage, others, followsUp } as const
    return endTurn(next, 'answered-passage', said, ...openQuestion(turn))
  }
  if (turn.plan?.kind !== 'article') return goOn(turn)
  const article = turn.content.articles.get(turn.plan.article)
  if (article === undefined) return goOn(turn)
  const next = withConversation(turn, { lastTopic: `article:${article.id}`, misses: 0 })
  const open = openQuestion(turn)
  const said = { kind: 'article', article: article.id } as const
  return articleIsValid(article, walkEnvironment(turn).today)
    ? endTurn(next, 'answered-article', said, ...open)
    : endTurn(
        next,
        'unanswered-no-source',
        ...whatToDo(turn, article),
        said,
        { kind: 'person-button' },
        ...open,
      )
}

/** Nobody vouches for the text any more, but who asks may be in danger: that advice is the house's own, and never too old. */
const whatToDo = (turn: Turn, { danger }: Article): readonly Utterance[] =>
  danger === undefined ? [] : [{ kind: 'emergency', emergency: { kind: danger, language: languageOf(turn) } }]
