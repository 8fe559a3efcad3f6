// `forget`: an answer that turned out not to do is cleared, so that its question is asked again on the same turn.
import type { Frame } from '../../contracts/talk/conversation'
import { removeAnswer } from './change-answer'
import type { Dialog, ForgetStep } from '../model/model'

/** More means that the question cannot be answered in a way that helps: a person takes over. */
const mostForgets = 3

export const forgottenTooOften = (frame: Frame, step: ForgetStep): boolean =>
  (frame.forgotten[step.key] ?? 0) >= mostForgets

/**
 * The frame without the answer, and counted. Options held for its question go with it, a code that was sent is void; the journal of actions stays, so
 * that a write which failed is not tried again with the same inputs.
 */
export function forgetAnswer(dialog: Dialog, frame: Frame, step: ForgetStep): Frame {
  const sent = frame.codes?.[step.name]
  const held = optionsHeldFor(dialog, step.name)
  return {
    ...removeAnswer(frame, step.name),
    open: frame.open,
    ...(sent && { codes: { ...frame.codes, [step.name]: { ...sent, renew: true } } }),
    journal: frame.journal.filter(({ key }) => !held(key)),
    forgotten: { ...frame.forgotten, [step.key]: (frame.forgotten[step.key] ?? 0) + 1 },
  }
}

/** Journal keys of a question begin with its own key and a sign that no name has. */
function optionsHeldFor(dialog: Dialog, name: string): (journalKey: string) => boolean {
  const prefix = `${dialog.id}/${dialog.asks.get(name)?.key ?? `ask:${name}`}`
  return (journalKey) =>
    journalKey.startsWith(prefix) && !/^[\p{L}\d_]/u.test(journalKey.slice(prefix.length))
}
