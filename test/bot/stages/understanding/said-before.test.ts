// "Menar du …?" loses nothing of what was written before it.
import { openSqliteStore } from '../../../../adapters/sqlite'
import { silentLogger } from '../../../../bot/contracts/logger'
import type { Store } from '../../../../bot/contracts/store'
import { residentOf, type Answered, type Resident } from '../../../support/resident'
import { nightClock } from '../../../support/test-bot'

let store: Store
beforeEach(() => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
})
afterEach(() => store.close())

test('the place and the kind of a report that a yes begins are known', async () => {
  const resident = await residentOf(store)
  expect((await resident.say('halt som fan på trottoaren södergatan 9')).outcome).toBe('clarified')
  await resident.say('ja')
  for (const answer of ['nej', 'hoppa över']) await resident.say(answer)
  expect((await resident.say('hoppa över')).text).toMatch(/Halka eller snö[^]*Södergatan 9/)
})

test.each([
  [
    'by its button',
    (resident: Resident, answered: Answered) => resident.tap(answered, 'Anmäl en lyktstolpe med nummer'),
  ],
  [
    'by a yes',
    async (resident: Resident) => {
      await resident.say('ja')
      return resident.say('ja')
    },
  ],
])('the errand below an article knows what the article was asked, %s', async (_how, begin) => {
  const resident = await residentOf(store)
  const answered = await resident.say('gatlampan på Furutorpsgatan 12 lyser inte')
  expect(answered.outcome).toBe('answered-article')
  expect((await begin(resident, answered)).text).toContain('Vilket nummer står på stolpens skylt?')
  await resident.say('hoppa över')
  expect((await resident.say('hoppa över')).text).toContain('Plats: Furutorpsgatan 12')
})

test('an address is a yes, and the place', async () => {
  const sms = { channel: 'sms', from: '+46701740605', to: '+46701740699' } as const
  const resident = await residentOf(store, sms)
  expect((await resident.say('hr d hål i vägn')).outcome).toBe('clarified')
  await resident.say('kullagatan 3')
  expect((await resident.say('nej')).text).toContain('Kullagatan 3')
})

test('a yes to a list is asked which', async () => {
  const resident = await residentOf(store)
  const asked = await resident.say('kort')
  expect(asked.replies.flatMap(({ suggestions }) => suggestions).length).toBeGreaterThan(2)
  const { outcome, text } = await resident.say('ja')
  expect([outcome, text]).toEqual([
    'clarified',
    'Jag vet inte vilket av dem du menar. Välj ett, eller skriv dess nummer i listan.\n\nVad av det här menar du?',
  ])
})

test('who meant something else is not held to it', async () => {
  const resident = await residentOf(store)
  await resident.say('halt som fan på trottoaren södergatan 9')
  await resident.say('nej')
  await resident.say('jag vill göra en felanmälan')
  expect((await resident.say('klotter')).text).toContain('Var är det?')
})
