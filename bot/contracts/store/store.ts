// Where conversations are kept safe. One contract, one adapter on SQLite and one on Redis, one conformance suite for both.
//
// The life of a message in the store:
//   accept   the message is durably waiting and stands in the transcript; only now may a channel say "received"
//   waiting  the oldest one of a conversation is next; a message leaves this list only by a commit
//   commit   state + replies + outbox + records + "this message is answered", all or nothing, if the version still holds
// So a process may die between any two steps: what was accepted is still waiting, what was committed is not done again.
import type { ConversationId, MessageId } from '../talk/ids'
import type { Erasure, Held, LegalHold } from './legal-hold'
import type { InterimAnswer } from '../talk/interim-answer'
import type { InboundMessage } from '../talk/message'
import type { Outcome } from '../talk/outcome'
import type { Reply } from '../talk/reply'
import type { RetentionClass } from './retention-class'

export { retentionClasses, type RetentionClass } from './retention-class'

/** Plain JSON of a conversation; its shape is the core's business (`bot/contracts/talk/conversation.ts`). */
export type StateText = string

export type Acceptance =
  | { readonly kind: 'accepted'; readonly sequence: number }
  /** The same message id was accepted before; nothing was changed. `sequence` is that of the first time. */
  | { readonly kind: 'repeated'; readonly sequence: number }

/** One line of a conversation's transcript. `sequence` counts from 1 without gaps: it is the watermark of the channels. */
export type TranscriptLine = SoundLine | DamagedLine
export type SoundLine = { readonly sequence: number; readonly at: string } & (
  | { readonly author: 'resident'; readonly message: InboundMessage }
  | { readonly author: 'bot'; readonly reply: Reply; readonly answers: MessageId; readonly outcome: Outcome }
)
/** A line that cannot be read. Its bytes stay where they are; `raw` is all of them, or empty when the line is missing. */
export interface DamagedLine {
  readonly sequence: number
  readonly author: 'damaged'
  readonly raw: string
}

/** The rendered reply of a turn, as kept with the inbound id. A repeat gets exactly this, byte for byte. */
export interface StoredTurn {
  readonly messageId: MessageId
  readonly replies: readonly Reply[]
  readonly outcome: Outcome
}

export interface WaitingMessage {
  /** With content `damaged` when its line cannot be read. */
  readonly message: InboundMessage
  readonly sequence: number
  /**
   * How often a turn was begun for it, this time included; more than a few means that it kills its process.
   * A first beginning that a crash ended may be missing.
   */
  readonly attempts: number
}

export interface LoadedConversation {
  /** 0 for a conversation without a committed turn. */
  readonly version: number
  readonly state: StateText | undefined
}

/** A thing to be done later and outside: a text to send, a desk to tell. Done at least once, by one process at a time. */
export interface OutboxEntry {
  /** Names the thing to do: while an entry with this id is there, another one is left out. */
  readonly id: string
  /** Names who does it: `case-desk`, `sms` … */
  readonly kind: string
  /** ISO 8601; not claimed before. */
  readonly dueAt: string
  readonly payload: unknown
  /**
   * Entries with the same key are done one at a time, in the order in which they were due. One that failed holds up those
   * behind it until it is done or given up; one that was put off does not.
   */
  readonly orderingKey?: string
}
export interface ClaimedEntry extends Omit<OutboxEntry, 'orderingKey'> {
  /** 1 on the first claim. */
  readonly attempts: number
}

/** An entry as operators see it: never what is in it. */
export interface ListedEntry extends Omit<ClaimedEntry, 'payload'> {
  /** ISO 8601: when a dead letter was given up, or when another may be claimed. */
  readonly at: string
  /** Why it failed last; holds nobody's words. */
  readonly reason?: string
}

/** A document kept beside conversations: a case, a call-back, feedback on an answer, a question without one, a state set aside. */
export interface RecordWrite {
  readonly collection: RetentionClass
  readonly id: string
  readonly value: unknown
  /** Set when the record goes with its conversation on erasure by the resident. */
  readonly conversationId?: ConversationId
  /** Words by which `recordsUnder` finds it; each write says them anew. */
  readonly keys?: readonly string[]
  /** ISO 8601: the days of its class begin then, where that is later than this write: it is about something to come. */
  readonly keepFrom?: string
}
/** When a record counts as last touched, in ms. */
export const touchedMs = ({ keepFrom }: Pick<RecordWrite, 'keepFrom'>, now: Date): number =>
  Math.max(now.getTime(), keepFrom === undefined ? 0 : Date.parse(keepFrom))
export interface StoredRecord {
  readonly id: string
  readonly value: unknown
  /** ISO 8601, of the first write. */
  readonly createdAt: string
}

/** What is of a class and over its time. Of `conversation` dead letters too. */
export interface OldOfClass {
  readonly count: number
  /** ISO 8601: when the oldest was last touched; left out when there is none. */
  readonly oldest?: string
}

/** One of the records that name a conversation. */
export interface OwnedRecord extends StoredRecord {
  readonly collection: RetentionClass
}

export interface TurnCommit {
  readonly conversationId: ConversationId
  /** Must be the oldest waiting message of the conversation. */
  readonly messageId: MessageId
  /** The version that was loaded; the commit makes it one higher. */
  readonly expectedVersion: number
  readonly state: StateText
  readonly replies: readonly Reply[]
  readonly outcome: Outcome
  readonly outbox: readonly OutboxEntry[]
  readonly records: readonly RecordWrite[]
  /** The message as its line reads from now on; left out when it stays as it was accepted. */
  readonly message?: InboundMessage
  /** ISO 8601 time of the new transcript lines. */
  readonly at: string
}

export type CommitResult =
  | { readonly kind: 'committed'; readonly lastSequence: number }
  /** Another process committed first, or the message is not next any more. Nothing was written: load again. */
  | { readonly kind: 'conflict' }

export interface ConversationChange {
  readonly conversationId: ConversationId
  readonly lastSequence: number
}

export interface Store {
  /** Keeps a message durably and writes it into the transcript; idempotent by (conversation, message id). */
  accept(message: InboundMessage): Promise<Acceptance>
  /** The oldest message without a committed turn, its attempts counted up by this call; undefined when none waits. */
  nextWaiting(conversationId: ConversationId): Promise<WaitingMessage | undefined>
  /** Conversations in which a message waits, oldest first: what a start after a crash has to finish. */
  conversationsWaiting(limit: number): Promise<readonly ConversationId[]>
  /**
   * Takes the right to run turns of one conversation for `leaseMs`, so that two processes do not work on the same one.
   * Undefined when another holder has it. A guard against wasted work only: correctness rests on the version in `commit`.
   */
  holdConversation(conversationId: ConversationId, leaseMs: number): Promise<Hold | undefined>

  load(conversationId: ConversationId): Promise<LoadedConversation>
  commit(turn: TurnCommit): Promise<CommitResult>
  /** The committed turn of a message, without damaged replies; undefined while it waits or when it was never accepted. */
  turnOf(conversationId: ConversationId, messageId: MessageId): Promise<StoredTurn | undefined>

  /** Lines with `sequence > after`, oldest first, at most `limit`; from the first one where `after` is below 0. */
  linesAfter(conversationId: ConversationId, after: number, limit: number): Promise<readonly TranscriptLine[]>
  /** The sequence of the newest line; 0 for an unknown conversation. */
  lastSequence(conversationId: ConversationId): Promise<number>
  /**
   * Calls back after each accept, commit and erase of any process on this store, in any order, perhaps more than once.
   * On a file: of this instance only, which is its one server. On Redis: what happened while the connection was away is
   * told when it is back, erasures excepted.
   */
  listen(onChange: (change: ConversationChange) => void): () => void
  /** Tells whoever listens, in any process on this store, how an answer reads so far. Keeps nothing, and never fails. */
  showInterim(interim: InterimAnswer): void
  /** In the order in which one process shows them; what is shown while the connection is away is not told again. */
  listenToInterims(onInterim: (interim: InterimAnswer) => void): () => void

  /**
   * Puts an entry outside a turn. `repeated`: one with this id was put like this within the last day or is there now, and
   * nothing was changed, also when the first one is done.
   */
  enqueue(entry: OutboxEntry): Promise<'enqueued' | 'repeated'>
  /** Several of them for about the price of one. Not one step: a crash may leave some of them only. */
  enqueueAll(entries: readonly OutboxEntry[]): Promise<void>
  /** Due entries, longest due first, each leased to the caller until `finish`, `fail` or the lease's end. */
  claimOutbox(options: {
    readonly now: Date
    readonly leaseMs: number
    readonly limit: number
    /** None of these kinds. */
    readonly except?: readonly string[]
  }): Promise<readonly ClaimedEntry[]>
  /** Whoever claimed the entry is still at it: nobody else gets it before then. Nothing for one that is done or given up. */
  renewLease(entryId: string, until: Date): Promise<void>
  finishOutbox(entryId: string): Promise<void>
  /**
   * Puts the entry back until `retryAt`, or among the dead letters when `retryAt` is undefined. A dead letter goes with the
   * class `conversation`: it may hold a resident's words.
   */
  failOutbox(entryId: string, retryAt: Date | undefined, reason: string): Promise<void>
  /** Puts a claimed entry back until then as if it had not been claimed: no attempt was made. */
  postponeOutbox(entryId: string, until: Date): Promise<void>
  countOutbox(): Promise<{ readonly waiting: number; readonly dead: number }>
  /** The dead letters, or all others, by their `at`, oldest first. */
  listOutbox(options: { readonly dead: boolean; readonly limit: number }): Promise<readonly ListedEntry[]>
  /** Lets a dead letter be claimed again, as one that was never tried; false when there is none with this id. */
  reviveOutbox(entryId: string): Promise<boolean>

  record(collection: RetentionClass, id: string): Promise<StoredRecord | undefined>
  /** Newest first. `before` is the `createdAt` + id of the last one seen: `[createdAt, id]`. */
  records(
    collection: RetentionClass,
    options: { readonly limit: number; readonly before?: readonly [string, string] },
  ): Promise<readonly StoredRecord[]>
  /** All records whose last write said this key, by id. Made for keys that a few records share. */
  recordsUnder(collection: RetentionClass, key: string): Promise<readonly StoredRecord[]>
  /** All records that name this conversation, by class and id: what its erasure would take. */
  recordsOf(conversationId: ConversationId): Promise<readonly OwnedRecord[]>
  /** Writes outside a turn, for example feedback of a desk. */
  putRecord(write: RecordWrite): Promise<void>
  /** Several of them in their order, for about the price of one. Not one step: a crash may leave the first ones only. */
  putRecords(writes: readonly RecordWrite[]): Promise<void>

  /**
   * The next number of a series (`F-2026`), from 1; the same key always gets the number it got first. Keys are kept as hashes.
   * @param forgetMs so long after its last new number the whole series is forgotten, and begins anew; never when left out
   */
  allocateNumber(series: string, key: string, forgetMs?: number): Promise<number>
  /**
   * Keeps `value` under `key` if nothing is there; gives what is there now. For secrets shared by all nodes.
   * @param forgetMs forgotten so long after it was kept; never when left out
   */
  keepOnce(key: string, value: string, forgetMs?: number): Promise<string>
  /**
   * Keys of `keepOnce`, or series of `allocateNumber`, that begin so and are kept for good. For operators: it looks through all
   * there are.
   */
  endlessKeys(kind: 'kept' | 'series', beginning: string): Promise<readonly string[]>
  /** Forgets them, with their value or numbers; gives how many were there. */
  forgetKeys(kind: 'kept' | 'series', keys: readonly string[]): Promise<number>
  /** True for the first caller with this key, false for every later one until `ttlMs` has passed. */
  spendOnce(key: string, ttlMs: number): Promise<boolean>

  /**
   * Removes a conversation with its state, transcript, answered ids and its records that name it, those of the classes of
   * `spare` excepted, held or not. What is held stays. Entries of the outbox with it as their ordering key go along, waiting
   * or given up: they are what would be said in it.
   */
  erase(conversationId: ConversationId, spare?: readonly RetentionClass[]): Promise<Erasure>
  /**
   * Removes what is of this class and was last touched before `before`, and is not held; gives how many were removed. A
   * record whose write said `keepFrom` counts as touched then.
   */
  purge(retentionClass: RetentionClass, before: Date): Promise<number>
  /** Removes those of these records that are not held; gives how many. Safe to repeat. */
  removeRecords(retentionClass: RetentionClass, ids: readonly string[]): Promise<number>
  /** Those of these that `removeRecords` would remove now. Changes nothing. */
  freeRecords(retentionClass: RetentionClass, ids: readonly string[]): Promise<readonly string[]>
  /** What `purge` with the same words would remove now. Changes nothing. */
  countOld(retentionClass: RetentionClass, before: Date): Promise<OldOfClass>

  /** From when it resolves nothing of it is removed. A second one of the same takes the place of the first. */
  placeLegalHold(hold: LegalHold): Promise<void>
  /** False when there was none. */
  liftLegalHold(held: Held): Promise<boolean>
  /** Made for few. */
  legalHolds(): Promise<readonly LegalHold[]>

  /** Resolves when the store answers, rejects with a `store-unavailable` error when not. */
  ping(): Promise<void>
  /** How many writes it has refused since it was opened, because it is full, read-only or its disk gives errors. */
  refusedWrites(): number
  /** Writes about as much as a turn does and takes it away again; rejects, and is counted, as any write that is refused. */
  tryWrite(): Promise<void>
  close(): Promise<void>
}

export interface Hold {
  /** Prolongs the lease; false when it was lost meanwhile. */
  renew(): Promise<boolean>
  release(): Promise<void>
}
