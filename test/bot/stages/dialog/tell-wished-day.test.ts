// A day that is wished for before its question is said back, once, and never where its time is told at once.
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

const noted = 'Noterat: du vill ha en tid'

test('in the first message, before the address', async () => {
  const resident = await residentOf(store)
  const begun = await resident.say('kan ni hämta en soffa på fredag')
  expect(begun.text).toMatch(/Noterat: du vill ha en tid på fredag\..*Vilken adress ska vi hämta på\?/s)
  expect((await resident.say('Storgatan 5')).text).not.toContain(noted)
})

test('in place of the address', async () => {
  const resident = await residentOf(store)
  await resident.say('grovsopor')
  expect((await resident.say('på fredag')).text).toMatch(/^Noterat: du vill ha en tid på fredag\./)
})

test('not where its time is told', async () => {
  const resident = await residentOf(store)
  await resident.say('kan ni hämta en soffa', 'Storgatan 5')
  const { text } = await resident.say('nej, på fredag')
  expect(text).toContain('Noterat. Tid: fredag')
  expect(text).not.toContain(noted)
})

test('in English', async () => {
  const resident = await residentOf(store, { language: 'en' })
  const { text } = await resident.say('can you pick up my sofa on Saturday')
  expect(text).toContain('Noted: you want a time on Saturday.')
})
