// "Avboka det", and the buttons under what was done: taken back once, after a yes, or opened to be done over.
import type { RunAction } from '../../contracts/cases/action'
import type { Conversation, Frame } from '../../contracts/talk/conversation'
import { applyAnswers } from '../../dialog/walk/apply-answers'
import type { ReadValue } from '../../dialog/model/read-value'
import { plainLine } from '../../dialog/words/fold-words'
import { reopen } from '../../dialog/walk/moves'
import { followUpInputs } from '../../dialog/walk/action-journal'
import { markUndone, reopenWrite } from '../../dialog/walk/reverse-write'
import { matchCommand } from '../../understanding/match-command'
import { cityText } from '../turn/city-text'
import { handOffOutcome, tellOfHandOff, type HandOffParts } from '../hand-off/hand-off'
import { changeInSentence } from './change-in-sentence'
import { wantedOfWhatIsDone } from './reversal-words'
import {
  askToUndo,
  findReversible,
  offerReversal,
  whatWasDone,
  type Reversible,
  type Wanted,
} from './offer-reversal'
import { mostOpenDialogs, backToOpenDialog, openQuestion, walkEnvironment } from '../turn/open-dialog'
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

export interface HearReversalParts extends HandOffParts {
  readonly runAction: RunAction
}

/** `agree`: a yes to the offer, before anything was asked. `change`: to have it otherwise, in a sentence. */
type Wish = 'agree' | 'change' | 'ask' | 'yes' | 'no' | 'update'

interface Wished {
  readonly wish: Wish
  readonly key?: string
  /** Of `change`: what the sentence says of it. */
  readonly wanted?: Wanted
}

const tapped = new Map<string, Wish>([
  ['undo', 'ask'],
  ['undo:yes', 'yes'],
  ['undo:no', 'no'],
  ['update', 'update'],
])

/** What the resident wants with a finished write, and with which one when it is said. */
function wishOf(turn: Turn): Wished | undefined {
  const { content } = turn.message
  if (content.kind === 'choice') {
    const wish = tapped.get(content.choice.name)
    return wish === undefined ? undefined : { wish, key: content.choice.value }
  }
  const { reversal } = turn.conversation
  if (content.kind !== 'text') return undefined
  const command = matchCommand(turn.text, turn.content.city, languageOf(turn))
  const pending = reversal === null ? {} : { key: reversal.key }
  if (reversal !== null && command === 'no') return { wish: 'no', ...pending }
  if (reversal !== null && command === 'yes') return { wish: reversal.asked ? 'yes' : 'agree', ...pending }
  const label = reversal === null ? undefined : plainLine(cityText(turn, 'update.button'))
  if (label !== undefined && plainLine(turn.text) === label) return { wish: 'update', ...pending }
  if (command !== 'undo') return wishInSentence(turn)
  return { wish: 'ask', ...pending }
}

/**
 * While something else is talked about such a sentence is about that. What can be taken back by nobody here is left to those who
 * take a case back.
 */
function wishInSentence(turn: Turn): Wished | undefined {
  if (turn.conversation.frames.length > 0) return undefined
  const done = findReversible(turn)
  if (done === undefined || (done.step.undo === undefined && !isCall(turn, done))) return undefined
  if (wantedOfWhatIsDone(turn.text) === 'undo') return { wish: 'ask' }
  const wanted = changeInSentence(turn, done)
  return wanted && { wish: 'change', wanted }
}

export const hearReversal =
  (parts: HearReversalParts): Stage =>
  (turn) => {
    if (turn.message.content.kind === 'feedback') return goOn(turn)
    const wished = wishOf(turn)
    const cleared = withConversation(turn, { reversal: null })
    const found = wished === undefined ? undefined : findReversible(turn, wished.key)
    if (wished === undefined || found === undefined) return goOn(cleared)
    const wanted = wished.wanted ?? wantedOf(found, turn.conversation.reversal)
    return follow(wished.wish, found, wanted, cleared, parts)
  }

function follow(
  wish: Wish,
  found: Reversible,
  wanted: Wanted,
  turn: Turn,
  parts: HearReversalParts,
): StageResult | Promise<StageResult> {
  const { step, entry } = found
  if (entry.state === 'undone')
    return say(turn, { kind: 'wording', key: 'undo.already', values: { what: whatWasDone(turn, found) } })
  switch (wish) {
    case 'no':
      return say(turn, { kind: 'wording', key: 'undo.kept' })
    case 'update':
      return step.update === undefined ? goOn(turn) : update(turn, found, wanted)
    // What it is to be is confirmed before it is done, so nothing is left to choose.
    case 'change':
      if (step.update !== undefined) return update(turn, found, wanted)
      return offerReversal(turn, found, wanted) ?? offerPerson(turn, found)
    // Both are offered to who said what it shall be: a yes is to that.
    case 'agree':
      return step.update === undefined
        ? follow('ask', found, wanted, turn, parts)
        : update(turn, found, wanted)
    case 'ask':
      if (step.undo !== undefined) return askToUndo(turn, found)
      return offerReversal(turn, found, wanted) ?? offerPerson(turn, found)
    case 'yes':
      return step.undo === undefined ? offerPerson(turn, found) : undo(turn, found, step.undo.action, parts)
  }
}

/** What the resident wanted otherwise of this, as it was offered before: an older button is about something else. */
function wantedOf({ entry }: Reversible, reversal: Conversation['reversal']): Wanted {
  const { answers, name } = reversal?.key === entry.key ? reversal : { answers: {}, name: null }
  return {
    answers: Object.entries(answers).map(([of, answer]) => ({ name: of, ...answer }) as ReadValue),
    name,
  }
}

const say = (turn: Turn, said: Utterance): StageResult =>
  endTurn(turn, 'answered-command', said, ...openQuestion(turn))

const isCall = (turn: Turn, { dialog }: Reversible): boolean => dialog.id === turn.content.city.callBackDialog

/** Who asked for a call and wants none is not offered another one. */
const offerPerson = (turn: Turn, found: Reversible): StageResult =>
  isCall(turn, found)
    ? say(turn, { kind: 'wording', key: 'undo.call', values: { what: whatWasDone(turn, found) } })
    : endTurn(
        turn,
        handOffOutcome(turn, found.dialog.owner),
        { kind: 'person', department: found.dialog.owner },
        ...openQuestion(turn),
      )

/** Once: the journal marks it in the commit of this turn, and a repeated turn calls under the same key. */
async function undo(
  turn: Turn,
  found: Reversible,
  action: string,
  parts: HearReversalParts,
): Promise<StageResult> {
  const { step, entry, dialog, frame } = found
  const { conversationId, channel } = turn.message
  const result = await parts.runAction({
    name: action,
    inputs: step.undo === undefined ? {} : followUpInputs(step.undo, entry),
    idempotencyKey: `${entry.key}/undo`,
    conversationId,
    dialog: dialog.id,
    channel,
    language: languageOf(turn),
    now: turn.now,
  })
  const values = { what: whatWasDone(turn, found) }
  const events = [...turn.events, { kind: 'did', action } as const]
  if (result.kind === 'failed') {
    const why = { department: dialog.owner, reason: `${action} ${result.failure}` }
    const told = await tellOfHandOff({ ...turn, events }, why, { id: dialog.id, dialog, frame }, parts)
    const failed: Utterance = { kind: 'wording', key: 'undo.failed', values }
    return endTurn(told.turn, handOffOutcome(turn, dialog.owner), failed, told.person)
  }
  const { records = [], outbox = [] } = result
  const closed = closedAs(turn, markUndone(frame, entry.key))
  return endTurn(
    { ...closed, events, records: [...turn.records, ...records], outbox: [...turn.outbox, ...outbox] },
    'completed',
    { kind: 'wording', key: 'undo.done', values },
    ...backToOpenDialog(closed),
  )
}

/** Nothing is left to do in a dialog whose write is taken back. */
const closedAs = (turn: Turn, frame: Frame): Turn =>
  withConversation(turn, {
    frames: turn.conversation.frames.filter((open) => open.dialog !== frame.dialog),
    finished: { frame, at: turn.now.toISOString() },
  })

function update(turn: Turn, found: Reversible, { answers, name }: Wanted): StageResult {
  const others = turn.conversation.frames.filter((open) => open.dialog !== found.dialog.id)
  if (others.length >= mostOpenDialogs) return say(turn, { kind: 'wording', key: 'dialog.too-many-open' })
  const environment = walkEnvironment(turn)
  const reopened = reopenWrite(found.dialog, found.frame, found)
  const { frame, refused } = applyAnswers(found.dialog, { ...reopened, open: null }, answers, environment)
  const move = name === null ? undefined : reopen(found.dialog, frame, name, environment)
  const changed = withConversation(turn, {
    frames: [...others, move?.kind === 'moved' ? move.frame : frame],
    lastTopic: `dialog:${found.dialog.id}`,
  })
  const said = refused.map((refusal) => ({ kind: 'said', said: refusal.said }) as const)
  return goOn({ ...changed, utterances: [...turn.utterances, ...said], plan: { kind: 'walk' } })
}
