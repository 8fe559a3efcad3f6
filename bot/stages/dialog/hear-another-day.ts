// "Och på juldagen?" after a dialog has told of one day: the same dialog, asked for another.
import { applyAnswers } from '../../dialog/walk/apply-answers'
import { dayOfStart } from '../../dialog/model/day-of-start'
import type { Dialog } from '../../dialog/model/model'
import { openFrame } from '../../dialog/walk/walk'
import { mayGoOnFrom } from '../turn/gone-on-from'
import { walkEnvironment } from '../turn/open-dialog'
import { dialogIdOf } from '../turn/topic'
import { goOn, withConversation, type Stage, type StageResult, type Turn } from '../turn/turn'
import { daysOnlySaid } from './says-only-when'

/** The dialog that was talked about last. */
function talkedAbout(turn: Turn): Dialog | undefined {
  const { frames, lastTopic } = turn.conversation
  if (frames.length > 0 || !mayGoOnFrom(turn, turn.lastTurnAt)) return undefined
  return turn.content.dialogs.get(dialogIdOf(lastTopic) ?? '')
}

function askedFor(turn: Turn, dialog: Dialog, name: string): StageResult | undefined {
  const environment = walkEnvironment(turn)
  const [value, ...others] = new Set(daysOnlySaid(turn).map(({ days: [day] }) => day))
  if (value === undefined || others.length > 0) return undefined
  const answer = { name, value, raw: turn.text, source: 'extracted' } as const
  const { frame } = applyAnswers(dialog, openFrame(dialog, environment), [answer], environment)
  const next = withConversation(turn, { misses: 0, clarifying: [] })
  return goOn({ ...next, plan: { kind: 'start', dialog: dialog.id, frame } })
}

export const hearAnotherDay: Stage = (turn) => {
  if (turn.plan !== undefined || turn.message.content.kind !== 'text') return goOn(turn)
  const dialog = talkedAbout(turn)
  const name = dialog && dayOfStart(dialog)
  return (dialog && name !== undefined && askedFor(turn, dialog, name)) || goOn(turn)
}
