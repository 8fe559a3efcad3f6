// A resident in a test, and the desk behind the bot: keeps the frame as stored JSON, runs actions, remembers all said and done.
import type { ActionResult } from '../../../bot/contracts/cases/action'
import type { Frame } from '../../../bot/contracts/talk/conversation'
import type { Choice } from '../../../bot/contracts/talk/message'
import type { Value } from '../../../bot/contracts/talk/value'
import { recordActionResult } from '../../../bot/dialog/walk/action-journal'
import { applyAnswers } from '../../../bot/dialog/walk/apply-answers'
import { withSentCode } from '../../../bot/dialog/answers/code-answer'
import { extractAnswers } from '../../../bot/dialog/answers/extract-answers'
import { hear } from '../../../bot/dialog/hearing/hear'
import type { Heard } from '../../../bot/dialog/hearing/heard'
import { interpret } from '../../../bot/dialog/hearing/interpret'
import { interpretTap } from '../../../bot/dialog/hearing/interpret-tap'
import type { Interpretation } from '../../../bot/dialog/answers/interpretation'
import type { Dialog } from '../../../bot/dialog/model/model'
import { giveConfirmation } from '../../../bot/dialog/walk/moves'
import type { Move } from '../../../bot/dialog/walk/moves'
import { renderSaid } from '../../../bot/dialog/texts/said'
import type { Said } from '../../../bot/dialog/texts/said'
import { openFrame, walk } from '../../../bot/dialog/walk/walk'
import type { Walked } from '../../../bot/dialog/walk/walk'
import type { WalkEnvironment } from '../../../bot/dialog/model/walk-environment'
import { environment as usual } from './dialog-builder'

export type Desk = (name: string, inputs: Readonly<Record<string, Value>>) => ActionResult

export class Talk {
  frame: Frame
  walked: Walked
  readonly said: string[] = []
  readonly did: string[] = []
  /** One-time codes in the order sent: 111111, 222222 … */
  readonly codes: string[] = []

  constructor(
    readonly dialog: Dialog,
    readonly desk: Desk = () => ({ kind: 'done', gives: {} }),
    public environment: WalkEnvironment = usual,
    frame: Frame = openFrame(dialog, environment),
  ) {
    this.frame = frame
    this.walked = this.go()
  }

  go(): Walked {
    for (;;) {
      this.walked = walk(this.dialog, this.frame, this.environment)
      this.frame = JSON.parse(JSON.stringify(this.walked.frame)) as Frame
      this.note(this.walked.said)
      if (this.walked.stop.kind === 'sends-code') {
        const { step, to, told } = this.walked.stop
        if (told !== undefined) this.note([told])
        const digits = String(111_111 * (this.codes.length + 1))
        this.codes.push(`${digits} to ${to}`)
        this.frame = withSentCode(this.frame, step.name, to, { digits, salt: 'salt' }, this.environment.now)
        continue
      }
      if (this.walked.stop.kind !== 'does') return this.walked
      const { call } = this.walked.stop
      this.did.push(`${call.name} ${JSON.stringify(call.inputs)}`)
      this.frame = recordActionResult(this.frame, call, this.desk(call.name, call.inputs))
    }
  }

  private note(said: readonly Said[]): void {
    const { language, channel } = this.environment
    this.said.push(...said.map((one) => renderSaid(one, language, channel).text))
  }

  answer(answers: Readonly<Record<string, Value>>) {
    const values = Object.entries(answers).map(([name, value]) => ({
      name,
      value,
      raw: 'raw',
      source: 'typed' as const,
    }))
    const applied = applyAnswers(this.dialog, this.frame, values, this.environment)
    this.frame = applied.frame
    this.go()
    return applied
  }

  /** The first sentence, which started the dialog. */
  begin(text: string): void {
    this.frame = applyAnswers(
      this.dialog,
      this.frame,
      extractAnswers(this.dialog, text, this.environment),
      this.environment,
    ).frame
    this.go()
  }

  say(text: string): Heard['kind'] {
    return this.take(interpret(this.dialog, this.frame, text, this.environment))
  }

  tap(choice: Choice): Heard['kind'] {
    return this.take(interpretTap(this.dialog, this.frame, choice, 'label', this.environment))
  }

  private take(interpretation: Interpretation): Heard['kind'] {
    const heard = hear(this.dialog, this.frame, interpretation, this.environment)
    this.frame = heard.frame
    this.note(heard.said)
    this.go()
    return heard.kind
  }

  confirm(hash?: string): 'confirmed' | 'expired' {
    const given = giveConfirmation(this.dialog, this.frame, this.environment, hash)
    if (given.kind === 'confirmed') this.frame = given.frame
    this.go()
    return given.kind
  }

  move(move: Move): Move['kind'] {
    if (move.kind === 'moved') this.frame = move.frame
    this.go()
    return move.kind
  }

  /** Values of the answers that count now. */
  get answers(): Readonly<Record<string, Value>> {
    return Object.fromEntries(Object.entries(this.frame.answers).map(([name, { value }]) => [name, value]))
  }

  /** What the talk waits for: a question's or confirmation's name, or how it stopped. */
  get at(): string {
    const { stop } = this.walked
    if (stop.kind === 'asks' || stop.kind === 'confirms') return stop.step.name
    return stop.kind === 'ended' ? `ended ${stop.status}` : stop.kind === 'fault' ? stop.why : stop.kind
  }
}
