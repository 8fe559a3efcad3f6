// Answers that were there before a turn and are nowhere after it, though nothing of what the resident said took them away.
import type { Frame } from '../../bot/contracts/talk/conversation'
import { areEarlyDays } from '../../bot/dialog/answers/early-days'
import { listOfQuestion } from '../../bot/dialog/model/list-question'
import type { Dialog } from '../../bot/dialog/model/model'

/**
 * Out of it are answers that a `forget` cleared, that the resident passed over, that stood for a list whose last item went,
 * that gave themselves, and days named before there were options to find them among, whose question is asked then.
 */
export function lostAnswers(dialog: Dialog, before: Frame, after: Frame): readonly string[] {
  const hasForgotten = JSON.stringify(before.forgotten) !== JSON.stringify(after.forgotten)
  if (hasForgotten) return []
  return Object.entries(before.answers).flatMap(([name, { source, value }]) => {
    const isKept = Object.hasOwn(after.answers, name) || Object.hasOwn(after.parked, name)
    const mayGo =
      source === 'default' ||
      after.skipped.includes(name) ||
      listOfQuestion(dialog, name) !== undefined ||
      (areEarlyDays(value) && after.open === name)
    return isKept || mayGo ? [] : [name]
  })
}

export class Broken extends Error {}
