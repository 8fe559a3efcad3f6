// No intent is sure, and passages were found: a language model may word them into an answer, where the city has one. Whatever
// comes of it, the turn goes on; without an answer it goes on as if there were no model.
import type { AnswerWithModel, ModelAnswer } from '../../answering/answer-with-model'
import type { Content } from '../../content/content'
import type { Language } from '../../contracts/talk/language'
import type { Logger } from '../../contracts/basics/logger'
import type { ModelVerdict } from '../../contracts/talk/observer'
import type { Closeness, FoundPassage } from '../../contracts/knowledge/passage'
import { articleIsValid } from '../../knowledge/answer-from-article'
import { openInterim, type InterimStore } from './open-interim'
import { mayLeaveTheHouse } from './may-leave-the-house'
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

/** Best first; of the content that the turn serves. */
export type FindPassages = (
  text: string,
  language: Language,
  content: Content,
  closeness?: Closeness,
) => readonly FoundPassage[]

export interface AskModelParts {
  /** Undefined: there is no language model, and nothing is asked. */
  readonly answerWithModel: AnswerWithModel | undefined
  readonly findPassages: FindPassages
  /** The text as it may leave the house. */
  readonly mask: (text: string) => string
  readonly store: InterimStore
  readonly logger: Logger
}

export const askModel =
  ({ answerWithModel, findPassages, mask, store, logger }: AskModelParts): Stage =>
  async (turn) => {
    if (answerWithModel === undefined || !mayLeaveTheHouse(turn)) return goOn(turn)
    const language = languageOf(turn)
    const found = findPassages(turn.text, language, turn.content, turn.closeness).filter((one) =>
      mayAnswer(one, turn),
    )
    if (found.length === 0) return goOn(turn)
    const { bundle } = turn.content
    const { today } = walkEnvironment(turn)
    const interim = openInterim(turn, store)
    const question = mask(turn.text)
    const answer = await answerWithModel({ question, language, found, bundle, today, show: interim.show })
    if (answer.kind === 'dropped')
      logger.warn({ check: answer.check }, 'an answer of the language model was dropped')
    return follow(interim.wasShown() ? afterInterim(turn, answer) : turn, answer)
  }

/** The resident has read the beginning of it, which may be the beginning of no answer. */
const afterInterim = (turn: Turn, { kind }: ModelAnswer): Turn => ({
  ...turn,
  wasInterimShown: true,
  utterances:
    kind === 'answer' ? turn.utterances : [...turn.utterances, { kind: 'wording', key: 'model.taken-back' }],
})

function follow(turn: Turn, answer: ModelAnswer): StageResult {
  const model = verdictOn(answer)
  if (answer.kind !== 'answer') return goOn({ ...turn, model })
  const { text, isWhole, articles } = answer
  const [first] = articles
  const next = withConversation(turn, {
    misses: 0,
    clarifying: [],
    thought: null,
    ...(first !== undefined && { lastTopic: `article:${first}` }),
  })
  return endTurn({ ...next, model }, 'answered-model', { kind: 'model-answer', text, isWhole, articles })
}

const verdictOn = (answer: ModelAnswer): ModelVerdict => {
  if (answer.kind === 'answer') return answer.isRemembered ? 'remembered' : 'answered'
  return answer.kind
}

/** In the resident's language, and of an article that somebody still vouches for. */
function mayAnswer({ passage }: FoundPassage, turn: Turn): boolean {
  const article = turn.content.articles.get(passage.articleId)
  return (
    article !== undefined &&
    passage.language === languageOf(turn) &&
    articleIsValid(article, walkEnvironment(turn).today)
  )
}
