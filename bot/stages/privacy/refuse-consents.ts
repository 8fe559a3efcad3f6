// A consent that was taken back is a no in every dialog that waits, so that none goes on with it.
import { putAnswer } from '../../dialog/walk/change-answer'
import type { Frame } from '../../contracts/talk/conversation'
import { dialogOf } from '../turn/dialog-version'
import { withConversation, type Turn } from '../turn/turn'

/** In all open dialogs, or in those below the topmost one, which hears the words itself. */
export function refuseConsents(turn: Turn, { sparesTop }: { readonly sparesTop: boolean }): Turn {
  const { frames } = turn.conversation
  const last = sparesTop ? frames.length - 1 : frames.length
  return withConversation(turn, {
    frames: frames.map((frame, index) => (index < last ? refuse(frame, turn) : frame)),
  })
}

function refuse(frame: Frame, turn: Turn): Frame {
  const dialog = dialogOf(turn.content, frame, turn.now)
  const given = [...(dialog?.asks.values() ?? [])].filter(
    ({ name, types }) => types.includes('consent') && frame.answers[name]?.value === true,
  )
  return given.reduce(
    (refused, { name }) =>
      dialog === undefined
        ? refused
        : putAnswer(dialog, refused, name, {
            value: false,
            raw: '',
            source: 'typed',
            at: turn.now.toISOString(),
          }),
    frame,
  )
}
