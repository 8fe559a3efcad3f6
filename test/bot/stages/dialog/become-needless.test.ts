// What came, was mended or solved itself while an errand was being told ends that errand.
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

test.each<['sv' | 'en', string, string]>([
  ['sv', 'soporna är inte hämtade', 'den har kommit nu, ta bort ärendet'],
  ['sv', 'soporna är inte hämtade', 'det löste sig, glöm det'],
  ['sv', 'soporna är inte hämtade', 'sopbilen har kommit nu så ni kan glömma det'],
  ['sv', 'soporna är inte hämtade', 'oj, de hämtade den precis! avbryt'],
  ['sv', 'hål i vägen', 'det har löst sig'],
  ['sv', 'hål i vägen', 'Det är lagat nu, ta bort anmälan tack'],
  ['en', 'there is a pothole in the street', 'it is fixed now, forget it'],
])('in %s, after "%s", "%s" ends it', async (language, errand, text) => {
  const resident = await residentOf(store, { language })
  const reply = await resident.say(errand, text)
  expect(reply.outcome).toBe('answered-command')
  expect(reply.text).toMatch(/^(?:Då avbryter jag|Then I stop)/u)
})

test.each([
  ['hål i vägen', 'den har kommit nu'],
  ['hål i vägen', 'de lagade det men det gick sönder igen, det är löst'],
  ['boka grovsopor', 'nej, ta bort det'],
  ['ring mig', 'det löste sig'],
])('after "%s", "%s" does not', async (errand, text) => {
  const resident = await residentOf(store)
  expect((await resident.say(errand, text)).text).not.toContain('Då avbryter jag')
})

test('where words are asked for it is heard with the wish itself', async () => {
  const resident = await residentOf(store)
  expect((await resident.say('ring mig', 'det löste sig, glöm det')).text).toContain('Då avbryter jag')
})
