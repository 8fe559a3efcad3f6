// A wish to be called keeps what stands beside it: that is what the call is about.
import { openSqliteStore } from '../../../../adapters/sqlite'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { Store } from '../../../../bot/contracts/store/store'
import { residentOf, type Resident } from '../../../support/resident'
import { nightClock } from '../../../support/test-bot'

let store: Store
let resident: Resident
beforeEach(async () => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
  resident = await residentOf(store)
})
afterEach(() => store.close())

test.each([
  ['klagomål på simhallen och bli uppringd', 'klagomål på simhallen'],
  ['jag vill klaga på hemtjänsten och att ni ringer mig', 'jag vill klaga på hemtjänsten'],
  ['jag vill bli uppringd. gäller bygglov', 'gäller bygglov'],
])('"%s" is about "%s"', async (text, about) => {
  expect((await resident.say(text)).text).toContain('När passar det bäst att vi ringer?')
  const confirmed = await resident.say('hoppa över', '0701740612')
  expect(confirmed.text).toContain(`Ärende: ${about}`)
})

test.each([
  'jag ser dåligt och vill bli uppringd',
  'jag sitter i bilen och vill bli uppringd',
  'jag har bråttom, ring upp',
])('what the call is about is asked after "%s"', async (text) => {
  expect((await resident.say(text)).text).toContain('Vad gäller det?')
})
