// A one-time code leaves the house: in a text message that goes with the turn's commit, and nowhere else.
import type { Frame } from '../../contracts/talk/conversation'
import type { MakeCode, MaySendCode } from '../../contracts/home-care/one-time-code'
import { textMessageEntry } from '../../contracts/sms/text-message'
import { withoutCode, withSentCode } from '../../dialog/answers/code-answer'
import { note, renderSaid } from '../../dialog/texts/said'
import type { Stop } from '../../dialog/walk/stop'
import { withTopFrame } from '../turn/open-dialog'
import { languageOf, type Turn } from '../turn/turn'

export interface SendCodeParts {
  readonly makeCode: MakeCode
  readonly maySendCode: MaySendCode
}

type SendsCode = Extract<Stop, { kind: 'sends-code' }>

/** A number that has got enough of them is sent none, and the resident is told so. */
export async function sendCode(
  turn: Turn,
  walked: Frame,
  stop: SendsCode,
  { makeCode, maySendCode }: SendCodeParts,
): Promise<Turn> {
  const { step, to, told } = stop
  if (!(await maySendCode(to))) return refuseCode(turn, walked, stop)
  const code = makeCode()
  const frame = withSentCode(walked, step.name, to, code, turn.now)
  const { sent = 0, expiresAt: notAfter = '' } = frame.codes?.[step.name] ?? {}
  const worded = note(turn.content.city, 'code.message', { code: code.digits })
  const text = renderSaid(worded, languageOf(turn), 'sms').text
  // Over SMS the phone itself asks; on the web anybody can type any number.
  const { from } = turn.message
  const entry = textMessageEntry(
    `code/${turn.message.conversationId}/${frame.startedAt}/${frame.dialog}/${step.name}/${sent}`,
    turn.now,
    { to, text, notAfter, ...(from === to ? { asked: true } : { awaited: true }) },
  )
  return {
    ...withTopFrame(turn, frame),
    utterances: [...turn.utterances, ...(told === undefined ? [] : [{ kind: 'said', said: told } as const])],
    outbox: [...turn.outbox, entry],
  }
}

function refuseCode(turn: Turn, walked: Frame, { step, to }: SendsCode): Turn {
  const { frame, isOldGood } = withoutCode(walked, step.name, to, turn.now)
  const said = note(turn.content.city, isOldGood ? 'code.no-more' : 'code.too-many')
  return { ...withTopFrame(turn, frame), utterances: [...turn.utterances, { kind: 'said', said }] }
}
