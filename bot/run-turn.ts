// One turn: load the conversation, run the stages, commit once. Whatever fails in between, the resident gets a sentence.
import { createHash } from 'node:crypto'
import type { Content } from './content/content'
import type { Clock } from './contracts/basics/clock'
import type { FileShelf } from './contracts/store/file-shelf'
import type { DialogEvent } from './contracts/talk/dialog-event'
import type { MessageId } from './contracts/talk/ids'
import type { Logger } from './contracts/basics/logger'
import type { EndedTurnFacts, TurnObserver } from './contracts/talk/observer'
import { sentFilesIn } from './contracts/talk/sent-file'
import type { RecordWrite, Store, StoredTurn, WaitingMessage } from './contracts/store/store'
import type { Outcome } from './contracts/talk/outcome'
import { readConversation, type ReadConversation } from './read-conversation'
import type { Stages } from './stages'
import { failureReply } from './stages/wording/failure-reply'
import { fitSms } from './stages/wording/fit-sms'
import { keepMasked } from './stages/privacy/tell-masked'
import { modelFailed, type Turn } from './stages/turn/turn'

/** After so many begun turns without a commit the message itself is what kills the process: it is answered as failed. */
const maxAttempts = 3

/** Runs the turn of a waiting message; undefined when another process was first. Rejects only when the store is down. */
export type RunTurn = (waiting: WaitingMessage) => Promise<StoredTurn | undefined>

export interface RunTurnParts {
  readonly store: Store
  readonly content: () => Content
  readonly stages: Stages
  readonly clock: Clock
  readonly logger: Logger
  readonly observer: TurnObserver
  readonly shelf: Pick<FileShelf, 'hold'>
}

interface EndedTurn {
  readonly turn: Turn
  readonly outcome: Outcome
}

export const createRunTurn = (parts: RunTurnParts): RunTurn => {
  const { store, clock, observer } = parts
  return async (waiting) => {
    const startedAt = performance.now()
    const { message } = waiting
    const loaded = await store.load(message.conversationId)
    // Read once: what is remembered with the time of a turn is found by that of the turn after it.
    const now = clock.now()
    const read = readConversation(loaded.state, message, parts.content().city, now)
    const { turn, outcome } = await endedTurn(parts, waiting, read, now)
    const result = await store.commit({
      conversationId: message.conversationId,
      messageId: message.id,
      expectedVersion: loaded.version,
      state: JSON.stringify(turn.conversation),
      replies: turn.replies,
      outcome,
      ...(turn.message === message ? {} : { message: turn.message }),
      outbox: turn.outbox,
      records: [...turn.records, ...setAside(read, waiting)],
      at: clock.now().toISOString(),
    })
    if (result.kind === 'conflict') return undefined
    observer.turnEnded(factsOf(turn, outcome, performance.now() - startedAt))
    return { messageId: message.id, replies: turn.replies, outcome }
  }
}

async function endedTurn(
  parts: RunTurnParts,
  waiting: WaitingMessage,
  read: ReadConversation,
  now: Date,
): Promise<EndedTurn> {
  const { sender, ...unsent } = waiting.message
  const message = sender === undefined ? waiting.message : unsent
  const turn: Turn = {
    message,
    ...(sender !== undefined && { sender }),
    now,
    content: parts.content(),
    conversation: read.conversation,
    stateLost: read.kind === 'unreadable',
    ...(read.kind === 'known' && { lastTurnAt: read.lastTurnAt }),
    text: '',
    danger: null,
    utterances: [],
    events: [],
    answers: {},
    records: [],
    outbox: [],
    replies: [],
  }
  const correlationId = correlationOf(message.id)
  if (message.content.kind === 'damaged')
    parts.logger.error(
      { correlationId, conversationId: message.conversationId, sequence: waiting.sequence },
      'a waiting message cannot be read; it is set aside',
    )
  if (waiting.attempts > maxAttempts) {
    parts.logger.error(
      { correlationId, attempts: waiting.attempts },
      'a message was given up after its turns never ended',
    )
    return failedTurn(turn, correlationId)
  }
  try {
    const ended = await parts.stages(turn)
    await holdFiles(parts, ended.turn)
    return ended
  } catch (error) {
    parts.logger.error({ correlationId, channel: message.channel, err: error }, 'a turn failed')
    return failedTurn(turn, correlationId)
  }
}

/** What a record mentions is kept for as long as the record; before the commit, so that none mentions what nobody keeps. */
async function holdFiles({ shelf }: RunTurnParts, { message, records }: Turn): Promise<void> {
  for (const { collection, id, value } of records) {
    const files = sentFilesIn(value)
    if (files.length > 0) await shelf.hold(message.conversationId, files, { collection, id })
  }
}

/**
 * The conversation stays as it was before the turn, so that the resident can simply try again. What the house was to say is tried
 * again by the house: the resident has asked for nothing, and is told nothing.
 */
const failedTurn = (turn: Turn, correlationId: string): EndedTurn => {
  const replies = turn.message.content.kind === 'house' ? [] : [failureReply(turn, correlationId)]
  return { turn: fitSms({ ...keepMasked(turn).turn, replies }, 'failed-unknown'), outcome: 'failed-unknown' }
}

/** What the resident can quote and operators find in the log: six characters that say nothing by themselves. */
const correlationOf = (messageId: MessageId): string =>
  createHash('sha256').update(messageId).digest('hex').slice(0, 6).toUpperCase()

/** What cannot be read is kept for the operators, whole, under a name that tells where it stood. */
function setAside(
  read: ReadConversation,
  { message: { conversationId, id, content }, sequence }: WaitingMessage,
): readonly RecordWrite[] {
  const aside = (name: string, value: object): RecordWrite => ({
    collection: 'set-aside',
    id: `${conversationId}/${name}`,
    conversationId,
    value,
  })
  return [
    ...(read.kind === 'unreadable' ? [aside(`state at ${id}`, { state: read.raw, why: read.why })] : []),
    ...(content.kind === 'damaged' ? [aside(`line ${sequence}`, { line: content.raw })] : []),
  ]
}

const factsOf = (turn: Turn, outcome: Outcome, durationMs: number): EndedTurnFacts => ({
  messageId: turn.message.id,
  outcome,
  channel: turn.message.channel,
  durationMs,
  ...(turn.classification === undefined ? {} : { classification: turn.classification }),
  ...(turn.fellBack === true && { untranslated: turn.conversation.language }),
  ...(turn.askedAboutDanger && { askedAboutDanger: turn.askedAboutDanger }),
  ...(turn.model !== undefined && { model: turn.model }),
  ...(turn.wasInterimShown === true && outcome !== 'answered-model' && { tookBack: true }),
  ...(isDegraded(turn, outcome) && { degraded: true }),
  events: dialogEvents(turn),
  answers: turn.answers,
})

/** A part was down, and the resident was served without it. */
const isDegraded = (turn: Turn, outcome: Outcome): boolean =>
  turn.meaningFailed === true || (modelFailed(turn) && outcome !== 'failed-model')

/** What the stages noted, and what the utterances show: which texts were said, and which question waits. */
function dialogEvents({ events, utterances, conversation }: Turn): readonly DialogEvent[] {
  const said = utterances.flatMap((one) =>
    one.kind === 'said' ? [{ kind: 'said', id: one.said.id } as const] : [],
  )
  const open = conversation.frames.at(-1)?.open ?? null
  const asks = open !== null && utterances.some(({ kind }) => kind === 'open-question')
  return [...events, ...said, ...(asks ? [{ kind: 'asked', name: open } as const] : [])]
}
