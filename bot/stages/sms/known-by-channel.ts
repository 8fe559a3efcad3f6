// What an SMS has shown by itself: it came from the number that a dialog would ask for and send a code to.
import type { Frame } from '../../contracts/talk/conversation'
import { putAnswer } from '../../dialog/walk/change-answer'
import type { Dialog } from '../../dialog/model/model'

/**
 * The number and its code as answered. A sender can be forged, so this is no identity: but what the dialog says goes to that
 * very number, as the code would.
 * @param from E.164; undefined on other channels
 */
export function withNumberOfChannel(
  dialog: Dialog,
  frame: Frame,
  from: string | undefined,
  now: Date,
): Frame {
  if (from === undefined) return frame
  const names = [...dialog.asks.values()].flatMap(({ name, to }) =>
    to?.kind === 'name' ? [to.name, name] : [],
  )
  const given = { value: from, raw: '', source: 'extracted', at: now.toISOString() } as const
  return names.reduce((known, name) => putAnswer(dialog, known, name, given), frame)
}
