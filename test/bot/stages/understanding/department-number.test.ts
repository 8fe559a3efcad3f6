// Who asks for the number of a department is told where to ring, and no article of what it does.
import { openSqliteStore } from '../../../../adapters/sqlite'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { Store } from '../../../../bot/contracts/store/store'
import { residentOf } from '../../../support/resident'
import { nightClock } from '../../../support/test-bot'

let store: Store
beforeEach(() => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
})
afterEach(() => store.close())

test.each([
  ['sv', 'vilket nummer når jag äldreomsorgen på'],
  ['sv', 'telefonnummer till äldreomsorgen'],
  ['sv', 'vilket nummer har bygglovsavdelningen'],
  ['en', 'what is the phone number of the home care office'],
])('%s: %s', async (language, text) => {
  const answered = await (await residentOf(store, { language })).say(text)
  expect(answered.outcome).toBe('completed')
  expect(answered.text).toContain('042-10 50 00')
})
