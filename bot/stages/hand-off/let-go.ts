// A talk that goes on elsewhere says so and ends what was open in it, so that nothing of it is done twice.
import type { Store } from '../../contracts/store/store'
import { movedAt } from '../../resume/moved'
import { endTurn, withConversation, type StageResult, type Turn } from '../turn/turn'

export interface LetGoParts {
  readonly store: Pick<Store, 'keepOnce' | 'record'>
}

/** What was begun here after the talk had gone stays. */
export async function letGo(turn: Turn, { store }: LetGoParts): Promise<StageResult> {
  const at = await movedAt(store, turn.message.conversationId)
  const frames = turn.conversation.frames.filter(({ startedAt }) => at !== undefined && startedAt > at)
  return endTurn(
    withConversation(turn, {
      frames,
      reversal: null,
      finished: null,
      caseAsked: null,
      completing: null,
      numberAsked: null,
    }),
    'told-moved',
    { kind: 'wording', key: 'resume.went' },
  )
}

/** Whether the topmost dialog is another conversation's by now. The outbox tells of it, but may come later than a "ja". */
export async function hasGone({ message, conversation }: Turn, { store }: LetGoParts): Promise<boolean> {
  const frame = conversation.frames.at(-1)
  const at = await movedAt(store, message.conversationId)
  return frame !== undefined && at !== undefined && frame.startedAt <= at
}
