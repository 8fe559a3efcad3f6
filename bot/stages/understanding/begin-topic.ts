// A topic that is understood: what of the words before it tells of its errand.
import type { TopicId } from '../../contracts/talk/classifier'
import { planOfReply } from '../sms/hear-notice-reply'
import { isAmidst } from '../turn/is-amidst'
import { goOn, withConversation, type Plan, type StageResult, type Turn } from '../turn/turn'
import { rememberThought } from './keep-unanswered'
import { leadsTo, planFor } from './plan-of-topic'

export const heard = (turn: Turn, plan: Plan): StageResult =>
  goOn({
    ...rememberThought(withConversation(turn, { misses: 0, clarifying: [] }), { answered: true }),
    plan,
  })

/** The dialog of a notice that may be replied to; open already, it goes on unless the notice is what was said last. */
const isOfNotice = ({ notice, conversation: { frames } }: Turn, topic: TopicId): boolean =>
  topic === `dialog:${notice?.dialog}` &&
  (notice?.isLast === true || !frames.some(({ dialog }) => dialog === notice?.dialog))

export const understood = (turn: Turn, topic: TopicId): StageResult =>
  heard(turn, (isOfNotice(turn, topic) ? planOfReply(turn) : undefined) ?? planFor(topic))

/** Whether the article that answered last leads to this dialog. */
function isBelow(turn: Turn, topic: TopicId): boolean {
  const { answered } = turn.conversation
  return answered !== null && leadsTo(turn, `article:${answered.article}`, topic)
}

/** Whether the topic is of what was written before: asked back about, or the errand of the article that answered it. */
const goesOn = (turn: Turn, topic: TopicId): boolean =>
  isBelow(turn, topic) || turn.conversation.clarifying.includes(topic)

/** An errand that begins is told what was said; anything else stays as it is. */
function beginWith(said: string, result: StageResult): StageResult {
  if (result.kind === 'end' || result.turn.plan?.kind !== 'start') return result
  return goOn({ ...result.turn, plan: { ...result.turn.plan, said } })
}

/** What was written before the question "Menar du …?", or before the article above, tells of the errand that is chosen, its place too. */
export function chosenTopic(turn: Turn, topic: TopicId): StageResult {
  const { thought } = turn.conversation
  const result = understood(turn, topic)
  return thought === null || !goesOn(turn, topic) ? result : beginWith(thought.text, result)
}

/**
 * "Vi vill gifta oss den 12 juni", an article, and then "i rådhuset": what was written before the article tells of its errand too.
 * So does what it was asked back about: "tappat min plånbok", and then "plånboken först".
 */
export function begunBelow(turn: Turn, topic: TopicId): StageResult {
  const { thought } = turn.conversation
  const result = understood(turn, topic)
  if (thought === null || !goesOn(turn, topic) || isAmidst(turn)) return result
  return beginWith(`${thought.text}\n${turn.text}`, result)
}
