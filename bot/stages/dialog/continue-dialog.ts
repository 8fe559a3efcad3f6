// The open dialog goes on: the pure walk says what is missing, actions are run, and the turn ends where the resident is needed.
import type { RunAction } from '../../contracts/cases/action'
import { emergencyKinds } from '../../contracts/talk/emergency-kind'
import { contactCentre } from '../../contracts/city/department'
import type { Frame } from '../../contracts/talk/conversation'
import type { Language } from '../../contracts/talk/language'
import type { Logger } from '../../contracts/basics/logger'
import { recordActionResult } from '../../dialog/walk/action-journal'
import { spokenIn } from '../../dialog/texts/message-text'
import type { Dialog } from '../../dialog/model/model'
import { lastFinishedWrite } from '../../dialog/walk/reverse-write'
import { walk, type Walked } from '../../dialog/walk/walk'
import { wordInputs } from '../../dialog/showing/word-inputs'
import type { Stop } from '../../dialog/walk/stop'
import {
  departmentHours,
  handOffOutcome,
  tellOfHandOff,
  type HandOffParts,
  type HandOffReason,
} from '../hand-off/hand-off'
import { isRecent } from '../emergency/answer-emergency'
import { hasGone, letGo, type LetGoParts } from '../hand-off/let-go'
import {
  backToOpenDialog,
  openDialog,
  withoutTopFrame,
  withTopFrame,
  type OpenDialog,
} from '../turn/open-dialog'
import { sendCode, type SendCodeParts } from './send-code'
import { notNow, startDialog } from './start-dialog'
import { tellWishedDay } from './tell-wished-day'
import {
  endTurn,
  goOn,
  languageOf,
  withConversation,
  type Stage,
  type StageResult,
  type Turn,
} from '../turn/turn'
import type { Utterance } from '../turn/utterance'

export interface ContinueDialogParts extends SendCodeParts, HandOffParts {
  readonly store: HandOffParts['store'] & LetGoParts['store']
  readonly runAction: RunAction
  readonly logger: Logger
}

/** A dialog calls a handful of actions a turn; more means that it calls itself in a ring. */
const mostActionsInATurn = 20

export const continueDialog =
  (parts: ContinueDialogParts): Stage =>
  (turn) => {
    switch (turn.plan?.kind) {
      case 'walk':
        return drive(turn, parts)
      case 'start': {
        const { dialog, frame, said, place, about } = turn.plan
        const started = startDialog(turn, dialog, { known: frame, said, place, about })
        return started.kind === 'end' ? started : drive(started.turn, parts)
      }
      default:
        return goOn(turn)
    }
  }

async function drive(begun: Turn, parts: ContinueDialogParts): Promise<StageResult> {
  let turn = begun
  for (let acts = 0; acts <= mostActionsInATurn; acts += 1) {
    const open = openDialog(turn)
    if (open === undefined)
      return endTurn(turn, 'unanswered-no-source', { kind: 'wording', key: 'dialog.gone' })
    const walked = walk(open.dialog, open.frame, open.environment)
    turn = noteWalk(turn, open, walked)
    if (walked.stop.kind === 'sends-code') turn = await sendCode(turn, walked.frame, walked.stop, parts)
    else if (walked.stop.kind !== 'does') return rest(turn, open, walked.stop, parts)
    else if (walked.stop.call.effect === 'write' && (await hasGone(turn, parts)))
      return letGo({ ...turn, utterances: [] }, parts)
    else turn = await act(turn, { ...open, frame: walked.frame }, walked.stop, parts)
  }
  return giveUp(turn, 'actions called in a ring', parts)
}

/** Keeps the walked frame and what it said. */
function noteWalk(turn: Turn, { dialog }: OpenDialog, { frame, said, trace, values }: Walked): Turn {
  const kept = withTopFrame(turn, frame)
  return {
    ...kept,
    utterances: [...turn.utterances, ...said.map((one) => ({ kind: 'said', said: one }) as const)],
    answers: values(),
    events: [...turn.events, { kind: 'walked', dialog: dialog.id, trace }],
  }
}

async function act(
  turn: Turn,
  { dialog, frame, environment }: OpenDialog,
  { step, call }: Extract<Stop, { kind: 'does' }>,
  { runAction }: ContinueDialogParts,
): Promise<Turn> {
  const { conversationId, channel } = turn.message
  const { name, inputs, key } = call
  const result = await runAction({
    name,
    inputs,
    ...(step.kind === 'do' && { worded: wordInputs(dialog, step, inputs, frame.answers, environment) }),
    idempotencyKey: key,
    conversationId,
    dialog: frame.dialog,
    ...ownerOf(turn, frame),
    ...(turn.conversation.phone && { phone: turn.conversation.phone }),
    channel,
    language: languageOf(turn),
    ...spokenOf(turn, frame),
    now: turn.now,
  })
  const noted = withTopFrame(turn, recordActionResult(frame, call, result))
  const { records = [], outbox = [] } = result.kind === 'done' ? result : { records: [], outbox: [] }
  return {
    ...noted,
    events: [...noted.events, { kind: 'did', action: name }],
    records: [...noted.records, ...records],
    outbox: [...noted.outbox, ...outbox],
  }
}

function ownerOf({ content }: Turn, { dialog }: Frame): { readonly owner?: string } {
  const owner = content.dialogs.get(dialog)?.owner
  return owner === undefined ? {} : { owner }
}

function spokenOf(turn: Turn, { dialog }: Frame): { readonly spoken?: Language } {
  const title = turn.content.dialogs.get(dialog)?.title
  return title === undefined
    ? {}
    : { spoken: spokenIn(title, languageOf(turn), turn.message.channel).language }
}

/** The walk has come to rest: the resident is asked, or the dialog is over. */
function rest(
  turn: Turn,
  open: OpenDialog,
  stop: Exclude<Stop, { kind: 'does' | 'sends-code' }>,
  parts: ContinueDialogParts,
): StageResult | Promise<StageResult> {
  switch (stop.kind) {
    case 'asks':
    case 'confirms':
      return endTurn(turn, 'asked', ...tellWishedDay(turn), { kind: 'open-question', isReached: true })
    case 'ended': {
      const events = [...turn.events, { kind: 'ended', dialog: open.dialog.id, status: stop.status } as const]
      const closed = keepFinished(
        withoutTopFrame({ ...turn, events }),
        open.dialog,
        turn.conversation.frames.at(-1),
      )
      const offer = { kind: 'call-offer', department: open.dialog.owner } as const
      const offers = stop.offers === 'call' ? [offer] : []
      return endTurn(closed, 'completed', ...lastWords(closed), ...untilTheCall(closed, open), ...offers)
    }
    case 'not-now':
      return notNow(withoutTopFrame(turn), stop.dialog)
    case 'hands-off': {
      const { owner } = open.dialog
      const said = departmentHours(turn, owner).open ? stop.reason : (stop.closed ?? stop.reason)
      const events = [...turn.events, { kind: 'handed-off', id: stop.step.id } as const]
      const { id: reason, priority } = stop.step
      const why = { department: owner, reason, ...(priority && { priority }) }
      return handOver({ ...turn, events }, why, { kind: 'said', said }, parts)
    }
    case 'fault':
      return giveUp(turn, `${stop.why} at ${stop.stepKey}`, parts)
  }
}

/** A dialog may end without a text of its own ("inget mer"); the resident is left without a word by none. */
function lastWords(closed: Turn): readonly Utterance[] {
  const back = backToOpenDialog(closed)
  const isSilent = back.length === 0 && closed.utterances.length === 0
  return isSilent ? [{ kind: 'wording', key: 'what-now' }] : back
}

/** Nobody calls tonight who was asked to after a cry for help: who answers now is said once more. */
function untilTheCall(turn: Turn, { dialog }: OpenDialog): readonly Utterance[] {
  const { emergency } = turn.conversation
  const kind = emergency === null ? undefined : emergencyKinds.find((one) => one === emergency.kind)
  if (emergency === null || kind === undefined || dialog.id !== turn.content.city.callBackDialog) return []
  return isRecent(emergency.at, turn.now)
    ? [{ kind: 'emergency', emergency: { kind, language: languageOf(turn) } }]
    : []
}

/** What was done may be taken back for a while: "avboka det". */
function keepFinished(turn: Turn, dialog: Dialog, frame: Frame | undefined): Turn {
  return frame === undefined || lastFinishedWrite(dialog, frame, true) === undefined
    ? turn
    : withConversation(turn, { finished: { frame, at: turn.now.toISOString() } })
}

async function handOver(
  turn: Turn,
  why: HandOffReason,
  said: Utterance,
  parts: ContinueDialogParts,
): Promise<StageResult> {
  const frame = turn.conversation.frames.at(-1)
  const handed = { id: frame?.dialog ?? '', dialog: openDialog(turn)?.dialog, frame }
  const told = await tellOfHandOff(turn, why, handed, parts)
  const closed = withoutTopFrame(told.turn)
  const outcome = handOffOutcome(turn, why.department)
  return endTurn(closed, outcome, said, told.person, ...backToOpenDialog(closed))
}

/** A dialog that cannot go on is the house's fault, not the resident's: a person takes over with all that was answered. */
function giveUp(turn: Turn, why: string, parts: ContinueDialogParts): Promise<StageResult> {
  const dialog = turn.conversation.frames.at(-1)?.dialog ?? ''
  parts.logger.error({ dialog, why }, 'a dialog could not go on')
  const department = turn.content.dialogs.get(dialog)?.owner ?? contactCentre
  return handOver(
    turn,
    { department, reason: `Dialogen kunde inte gå vidare (${why}).` },
    { kind: 'wording', key: 'dialog.stuck' },
    parts,
  )
}
