// How a case lies in the store: one record that says how it was made and never changes, and a record of its own for each
// thing that comes later. So two who write at once never overwrite each other, and what is written twice is there once.
import type { CaseEvent, MadeCase } from '../contracts/cases/case'
import type { ConversationId } from '../contracts/talk/ids'
import type { RecordWrite } from '../contracts/store/store'
import { whereKeys } from './where-keys'

export const caseKeys = {
  /** What belongs to a case beside its own record. */
  parts: (number: string): string => `part of ${number}`,
  /** Cases, and leaves to see one, of a conversation. */
  seenBy: (conversationId: ConversationId): string => `seen by ${conversationId}`,
  /** Cases of a class on a day (ISO). Where they are is in keys of its own: `where-keys.ts`. */
  day: (date: string, caseClass: string): string => `made ${date} ${caseClass}`,
}

export const madeRecord = (made: MadeCase): RecordWrite => ({
  collection: 'case',
  id: made.number,
  keys: [
    caseKeys.day(made.at.slice(0, 10), made.class),
    ...whereKeys(made),
    ...(made.conversationId === undefined ? [] : [caseKeys.seenBy(made.conversationId)]),
  ],
  ...(made.conversationId !== undefined && { conversationId: made.conversationId }),
  value: made,
})

export const eventId = (number: string, event: string): string => `${number}/event/${event}`

export const eventRecord = (
  { number, conversationId }: Pick<MadeCase, 'number' | 'conversationId'>,
  event: CaseEvent,
): RecordWrite => ({
  collection: 'case',
  id: eventId(number, event.id),
  keys: [caseKeys.parts(number)],
  // Of the same conversation; when its time is over it goes with the whole case (`bot/retention/old-cases.ts`).
  ...(conversationId !== undefined && { conversationId }),
  value: event,
})

/** What a desk calls the case. */
export const externalIdRecord = (
  { number, conversationId }: Pick<MadeCase, 'number' | 'conversationId'>,
  desk: string,
  externalId: string,
): RecordWrite => ({
  collection: 'case',
  id: `${number}/external/${desk}`,
  keys: [caseKeys.parts(number)],
  ...(conversationId !== undefined && { conversationId }),
  value: { desk, externalId },
})

/**
 * Why a conversation other than the one that made it may see a case: it follows it, the talk was carried on in it, or its phone
 * was given to be told at. Whoever gave the phone need not be who holds it: it sees how far the case has come and no more.
 */
export type ViewerReason = 'follower' | 'carried' | 'contact'

export interface Viewer {
  readonly case: string
  readonly conversationId: ConversationId
  readonly channel: 'web' | 'sms'
  readonly language: string
  readonly why: ViewerReason
  readonly phone?: MadeCase['phone']
}

export const viewerRecord = (viewer: Viewer): RecordWrite => ({
  collection: 'case',
  id: `${viewer.case}/viewer/${viewer.conversationId}`,
  conversationId: viewer.conversationId,
  keys: [caseKeys.parts(viewer.case), caseKeys.seenBy(viewer.conversationId)],
  value: { ...viewer, viewer: true },
})

export const toldId = (number: string, conversationId: ConversationId): string =>
  `${number}/told/${conversationId}`

/** Which of a case's events a conversation has been told: ids. It goes with the case. */
export const toldRecord = (
  number: string,
  conversationId: ConversationId,
  told: readonly string[],
): RecordWrite => ({
  collection: 'case',
  id: toldId(number, conversationId),
  conversationId,
  keys: [caseKeys.parts(number)],
  value: { told },
})
