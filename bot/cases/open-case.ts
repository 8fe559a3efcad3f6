// A new case: its number, its department, and the errand to that department's desk. What comes back is written by the caller,
// in the same commit as whatever made the case.
import type { CasePlace, MadeCase } from '../contracts/cases/case'
import type { City } from '../contracts/city/city'
import type { OutboxEntry, RecordWrite, Store } from '../contracts/store/store'
import { whoseDesk } from '../hand-off/whose-desk'
import { toLocalTime } from '../hours/local-time'
import { caseNumberOf } from './case-number'
import { madeRecord } from './case-records'
import { deskEntries } from './desk-entries'
import { createdEvent } from './fold-case'
import { routeCase } from './route-case'
import { takesCase } from './takes-case'

export interface NewCase extends Omit<MadeCase, 'number' | 'department' | 'at'> {
  readonly place?: CasePlace
  readonly urgent: boolean
  /** Department that owns the dialog it comes from. */
  readonly owner?: string
  readonly at: Date
  /** The same for a repeat of the same call: it gets the same number. */
  readonly key: string
}

export interface OpenedCase {
  readonly made: MadeCase
  readonly records: readonly RecordWrite[]
  /** Empty where neither the department nor the contact centre has a desk. */
  readonly outbox: readonly OutboxEntry[]
}

export async function openCase(
  { key, at, urgent, owner, ...told }: NewCase,
  { store, city }: { readonly store: Pick<Store, 'allocateNumber'>; readonly city: City },
): Promise<OpenedCase> {
  const year = toLocalTime(at, city.timeZone).date.slice(0, 4)
  const number = caseNumberOf(year, await store.allocateNumber(`F-${year}`, key))
  const routed = routeCase(
    {
      class: told.class,
      urgent,
      at,
      ...(told.place && { place: told.place }),
      ...(owner !== undefined && { owner }),
    },
    city,
  )
  const department = whoCanBeTold(routed, told, city)
  const made: MadeCase = { ...told, number, department, at: at.toISOString() }
  return {
    made,
    records: [madeRecord(made)],
    outbox: deskEntries(city, department, { case: number, event: createdEvent(made).id }, at),
  }
}

/** The department it was meant for, or the contact centre where that has a desk that takes it: there it can be moved by people. */
function whoCanBeTold(department: string, told: Pick<MadeCase, 'place'>, { departments }: City): string {
  const desk = departments.get(department)?.desk
  if (desk !== undefined && takesCase(desk, told)) return department
  return whoseDesk(departments, department) ?? department
}
