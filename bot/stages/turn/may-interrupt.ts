// What may come before the question that waits: the open dialog's author has said.
import type { TopicId } from '../../contracts/talk/classifier'
import { openDialog } from './open-dialog'
import { articleOf } from './topic'
import type { Turn } from './turn'

/** With `interrupt: questions` only articles, with `none` nothing. */
export function mayInterrupt(turn: Turn, topic: TopicId): boolean {
  const open = openDialog(turn)
  if (open === undefined || open.dialog.interrupt === 'all') return true
  return open.dialog.interrupt === 'questions' && articleOf(topic) !== undefined
}

/** As for words; the dialog that waits is no interruption, nor is the call that is offered beside it. */
export const mayTap = (turn: Turn, topic: TopicId): boolean =>
  mayInterrupt(turn, topic) ||
  topic === `dialog:${openDialog(turn)?.dialog.id}` ||
  topic === `dialog:${turn.content.city.callBackDialog}`
