// Staff may have changed or removed a dialog since it was opened: open dialogs meet today's files before anything is heard.
import type { WordingKey } from '../../contracts/talk/wording'
import { adoptVersion } from '../../dialog/walk/adopt-version'
import { withoutExpired } from '../../dialog/model/expired-answers'
import { dialogOf } from './dialog-version'
import { goOn, withConversation, type Stage, type Turn } from './turn'

/** Feedback is about something said before, and gets no words back. */
const isTalk = ({ message }: Turn): boolean => message.content.kind !== 'feedback'

export const renewDialogs: Stage = (turn) => goOn(withRenewedDialogs(turn))

export function withRenewedDialogs(turn: Turn): Turn {
  const { frames } = turn.conversation
  if (frames.length === 0 || !isTalk(turn)) return turn
  const adopted = frames.flatMap((frame) => {
    const dialog = dialogOf(turn.content, frame, turn.now)
    return dialog === undefined ? [] : [adoptVersion(dialog, withoutExpired(dialog, frame, turn.now))]
  })
  const told: readonly WordingKey[] = [
    ...(adopted.length < frames.length ? (['dialog.gone'] as const) : []),
    ...(adopted.some(({ dropped }) => dropped.length > 0) ? (['dialog.updated'] as const) : []),
  ]
  const said = told.map((key) => ({ kind: 'wording', key }) as const)
  return {
    ...withConversation(turn, { frames: adopted.map(({ frame }) => frame) }),
    utterances: [...turn.utterances, ...said],
    topDialogGone: adopted.at(-1)?.frame.dialog !== frames.at(-1)?.dialog,
  }
}
