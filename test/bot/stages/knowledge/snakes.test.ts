// A snake that was seen is a question, and one that has bitten an emergency.
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
  ['sv', 'huggorm vid lekstugan, vad gör man', 'answered-article'],
  ['en', 'there is a snake in my garden, who do I call', 'answered-article'],
  ['sv', 'jag blev biten av en huggorm', 'guarded-emergency'],
  ['en', 'a viper bit my son', 'guarded-emergency'],
])('%s: %s', async (language, text, outcome) => {
  const answered = await (await residentOf(store, { language })).say(text)
  expect(answered.outcome).toBe(outcome)
  expect(answered.text).toContain('112')
})
