// "Vilket nummer ska vi ringa dig på?", asked once after a dialog that handed over while nobody was there: a number is a promise
// to call, and "nej tack" says how the contact centre is reached instead. Where a call was only offered, a yes or a number begins it.
import { contactCentre } from '../../contracts/city/department'
import type { Conversation } from '../../contracts/talk/conversation'
import { dayMs } from '../../contracts/basics/durations'
import type { Store } from '../../contracts/store/store'
import { tellDepartment } from '../../desk-notes/call-back-promise'
import { readCallBack } from '../../desk-notes/call-back-record'
import { readPhone } from '../../dialog/words/read-phone'
import { readPlainYesNo } from '../../dialog/words/read-yes-no'
import { describeWeek } from '../../hours/describe-hours'
import { readWords } from '../../text/normalise'
import { answerToOffer } from '../turn/answer-to-offer'
import { handOffOutcome } from './hand-off'
import { beginCallBack } from './offer-call'
import { commandIn } from '../turn/command-in'
import { openQuestion } from '../turn/open-dialog'
import {
  endTurn,
  goOn,
  languageOf,
  withConversation,
  type Stage,
  type StageResult,
  type Turn,
} from '../turn/turn'

export interface HearCallNumberParts {
  readonly store: Pick<Store, 'record'>
}

type Asked = NonNullable<Conversation['numberAsked']>
/** For the call-back of this code. */
interface AskedFor {
  readonly code: string
  readonly department: string
}

/** Later the number is more likely about something else. */
const answeredWithinMs = dayMs
/** "mitt nummer är … och jag heter Anna": with more words beside it, the message begins something of its own. */
const mostWordsBeside = 8

export const hearCallNumber =
  ({ store }: HearCallNumberParts): Stage =>
  async (turn) => {
    const { message, conversation, now } = turn
    const { content } = message
    const asked = conversation.numberAsked
    if (asked === null || (content.kind !== 'text' && content.kind !== 'choice')) return goOn(turn)
    // "Yes" may be for the language that was offered in the same breath.
    if (answerToOffer(turn) !== undefined) return goOn(turn)
    const free = withConversation(turn, { numberAsked: null })
    if (now.getTime() - Date.parse(asked.at) > answeredWithinMs) return goOn(free)
    const { code, department } = asked
    if (code !== null && isDeclined(turn)) return decline(free, { code, department })
    const saysYes = content.kind === 'text' && readPlainYesNo(turn.text, turn.content.city) === true
    // Asked whether that was meant, a yes is to that, and what was written before tells of the call.
    if (saysYes && conversation.clarifying.length > 0) return goOn(free)
    if (code === null && saysYes) return beginCallBack(free, message.from)
    const phone = content.kind === 'text' ? readPhone(turn.text) : undefined
    // Asked once: what is no number is about something else. One that is mistyped may be written again.
    if (phone === undefined || wordsBeside(turn.text) > mostWordsBeside) return goOn(free)
    if (phone === 'bad') return sayBadNumber(turn, asked)
    return code === null
      ? beginCallBack(free, phone.number)
      : promise(free, { code, department }, phone.number, store)
  }

function isDeclined(turn: Turn): boolean {
  const { content } = turn.message
  if (content.kind === 'choice') return content.choice.name === 'call-number'
  const command = commandIn(turn)
  return command === 'no' || command === 'cancel'
}

const wordsBeside = (text: string): number => readWords(text).filter((word) => /\p{L}/u.test(word)).length

function decline(turn: Turn, { code, department }: AskedFor): StageResult {
  const { city } = turn.content
  const hours = city.departments.get(contactCentre)?.hours ?? city.hours
  const values = { code, hours: describeWeek(hours, languageOf(turn)) }
  return endTurn(
    turn,
    handOffOutcome(turn, department),
    { kind: 'wording', key: 'person.no-call', values },
    ...openQuestion(turn),
  )
}

const sayBadNumber = (turn: Turn, { department }: Asked): StageResult =>
  endTurn(
    turn,
    handOffOutcome(turn, department),
    { kind: 'wording', key: 'question.bad-phone' },
    { kind: 'buttons', buttons: [{ key: 'person.decline', choice: { name: 'call-number', value: 'no' } }] },
  )

/** The department had a note of what was answered; under the same code it is now a promise like any other. */
async function promise(
  turn: Turn,
  { code, department }: AskedFor,
  phone: string,
  store: HearCallNumberParts['store'],
): Promise<StageResult> {
  const { conversationId, channel } = turn.message
  const before = await readCallBack(store, code)
  const facts = { ...(before?.facts ?? { channel, language: languageOf(turn) }), phone }
  const asked = { code, department, conversationId, facts, labels: before?.labels }
  const told = tellDepartment(asked, turn.content.city, turn.now)
  const kept: Turn = {
    ...turn,
    // Given on purpose, so it is neither masked nor told of.
    answers: { ...turn.answers, phone },
    records: [...turn.records, told.record],
    outbox: [...turn.outbox, ...told.outbox],
  }
  return endTurn(
    kept,
    handOffOutcome(kept, told.department),
    { kind: 'person', department: told.department, ...(told.by && { callBack: { code, by: told.by } }) },
    ...openQuestion(kept),
  )
}
