// Something that a department should see at once and that is no case: a call it has promised, a talk that waits for it.
import type { Delivered, Desk } from './case-desk'
import type { OutboxEntry } from '../store/store'

export const deskNoteKinds = [
  'call-back',
  'call-back-due',
  /** The resident wants it at another time, on another number or about something else. */
  'call-back-changed',
  'call-back-cancelled',
  /** A dialog has handed somebody over whom nobody can call: what they answered is for the department to go on with. */
  'hand-off',
  'talk-waits',
  'visit-unregistered',
] as const
export type DeskNoteKind = (typeof deskNoteKinds)[number]

export interface DeskNote {
  readonly kind: DeskNoteKind
  readonly department: string
  /** What it is about: the code of a call-back, the id of a talk or a visit. */
  readonly about: string
  /** ISO 8601. */
  readonly at: string
  /** For people and systems alike, in the order in which they are read: `phone`, `topic`, `promisedBy` … */
  readonly facts: Readonly<Record<string, string>>
  /** What a dialog calls those of them that were answered in it, in Swedish. */
  readonly labels?: Readonly<Record<string, string>>
}

export interface NoteDesk {
  /** Never rejects for what the other side did. @param key the same for every attempt */
  note(note: DeskNote, desk: Desk, key: string): Promise<Delivered>
}

/** What an outbox entry holds; the facts are read when it is done, unless they stand nowhere else. */
export interface NoteErrand {
  readonly kind: DeskNoteKind
  readonly department: string
  readonly about: string
  readonly facts?: Readonly<Record<string, string>>
}

export const deskNoteEntryKind = 'desk-note'
/** Looks whether a promise to call was kept. */
export const callBackEntryKind = 'call-back'

/** @param of tells notes of one kind about the same thing apart */
export const deskNoteEntry = (errand: NoteErrand, dueAt: Date, of?: string): OutboxEntry => ({
  id: ['note', errand.kind, errand.about, ...(of === undefined ? [] : [of])].join('/'),
  kind: deskNoteEntryKind,
  dueAt: dueAt.toISOString(),
  payload: errand,
})
