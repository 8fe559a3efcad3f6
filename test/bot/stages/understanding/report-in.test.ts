// A report with its place begins the errand; a question with a place is answered.
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
  ['klotter på Storgatan 12', 'Kan någon skada sig just nu?'],
  [
    'Hej, jag är 84 år och bor på Drottninggatan 4 och gatlyktan utanför porten har varit släckt i en hel vecka, kan ni laga den?',
    'Vilket nummer står på stolpens skylt?',
  ],
  ['krogen på Storgatan 12 spelar så hög musik att barnen inte kan sova', 'När märker du av det'],
])('"%s" begins the report, and asks for no place', async (text, question) => {
  const reply = await resident.say(text)
  expect(reply.outcome).toBe('asked')
  expect(reply.text).toContain(question)
})

test('what was reported stands in it', async () => {
  for (const text of ['klotter på Storgatan 12', 'nej', 'hoppa över']) await resident.say(text)
  const { text } = await resident.say('hoppa över')
  expect(text).toContain('Typ av fel: Klotter')
  expect(text).toContain('Plats: Storgatan 12')
})

test.each([
  'när töms soporna på Storgatan 12',
  'vem ska skotta på Storgatan 12',
  'vem tar bort klotter på Storgatan 12',
  'min pappa på Storgatan 12 behöver p-tillstånd',
  'klotter på min vägg',
])('"%s" is answered with something to read', async (text) => {
  expect((await resident.say(text)).outcome).toMatch(/^answered/)
})

test('where somebody lives is no errand beside a question', async () => {
  const { text } = await resident.say('jag bor på Storgatan 12 och undrar vad hämtning kostar')
  expect(text).not.toContain('synpunkt')
  expect(text).not.toContain('en sak i taget')
})

test('a hole that is dangerous is no slipperiness', async () => {
  const { text } = await resident.say('stort hål på cykelbanan vid Södra stationen farligt för barn')
  expect(text).not.toContain('Halka')
})
