// Right after STATUS from a phone that follows no visits, what is asked of them is no question about refuse collectors.
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

const phone = { channel: 'sms', from: '+46701740605', to: '+46701740699' } as const
const nothing = 'Det finns inget att visa för numret 070-174 06 05.'

test.each([
  'när kommer dom',
  'vem kommer',
  'hur registrerar jag mig?',
  'kan du kolla ett annat nummer',
  'men jag är hennes dotter',
])('"%s" is answered with how a number is registered', async (text) => {
  const resident = await residentOf(store, phone)
  expect((await resident.say('STATUS', text)).text).toContain(nothing)
})

test.each(['när kommer dom', 'hur registrerar jag mig?'])(
  'without STATUS before it "%s" may be about anything',
  async (text) => {
    const resident = await residentOf(store, phone)
    expect((await resident.say(text)).text).not.toContain(nothing)
  },
)

test.each([
  ['när öppnar biblioteket', 'Stadsbiblioteket är öppet'],
  ['vad kostar hemtjänst', 'betalar ingen mer än'],
])('"%s" is answered by its article', async (text, answer) => {
  const resident = await residentOf(store, phone)
  expect((await resident.say('STATUS', text)).text).toContain(answer)
})

test('STATUS is the same word in English', async () => {
  const resident = await residentOf(store, { ...phone, language: 'en' })
  expect((await resident.say('STATUS')).text).toContain(
    'There is nothing to show for the number 070-174 06 05.',
  )
})
