// "När har biblioteket öppet och vad kostar ett bygglov?": two questions in one message, each sure by itself, are both answered.
import type { TopicId } from '../../contracts/talk/classifier'
import { articleIsValid } from '../../knowledge/answer-from-article'
import { articleOf } from '../turn/topic'
import { walkEnvironment } from '../turn/open-dialog'
import { goOn, withConversation, type Stage, type Turn } from '../turn/turn'
import type { Utterance } from '../turn/utterance'
import { isAmidst } from '../turn/is-amidst'
import { rememberThought } from './keep-unanswered'
import { areTwo, asks, leastBesideQuestion, pairIn, topicIn } from './two-in-one'

interface Question {
  readonly topic: TopicId
  readonly article: string
}

/** "Jag behöver boendeparkering" beside a question asks as well, though it tells. */
const needs = /(?<!\p{L})(?:behöver|vill ha|söker|letar efter|need|want|am looking for)(?!\p{L})/iu

/** Of what nobody vouches for any more there is more to say than an answer. */
function questionIn(turn: Turn, text: string): Question | undefined {
  const topic = asks(text) || needs.test(text) ? topicIn(turn, text) : undefined
  const article = turn.content.articles.get(articleOf(topic) ?? '')
  return topic !== undefined && article !== undefined && articleIsValid(article, walkEnvironment(turn).today)
    ? { topic, article: article.id }
    : undefined
}

const twoQuestions = (turn: Turn): readonly [Question, Question] | undefined =>
  pairIn(
    turn.text,
    (text) => questionIn(turn, text),
    (first, second) => areTwo(turn, [first.topic, second.topic], leastBesideQuestion),
  )

export const hearTwoQuestions: Stage = (turn) => {
  if (turn.plan !== undefined || turn.classification === undefined || isAmidst(turn)) return goOn(turn)
  const questions = twoQuestions(turn)
  if (questions === undefined) return goOn(turn)
  const [first, second] = questions
  const heard = rememberThought(withConversation(turn, { misses: 0, clarifying: [] }), { answered: true })
  // A text message has room for one article; the other is one of its numbered lines.
  const isShort = turn.message.channel === 'sms'
  const beside: Utterance = isShort
    ? { kind: 'topic-button', topic: second.topic }
    : { kind: 'article', article: first.article }
  return goOn({
    ...heard,
    utterances: [...turn.utterances, beside],
    plan: { kind: 'article', article: (isShort ? first : second).article },
  })
}
