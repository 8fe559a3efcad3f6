// By when a call is made: today while there is time enough, otherwise on the next day that is open; never before a wished day.
import type { City } from '../contracts/city/city'
import { contactCentre } from '../contracts/city/department'
import { minuteMs } from '../contracts/basics/durations'
import type { OpeningHours } from '../contracts/city/hours'
import { toConversationId, type ConversationId } from '../contracts/talk/ids'
import type { OutboxEntry, RecordWrite, Store } from '../contracts/store/store'
import { callBackEntryKind, deskNoteEntry } from '../contracts/cases/desk-note'
import { addDays } from '../hours/calendar-day'
import { toLocalTime } from '../hours/local-time'
import { lastClosing } from '../hours/opening-hours'
import type { CallBack } from './call-back-record'

/** Who asks later than this before closing is called on the next day. */
const enoughMinutes = 60
/** So long before the promise ends the department is reminded. */
const reminderMinutes = 60
const searchDays = 60

/** Undefined for a department that does not open within two months. @param from ISO date: the first that will do */
export function promisedBy(
  hours: OpeningHours,
  now: Date,
  timeZone: string,
  from = toLocalTime(now, timeZone).date,
): Date | undefined {
  for (let ahead = 0; ahead <= searchDays; ahead += 1) {
    const date = addDays(from, ahead)
    const closes = lastClosing(hours, date, timeZone)
    if (closes === undefined) continue
    if (closes.getTime() - now.getTime() < enoughMinutes * minuteMs) continue
    return closes
  }
  return undefined
}

/** What a department is asked to do for somebody. */
export interface AskedOfDepartment {
  /** `R-00042`: what the resident can refer to. */
  readonly code: string
  readonly department: string
  readonly conversationId: ConversationId
  /** What the department is told, by names; `phone` when there is one to call. */
  readonly facts: Readonly<Record<string, unknown>>
  /** What their dialog calls those that were answered in it, in Swedish. */
  readonly labels?: Readonly<Record<string, string>> | undefined
  /** ISO date before which they do not wish to be called. */
  readonly notBefore?: string | undefined
  /** It was asked for before, and this is what it is now; the key of the change. */
  readonly changedBy?: string
}

export interface ToldDepartment {
  /** Where it has gone: what does not open within two months is the contact centre's matter. */
  readonly department: string
  /** When the call is made at the latest; undefined when there is no number to call. */
  readonly by?: Date
  readonly record: RecordWrite
  readonly outbox: readonly OutboxEntry[]
}

/** To be kept in one commit: what was asked for, and that its department hears of it. */
export function tellDepartment(
  asked: AskedOfDepartment,
  city: Pick<City, 'departments' | 'hours' | 'timeZone'>,
  now: Date,
): ToldDepartment {
  const { code, conversationId, facts, labels } = asked
  const closing = (hours: OpeningHours) => promisedBy(hours, now, city.timeZone, asked.notBefore)
  const hoursOf = (id: string) => city.departments.get(id)?.hours ?? city.hours
  const own = closing(hoursOf(asked.department))
  const department = own === undefined ? contactCentre : asked.department
  const by = typeof facts['phone'] === 'string' ? (own ?? closing(hoursOf(contactCentre))) : undefined
  const value = {
    code,
    department,
    conversation: conversationId,
    at: now.toISOString(),
    facts,
    ...(labels && { labels }),
    ...(by && { promisedBy: by.toISOString() }),
  }
  return {
    department,
    ...(by && { by }),
    record: { collection: 'call-back', id: code, conversationId, value },
    outbox:
      by === undefined
        ? [deskNoteEntry({ kind: 'hand-off', department, about: code }, now)]
        : callBackEntries({ ...asked, department }, by, now),
  }
}

/**
 * The department hears of it at once, again when the time nears, and it is seen whether the promise was kept. What is due then
 * names the promise it is for: one that was moved to another day is reminded of and seen on that day only.
 */
function callBackEntries(
  { code, department, changedBy }: Pick<AskedOfDepartment, 'code' | 'department' | 'changedBy'>,
  by: Date,
  now: Date,
): readonly OutboxEntry[] {
  const promisedBy = by.toISOString()
  const kind = changedBy === undefined ? 'call-back' : 'call-back-changed'
  const reminder = { kind: 'call-back-due', department, about: code, facts: { promisedBy } } as const
  return [
    deskNoteEntry({ kind, department, about: code }, now, changedBy),
    deskNoteEntry(reminder, new Date(by.getTime() - reminderMinutes * minuteMs), promisedBy),
    {
      id: `call-back/${code}/${promisedBy}`,
      kind: callBackEntryKind,
      dueAt: promisedBy,
      payload: { code, promisedBy },
    },
  ]
}

export interface CalledOff {
  readonly record: RecordWrite
  readonly outbox: readonly OutboxEntry[]
}

/** To be kept in one commit: that the resident wants no call, and that its department hears of it. */
export function callOff(callBack: CallBack, now: Date): CalledOff {
  const { code, department, conversation } = callBack
  return {
    record: {
      collection: 'call-back',
      id: code,
      conversationId: toConversationId(conversation),
      value: { ...callBack, cancelledAt: now.toISOString() },
    },
    outbox: [deskNoteEntry({ kind: 'call-back-cancelled', department, about: code }, now)],
  }
}

/** The same key always gets the same code. */
export const callBackCode = async (store: Pick<Store, 'allocateNumber'>, key: string): Promise<string> =>
  `R-${String(await store.allocateNumber('call-back', key)).padStart(5, '0')}`
