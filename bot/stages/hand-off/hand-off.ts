// To a person: now when the department is open, by a call-back when it is closed. What was said so far goes along.
import type { Department } from '../../contracts/city/department'
import type { Frame } from '../../contracts/talk/conversation'
import type { Outcome } from '../../contracts/talk/outcome'
import { sourceLanguage } from '../../contracts/talk/language'
import { sentFilesIn } from '../../contracts/talk/sent-file'
import type { Store } from '../../contracts/store/store'
import { isE164 } from '../../contracts/basics/phone-number'
import type { Value } from '../../contracts/talk/value'
import { callBackCode, tellDepartment } from '../../desk-notes/call-back-promise'
import type { Dialog } from '../../dialog/model/model'
import { labelOf } from '../../dialog/model/label-of'
import { showInWords, textIn } from '../../dialog/showing/show-value'
import { hoursNow } from '../../hours/opening-hours'
import { walkEnvironment } from '../turn/open-dialog'
import { languageOf, withConversation, type Turn } from '../turn/turn'
import type { Utterance } from '../turn/utterance'

/** Open now, or when it opens in the words of the resident's language. An unknown department has the city's hours. */
export function departmentHours(turn: Turn, departmentId: string) {
  const { city } = turn.content
  const department: Department | undefined = city.departments.get(departmentId)
  return hoursNow(department?.hours ?? city.hours, turn.now, city.timeZone, languageOf(turn))
}

export const handOffOutcome = (turn: Turn, departmentId: string): Outcome =>
  departmentHours(turn, departmentId).open ? 'handed-off' : 'handed-off-closed'

/** Who gets it and why. */
export interface HandOffReason {
  readonly department: string
  readonly reason: string
  readonly priority?: 'high'
}

/** Of the dialog that hands over; undefined where staff have removed it meanwhile. */
export interface HandedDialog {
  readonly id: string
  readonly dialog: Dialog | undefined
  readonly frame: Frame | undefined
}

export interface HandOffParts {
  readonly store: Pick<Store, 'allocateNumber'>
}

/**
 * The department is told why and what was answered, in the commit of this turn; of a number it gets to know, also that a call
 * was promised and by when. What comes back says so to the resident. Where no number is known it says how a person is reached
 * now, or asks which number to call; not while another dialog's question waits, for which of the two would be answered?
 */
export async function tellOfHandOff(
  turn: Turn,
  { department, reason, priority }: HandOffReason,
  { id, dialog, frame }: HandedDialog,
  { store }: HandOffParts,
): Promise<{ readonly turn: Turn; readonly person: Utterance }> {
  const { conversationId, id: messageId, channel } = turn.message
  const answers = answersToHandOff(dialog, frame)
  const files = sentFilesIn(answers)
  const phone = phoneOf(turn, frame)
  const facts = {
    dialog: dialog === undefined ? id : textIn(dialog.title, sourceLanguage),
    reason,
    ...(priority === 'high' && { priority: 'hög' }),
    channel,
    language: languageOf(turn),
    // What was answered under one of these names is what the department needs; the number it calls is as it is dialled.
    ...wordAnswers(turn, dialog, answers),
    ...(phone !== undefined && { phone }),
    // In words above; here so that they are kept as long as what mentions them.
    ...(files.length > 0 && { files }),
  }
  const code = await callBackCode(store, `${conversationId}/${messageId}/hand-off`)
  const asked = { code, department, conversationId, facts, labels: labelsOf(dialog, Object.keys(answers)) }
  const told = tellDepartment(asked, turn.content.city, turn.now)
  const kept: Turn = {
    ...turn,
    records: [...turn.records, told.record],
    outbox: [...turn.outbox, ...told.outbox],
  }
  const person = { kind: 'person', department: told.department } as const
  if (phone !== undefined)
    return { turn: kept, person: { ...person, ...(told.by && { callBack: { code, by: told.by } }) } }
  const isAlone = turn.conversation.frames.every(({ dialog: open }) => open === id)
  if (!isAlone || departmentHours(turn, told.department).open) return { turn: kept, person }
  const numberAsked = { code, department: told.department, at: turn.now.toISOString() }
  return { turn: withConversation(kept, { numberAsked }), person: { ...person, asksNumber: true } }
}

/**
 * Where the resident can be called: the number they gave, also in a sensitive dialog, for it says nothing but whom to call;
 * over SMS the one they write from.
 */
function phoneOf({ conversation }: Turn, frame: Frame | undefined): string | undefined {
  const given = Object.values(frame?.answers ?? {}).map(({ value }) => value)
  return given.find(isE164) ?? conversation.phone?.theirs
}

/** As the department reads them. */
function wordAnswers(
  turn: Turn,
  dialog: Dialog | undefined,
  answers: Readonly<Record<string, Value>>,
): Readonly<Record<string, string>> {
  if (dialog === undefined) return {}
  const environment = { ...walkEnvironment(turn), language: sourceLanguage }
  return Object.fromEntries(
    Object.entries(answers).map(([name, value]) => [name, showInWords(dialog, name, value, environment)]),
  )
}

function labelsOf(dialog: Dialog | undefined, names: readonly string[]): Readonly<Record<string, string>> {
  const labelled = names.flatMap((name) => {
    const label = dialog && labelOf(dialog, name)
    return label === undefined ? [] : [[name, textIn(label, sourceLanguage)] as const]
  })
  return Object.fromEntries(labelled)
}

/**
 * Of a sensitive dialog nothing that was answered, and of any other no personal identity number: those go where an action
 * of the dialog takes them. Of a dialog that is gone nobody knows what it held.
 */
function answersToHandOff(
  dialog: Dialog | undefined,
  frame: Frame | undefined,
): Readonly<Record<string, Value>> {
  if (dialog === undefined || dialog.sensitive || frame === undefined) return {}
  const mayLeave = (name: string) => dialog.asks.get(name)?.types.includes('person-id') !== true
  return Object.fromEntries(
    Object.entries(frame.answers).flatMap(([name, { value }]) =>
      mayLeave(name) ? [[name, value] as const] : [],
    ),
  )
}
