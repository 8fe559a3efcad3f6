// What a topic stands for: a dialog that begins, or an article that answers.
import { isTopicId, type TopicId } from '../../contracts/talk/classifier'
import { articleOf, dialogIdOf } from '../turn/topic'
import type { Plan, Turn } from '../turn/turn'

/** Undefined for what names no topic. */
export const toTopic = (id: string): TopicId | undefined => (isTopicId(id) ? id : undefined)

export const planFor = (topic: TopicId): Plan => {
  const article = articleOf(topic)
  return article === undefined
    ? { kind: 'start', dialog: dialogIdOf(topic) ?? '' }
    : { kind: 'article', article }
}

/** Staff may have taken it away since it was offered. */
export const exists = (turn: Turn, topic: TopicId): boolean => {
  const plan = planFor(topic)
  return plan.kind === 'start'
    ? turn.content.dialogs.has(plan.dialog)
    : plan.kind === 'article' && turn.content.articles.has(plan.article)
}

/** Whether the first is an article that leads to the second, a dialog. */
export function leadsTo({ content }: Turn, from: TopicId, to: TopicId): boolean {
  const plan = planFor(from)
  const dialog = plan.kind === 'article' ? content.articles.get(plan.article)?.dialog : undefined
  return dialog !== undefined && to === `dialog:${dialog}`
}
