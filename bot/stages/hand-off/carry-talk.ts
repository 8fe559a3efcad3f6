// "Ge mig en kod" and "KOD ABC3D4": a talk goes on where the resident is now, with what was open in it and the cases it may see.
import { viewerRecord } from '../../cases/case-records'
import { seenBy } from '../../cases/read-case'
import { conversationIn, type Conversation, type Frame } from '../../contracts/talk/conversation'
import { areSentFiles } from '../../contracts/talk/sent-file'
import type { Store } from '../../contracts/store/store'
import { settledQuestions } from '../../dialog/walk/apply-answers'
import { removeAnswer } from '../../dialog/walk/change-answer'
import { codeRecord, spendCode, type CarriedFrom } from '../../resume/code-store'
import { mayTryCode } from '../../resume/may-try-code'
import { comesBack, movedRecord } from '../../resume/moved'
import { hasLetter, newResumeCode, resumeCodeIn } from '../../resume/resume-code'
import { tellMovedEntry } from '../../resume/tell-moved'
import { dialogOf } from '../turn/dialog-version'
import { letGo } from './let-go'
import { commandIn } from '../turn/command-in'
import { openQuestion, walkEnvironment } from '../turn/open-dialog'
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

export interface CarryTalkParts {
  readonly store: Pick<Store, 'keepOnce' | 'spendOnce' | 'record' | 'recordsUnder' | 'load'>
}

export const carryTalk =
  ({ store }: CarryTalkParts): Stage =>
  (turn) => {
    const { content } = turn.message
    if (content.kind === 'house' && content.news.kind === 'moved') return letGo(turn, { store })
    if (wantsCode(turn)) return giveCode(turn, store)
    const code = content.kind === 'text' ? resumeCodeIn(turn.text) : undefined
    return code === undefined || isForDialog(turn, code) ? goOn(turn) : carryOn(turn, code, store)
  }

/** Figures alone are no code of ours; in a dialog they may be the one-time code that is asked for, or the code of a door. */
const isForDialog = ({ conversation }: Turn, code: string): boolean =>
  !hasLetter(code) && conversation.frames.length > 0

function wantsCode(turn: Turn): boolean {
  const { content } = turn.message
  const isTapped =
    content.kind === 'choice' && content.choice.name === 'command' && content.choice.value === 'resume-code'
  return isTapped || commandIn(turn) === 'resume-code'
}

async function giveCode(turn: Turn, store: CarryTalkParts['store']): Promise<StageResult> {
  const code = newResumeCode()
  const { conversationId, channel } = turn.message
  const record = await codeRecord(store, code, { conversationId, channel, now: turn.now })
  return endTurn(
    { ...turn, records: [...turn.records, record] },
    'answered-command',
    { kind: 'wording', key: 'resume.code', values: { code } },
    ...openQuestion(turn),
  )
}

/** A wrong code, one that is spent and one that is too old are answered alike. */
async function carryOn(turn: Turn, code: string, store: CarryTalkParts['store']): Promise<StageResult> {
  const { conversationId, id, channel, from: phone } = turn.message
  const wrong = (): StageResult =>
    endTurn(turn, 'answered-command', { kind: 'wording', key: 'resume.wrong' }, ...openQuestion(turn))
  const sender = phone ?? turn.sender
  const may = await mayTryCode(store, { kind: 'resident', conversation: conversationId, channel, sender })
  if (may.kind === 'no') return tooMany(turn, may.waitMinutes)
  const by = `${conversationId}/${id}`
  const from = await spendCode(store, code, { by, now: turn.now, within: conversationId })
  if (from === undefined) return wrong()
  const { turn: carried, leftFiles } = withState(turn, await stateOf(from, store))
  const viewers = await viewersOf(carried, from, store)
  const moved = await movedRecord(store, from.conversationId, turn.now)
  const back = await comesBack(store, conversationId)
  const went = {
    ...carried,
    records: [...turn.records, ...viewers, moved, ...back],
    outbox: [...turn.outbox, tellMovedEntry(from, id, turn.now)],
  }
  const left: readonly Utterance[] = leftFiles ? [{ kind: 'wording', key: 'resume.left-files' }] : []
  const here: Utterance = { kind: 'wording', key: 'resume.here' }
  return endTurn(went, 'answered-command', here, ...left, ...openQuestion(went))
}

/** Says nothing of the code: it was not looked at. */
const tooMany = (turn: Turn, minutes: number): StageResult =>
  endTurn(
    turn,
    'answered-command',
    { kind: 'wording', key: 'resume.too-many', values: { minutes: String(minutes) } },
    ...openQuestion(turn),
  )

/** Undefined where it cannot be read: then the cases are carried all the same. */
async function stateOf(from: CarriedFrom, store: CarryTalkParts['store']): Promise<Conversation | undefined> {
  const { state } = await store.load(from.conversationId)
  return state === undefined ? undefined : conversationIn(state)
}

/** What belongs to the channel (the phone, what was sent last over SMS, a person who has the talk) stays behind. */
function withState(
  turn: Turn,
  before: Conversation | undefined,
): { readonly turn: Turn; readonly leftFiles: boolean } {
  if (before === undefined) return { turn, leftFiles: false }
  const { language, easyRead, frames, lastTopic, finished, answered, caseAsked, completing } = before
  // Files stay with the talk that they were sent in: what they were sent for is asked again.
  const waits = completing && { ...completing, given: null }
  const open = frames.map((frame) => withoutFiles(turn, frame))
  const leftFiles = (completing?.given?.files ?? []).length > 0 || open.some((one, at) => one !== frames[at])
  const carried = { language, easyRead, lastTopic, finished, answered, caseAsked, completing: waits }
  const own = turn.conversation
  // What keeps a talk from a language model keeps it from there wherever it goes on.
  const marks = {
    emergency: before.emergency ?? own.emergency,
    danger: before.danger ?? own.danger,
    sensitiveAt: before.sensitiveAt ?? own.sensitiveAt,
  }
  const went = withConversation(turn, {
    ...carried,
    ...marks,
    frames: open.length === 0 ? turn.conversation.frames : open,
  })
  return { turn: went, leftFiles }
}

/** The same frame where no files wait to be sent. What a write has used is not asked again. */
function withoutFiles(turn: Turn, frame: Frame): Frame {
  const dialog = dialogOf(turn.content, frame, turn.now)
  const used = dialog === undefined ? undefined : settledQuestions(dialog, frame, walkEnvironment(turn))
  return Object.entries({ ...frame.parked, ...frame.answers })
    .filter(([name, { value }]) => areSentFiles(value) && used?.has(name) !== true)
    .reduce((left, [name]) => removeAnswer(left, name), frame)
}

async function viewersOf(turn: Turn, from: CarriedFrom, store: CarryTalkParts['store']) {
  const { conversationId, channel } = turn.message
  const { phone } = turn.conversation
  const seen = await seenBy(store, from.conversationId)
  return seen.map(({ number, isBare }) =>
    viewerRecord({
      case: number,
      conversationId,
      channel,
      language: languageOf(turn),
      why: isBare ? 'contact' : 'carried',
      ...(phone && { phone }),
    }),
  )
}
