// What every store must do, whatever it keeps things in. Each test gets a store with nothing in it.
import { freshStores, type StoreUnderTest } from './fresh-store'
import { describeMessages } from './messages'
import { describeTurns } from './turns'
import { describeOutbox } from './outbox'
import { describeOutsideTurns } from './outside-turns'
import { describeRecords } from './records'
import { describeNumbers } from './numbers'
import { describeRemoval } from './removal'
import { describeLegalHold } from './legal-hold'
import { describeListening } from './listening'

export type { StoreUnderTest } from './fresh-store'

export function describeStore(name: string, prepare: () => StoreUnderTest): void {
  describe(name, () => {
    const fresh = freshStores(prepare)
    describeMessages(fresh)
    describeTurns(fresh)
    describeOutbox(fresh)
    describeOutsideTurns(fresh)
    describeRecords(fresh)
    describeNumbers(fresh)
    describeRemoval(fresh)
    describeLegalHold(fresh)
    describeListening(fresh)
  })
}
