// No intent is sure, and passages were found: a language model may word them into an answer, where the city has one. Whatever
// comes of it, the turn goes on; without an answer it goes on as if there were no model.
import type { AnswerWithModel, ModelAnswer } from '../answering/answer-with-model'
import type { Content } from '../content'
import type { Classification } from '../contracts/classifier'
import type { Language } from '../contracts/language'
import type { Logger } from '../contracts/logger'
import type { ModelVerdict } from '../contracts/observer'
import type { FoundPassage } from '../contracts/passage'
import { articleIsValid } from '../knowledge/answer-from-article'
import { leastProbabilityToOffer } from '../understanding/decide-topic'
import { decisionOf, isAmidst } from './decide'
import { walkEnvironment } from './open-dialog'
import { endTurn, goOn, languageOf, withConversation, type Stage, type StageResult, type Turn } from './turn'

/** Best first; of the content that the turn serves. */
export type FindPassages = (text: string, language: Language, content: Content) => readonly FoundPassage[]

export interface AskModelParts {
  /** Undefined: there is no language model, and nothing is asked. */
  readonly answerWithModel: AnswerWithModel | undefined
  readonly findPassages: FindPassages
  /** The text as it may leave the house. */
  readonly mask: (text: string) => string
  readonly logger: Logger
}

export const askModel =
  ({ answerWithModel, findPassages, mask, logger }: AskModelParts): Stage =>
  async (turn) => {
    if (answerWithModel === undefined || !mayBeAsked(turn)) return goOn(turn)
    const language = languageOf(turn)
    const found = findPassages(turn.text, language, turn.content).filter((one) => mayAnswer(one, turn))
    if (found.length === 0) return goOn(turn)
    const { bundle } = turn.content
    const { today } = walkEnvironment(turn)
    const answer = await answerWithModel({ question: mask(turn.text), language, found, bundle, today })
    if (answer.kind === 'dropped')
      logger.warn({ check: answer.check }, 'an answer of the language model was dropped')
    return follow(turn, answer)
  }

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

/** Only what stands alone: nothing of a dialog, an errand, a sensitive matter, a cry for help or signs of one leaves the house. */
function mayBeAsked(turn: Turn): boolean {
  const { conversation, classification, content, plan } = turn
  return (
    plan === undefined &&
    classification !== undefined &&
    turn.topDialogGone !== true &&
    turn.seenLanguage === undefined &&
    !isAmidst(turn) &&
    conversation.reversal === null &&
    conversation.emergency === null &&
    conversation.danger === null &&
    turn.danger === null &&
    content.city.wholeLanguages.includes(languageOf(turn)) &&
    !isNearSensitive(turn, classification) &&
    isUnsure(turn, classification)
  )
}

/** With an errand among what may be meant, the resident is asked: no text does it for them. */
function isUnsure(turn: Turn, classification: Classification): boolean {
  const decision = decisionOf(turn, classification)
  switch (decision.kind) {
    case 'sure':
      return false
    case 'close':
      return decision.topics.every((topic) => topic.startsWith('article:'))
    case 'none':
      return true
  }
}

/** A sensitive dialog was talked about last, sent a notice, or may be meant now. One that is gone is taken for sensitive. */
function isNearSensitive({ conversation, content, notice }: Turn, { best }: Classification): boolean {
  const topics = [
    conversation.lastTopic,
    notice && `dialog:${notice.dialog}`,
    conversation.finished && `dialog:${conversation.finished.frame.dialog}`,
    ...best.filter(({ probability }) => probability >= leastProbabilityToOffer).map(({ label }) => label),
  ]
  return topics.some(
    (topic) =>
      topic?.startsWith('dialog:') === true &&
      content.dialogs.get(topic.slice('dialog:'.length))?.sensitive !== false,
  )
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
