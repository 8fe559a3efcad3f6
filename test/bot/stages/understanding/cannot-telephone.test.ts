// Who cannot telephone: deaf, hard of hearing, without a voice, afraid of it, abroad without credit.
import { openSqliteStore } from '../../../../adapters/sqlite'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { Store } from '../../../../bot/contracts/store/store'
import { nightClock } from '../../../support/test-bot'
import { residentOf } from '../../../support/resident'

let store: Store
beforeEach(() => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
})
afterEach(() => store.close())

test.each([
  ['sv', 'jag är döv kan inte ringa hur kontaktar jag er'],
  ['sv', 'jag kan inte ringa'],
  ['sv', 'KAN INTE RINGA'],
  ['sv', 'hörselskadad'],
  ['sv', 'ni kan inte ringa mig för jag hör inte'],
  ['sv', 'jag klarar inte av telefonsamtal'],
  ['sv', 'jag har svårt att tala, hur når jag er'],
  ['en', 'I am deaf and cannot call'],
  ['en', "I can't hear on the phone"],
  ['en', "I can't make phone calls because of anxiety"],
  ['en', "please don't call me, I am deaf"],
])('is told the ways that are no telephone (%s: %s)', async (language, text) => {
  const resident = await residentOf(store, { language })
  const told = await resident.say(text)
  expect(told.outcome).toBe('answered-article')
  expect(told.text).toContain('bildtelefoni.net')
  expect(told.text).toContain('helsingborg.se')
})

test.each([
  ['sv', 'jag har svårt att skriva, kan ni ringa mig'],
  ['sv', 'jag kan inte ringa nu, kan ni ringa mig i morgon'],
  ['en', 'I find it hard to write, please ring me'],
])('who cannot write is called back all the same (%s: %s)', async (language, text) => {
  const resident = await residentOf(store, { language })
  const { outcome, text: asked } = await resident.say(text)
  expect(outcome).toBe('asked')
  expect(asked).toMatch(/Vad gäller det|What is it about/)
})

test.each([
  ['sv', 'människa', 'Kan du inte ringa, skriv i formuläret på helsingborg.se.'],
  ['en', 'human', 'If you cannot call, use the form at helsingborg.se.'],
])('a person who is not there can be written to (%s)', async (language, text, way) => {
  const resident = await residentOf(store, { language })
  const told = await resident.say(text)
  expect(told.outcome).toBe('handed-off-closed')
  expect(told.text).toContain(way)
})
