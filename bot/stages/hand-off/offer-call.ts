// A call is offered where nobody can be talked to now, or by a dialog. What is written right after it is heard as the answer: a
// yes, or the number, begins the dialog that takes the wish.
import { contactCentre } from '../../contracts/city/department'
import { putAnswer } from '../../dialog/walk/change-answer'
import { openFrame } from '../../dialog/walk/walk'
import { isWithinDays } from '../../dialog/model/within-days'
import { departmentHours } from './hand-off'
import { walkEnvironment } from '../turn/open-dialog'
import { goOn, withConversation, type StageResult, type Turn } from '../turn/turn'
import type { Utterance } from '../turn/utterance'

/** A dialog that exists, on one of its days, and is not open already. */
export function mayBegin(turn: Turn, id: string): boolean {
  const dialog = turn.content.dialogs.get(id)
  return (
    dialog !== undefined &&
    isWithinDays(dialog, walkEnvironment(turn).today) &&
    !turn.conversation.frames.some((open) => open.dialog === id)
  )
}

const offersCall = (
  turn: Turn,
  said: Utterance,
): said is Extract<Utterance, { kind: 'person' | 'call-offer' }> =>
  said.kind === 'call-offer' ||
  (said.kind === 'person' &&
    said.callBack === undefined &&
    said.asksNumber === undefined &&
    !departmentHours(turn, said.department).open)

/** "Menar du "Bli uppringd"?": who answers with a number means it. */
const asksWhetherCall = ({ utterances, content }: Turn): boolean =>
  utterances.some(
    (said) =>
      said.kind === 'topics' &&
      said.topics.length === 1 &&
      said.topics[0] === `dialog:${content.city.callBackDialog}`,
  )

/** The ended turn, which waits for the answer if it offers a call. While a dialog's question waits, a yes is for that. */
export function awaitCallAnswer(turn: Turn): Turn {
  const { callBackDialog } = turn.content.city
  const offer = turn.utterances.find((said) => offersCall(turn, said))
  const department = offer?.department ?? (asksWhetherCall(turn) ? contactCentre : undefined)
  if (department === undefined || turn.conversation.frames.length > 0 || !mayBegin(turn, callBackDialog))
    return turn
  return withConversation(turn, { numberAsked: { code: null, department, at: turn.now.toISOString() } })
}

/** As if its button had been tapped, with the number as answered where it is known. @param phone E.164 */
export function beginCallBack(turn: Turn, phone: string | undefined): StageResult {
  const id = turn.content.city.callBackDialog
  const dialog = turn.content.dialogs.get(id)
  if (dialog === undefined) return goOn(turn)
  const name = [...dialog.asks.values()].find(({ types }) => types.includes('phone'))?.name
  const opened = openFrame(dialog, walkEnvironment(turn))
  const given = { value: phone ?? '', raw: '', source: 'extracted', at: turn.now.toISOString() } as const
  const frame = phone === undefined || name === undefined ? opened : putAnswer(dialog, opened, name, given)
  return goOn({
    ...withConversation(turn, { misses: 0, clarifying: [] }),
    isTranslated: true,
    message: {
      ...turn.message,
      content: { kind: 'choice', choice: { name: 'topic', value: `dialog:${id}` }, label: turn.text },
    },
    plan: { kind: 'start', dialog: id, frame },
  })
}
