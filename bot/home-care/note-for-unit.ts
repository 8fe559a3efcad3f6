// Tells the unit that nothing is registered of a visit: a record, a note to its desk, a line in the log.
import type { City } from '../contracts/city/city'
import type { Clock } from '../contracts/basics/clock'
import { deskNoteEntry } from '../contracts/cases/desk-note'
import type { Logger } from '../contracts/basics/logger'
import type { Store } from '../contracts/store/store'
import type { TellUnit } from './watch-visit'

export const unitAlertsKey = 'unit-alerts'

interface NoteParts {
  readonly store: Pick<Store, 'putRecord' | 'enqueue'>
  readonly city: () => Pick<City, 'homeCare'>
  readonly clock: Clock
  readonly logger: Logger
}

/** The same visit and window is one record, however often it is noted. */
export const noteForUnit =
  ({ store, city, clock, logger }: NoteParts): TellUnit =>
  async ({ visitId, window }) => {
    await store.putRecord({
      collection: 'visit',
      id: `unit-alert ${visitId} ${window.end}`,
      keys: [unitAlertsKey],
      value: { kind: 'unit-alert', visitId, window, at: clock.now().toISOString() },
    })
    const department = city().homeCare?.department ?? ''
    const facts = { visit: visitId, windowStart: window.start, windowEnd: window.end }
    const about = `${visitId} ${window.end}`
    await store.enqueue(deskNoteEntry({ kind: 'visit-unregistered', department, about, facts }, clock.now()))
    logger.warn({ visitId, windowEnd: window.end }, 'nothing is registered of a home care visit')
  }
