// "Och på juldagen?" after a dialog has told of one day: the same dialog, asked for another.
import { applyAnswers } from '../../dialog/apply-answers'
import type { Dialog } from '../../dialog/model'
import { openFrame } from '../../dialog/walk'
import { goneOnFromMs } from '../turn/gone-on-from'
import { walkEnvironment } from '../turn/open-dialog'
import { goOn, withConversation, type Stage, type StageResult, type Turn } from '../turn/turn'
import { daysOnlySaid } from './says-only-when'

/** The question for a day that residents begin the dialog with: `har ni öppet på <day=lördag>`. */
const dayOf = ({ start, asks }: Dialog): string | undefined =>
  [...start.values()]
    .flat()
    .flatMap(({ marks }) => marks.map(({ name }) => name))
    .find((name) => asks.get(name)?.types.includes('date') === true)

/** The dialog that told of a day and has done nothing: what was booked is not booked again for a word. */
function toldOfDay({ conversation, content, message, now, lastTurnAt }: Turn): Dialog | undefined {
  const { frames, lastTopic, finished } = conversation
  if (frames.length > 0 || lastTurnAt === undefined) return undefined
  if (now.getTime() - Date.parse(lastTurnAt) > goneOnFromMs[message.channel]) return undefined
  const id = lastTopic?.startsWith('dialog:') === true ? lastTopic.slice('dialog:'.length) : ''
  return finished?.frame.dialog === id ? undefined : content.dialogs.get(id)
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
  const dialog = toldOfDay(turn)
  const name = dialog && dayOf(dialog)
  return (dialog && name !== undefined && askedFor(turn, dialog, name)) || goOn(turn)
}
