// A one-time code leaves the house: in a text message that goes with the turn's commit, and nowhere else.
import type { Frame } from '../contracts/conversation'
import type { MakeCode } from '../contracts/one-time-code'
import type { OutboxEntry } from '../contracts/store'
import { withSentCode } from '../dialog/code-answer'
import { note, renderSaid } from '../dialog/said'
import type { Stop } from '../dialog/stop'
import { withTopFrame } from './open-dialog'
import { languageOf, type Turn } from './turn'

/** What an outbox entry of the kind `sms` holds. Sent later than `notAfter` (ISO 8601) it is of no use. */
export interface TextMessage {
  /** E.164. */
  readonly to: string
  readonly text: string
  readonly notAfter: string
}

export function sendCode(
  turn: Turn,
  walked: Frame,
  { step, to }: Extract<Stop, { kind: 'sends-code' }>,
  makeCode: MakeCode,
): Turn {
  const code = makeCode()
  const frame = withSentCode(walked, step.name, to, code, turn.now)
  const { sent = 0, expiresAt: notAfter = '' } = frame.codes?.[step.name] ?? {}
  const worded = note(turn.content.city, 'code.message', { code: code.digits })
  const payload: TextMessage = { to, text: renderSaid(worded, languageOf(turn), 'sms').text, notAfter }
  const entry: OutboxEntry = {
    id: `code/${turn.message.conversationId}/${frame.startedAt}/${frame.dialog}/${step.name}/${sent}`,
    kind: 'sms',
    dueAt: turn.now.toISOString(),
    payload,
  }
  return { ...withTopFrame(turn, frame), outbox: [...turn.outbox, entry] }
}
