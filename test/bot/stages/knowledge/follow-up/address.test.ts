// "Storgatan 5" after an article: whether it reports something there.
import { openSqliteStore } from '../../../../../adapters/sqlite'
import { silentLogger } from '../../../../../bot/contracts/basics/logger'
import type { Store } from '../../../../../bot/contracts/store/store'
import { residentOf } from '../../../../support/resident'
import { nightClock } from '../../../../support/test-bot'

let store: Store
beforeEach(() => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
})
afterEach(() => store.close())

test.each(['Storgatan 5', 'jag bor på Storgatan 5'])(
  'who asked for the days is told how they are found: %s',
  async (address) => {
    const resident = await residentOf(store)
    const { outcome, text } = await resident.say('när töms soporna', address)
    expect(outcome).toBe('answered-passage')
    expect(text).toContain('säg din adress, så får du veta dag och vecka')
  },
)

test('who told of something reports it there', async () => {
  const resident = await residentOf(store)
  const { outcome, text } = await resident.say('klotter', 'Storgatan 5')
  expect(outcome).toBe('asked')
  expect(text).toContain('Kan någon skada sig just nu?')
})
