// What the planning system of the home care tells of visits. Nothing in it says who somebody is or what is done there.

export const visitEventTypes = ['planned', 'changed', 'started', 'completed', 'cancelled', 'missed'] as const
export type VisitEventType = (typeof visitEventTypes)[number]

export interface VisitWindow {
  /** ISO 8601 in UTC. */
  readonly start: string
  readonly end: string
}

export interface VisitEvent {
  /** The planning system's own: a repeat has the same. */
  readonly eventId: string
  readonly type: VisitEventType
  readonly visitId: string
  /** Stands for a person without naming them. */
  readonly clientRef: string
  /** Of the visit: a later event has a higher one. */
  readonly seq: number
  /** ISO 8601 in UTC. */
  readonly occurredAt: string
  /** What `planned` and `changed` must bring, and the others may. */
  readonly window?: VisitWindow
}

/** Why a well-signed event of the right shape cannot be applied. */
export const deadReasons = [
  'event-id',
  'type',
  'visit-id',
  'client-ref',
  'seq',
  'occurred-at',
  'window',
] as const
export type DeadReason = (typeof deadReasons)[number]

/** Such an event as it is kept: nothing of it but its id, and that only when it is one. */
export interface DeadEvent {
  readonly eventId: string | undefined
  readonly reason: DeadReason
}

/** One signed request of the feed, already read. */
export interface FeedBatch {
  /** When it was signed, by the sender's clock. */
  readonly signedAt: Date
  readonly events: readonly VisitEvent[]
  readonly dead: readonly DeadEvent[]
  /** Events whose legal basis is not the social services act: counted, and nothing else. */
  readonly dropped: number
}

/** What became of the events of a request. */
export const feedResults = ['accepted', 'repeated', 'dropped', 'dead'] as const
export type FeedResult = (typeof feedResults)[number]
export type FeedCounts = Readonly<Record<FeedResult, number>>

/** Keeps a batch and sees to what follows from it. Safe to repeat. Rejects only when the store does. */
export type TakeFeed = (batch: FeedBatch) => Promise<FeedCounts>

/** What a client lets a relative know. */
export const grantScopes = ['plan_change', 'started', 'completed', 'missed', 'on_demand'] as const
export type GrantScope = (typeof grantScopes)[number]

/** Scopes by which a notice may be told; `any` is several news in one text, each told by its own. */
export const noticeGrants = [...grantScopes, 'any'] as const
export type NoticeGrant = (typeof noticeGrants)[number]

/** What the text of a notice under a grant may show, and its condition ask: name → type of an answer. */
export const grantedNames: ReadonlyMap<string, string> = new Map([
  ['alias', 'text'],
  /** `8-9`, `8.30-9.15`. */
  ['window', 'text'],
  /** The window before a change. */
  ['was', 'text'],
  /** `08.41` */
  ['time', 'time'],
  /** Where relatives ring. */
  ['unit', 'phone'],
  ['night', 'yes/no'],
  /** `8-9 inställt, 12-13 flyttat till 14-15` */
  ['visits', 'text'],
  /** `i dag`, `i går`: of the evening text. */
  ['day', 'text'],
])

/** Of several visits at once, in one text. */
export const severalNotice = 'visit_several'

/** The evening text with the visits of a day. */
export const summaryNotice = 'visit_summary'

/** What is told of a visit; the texts stand under `notify:` in the dialog, as `visit_<what>`. */
export const visitNews = [
  'changed',
  'cancelled',
  'restored',
  'started',
  'completed',
  'missing',
  'missed',
  'corrected',
] as const
export type VisitNews = (typeof visitNews)[number]

/** Who is told how the home care goes: figures. */
export interface HomeCareObserver {
  feedTaken(counts: FeedCounts): void
  /** A refused request, by its code. */
  feedRefused(code: string): void
  /** A text for a relative was handed to a gateway. */
  relativeTold(news: VisitNews | 'summary'): void
  /** Nothing is registered of a visit that should have begun: its unit was told. */
  unitTold(): void
  /** A check of a visit waits because the feed is silent. */
  checkPutOff(): void
}

export const noHomeCareObserver: HomeCareObserver = {
  feedTaken: () => undefined,
  feedRefused: () => undefined,
  relativeTold: () => undefined,
  unitTold: () => undefined,
  checkPutOff: () => undefined,
}
