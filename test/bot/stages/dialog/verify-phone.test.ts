// The shared dialog that checks a phone, called by the service for relatives, over the whole bot.
import { openSqliteStore } from '../../../../adapters/sqlite'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { Store } from '../../../../bot/contracts/store/store'
import { residentOf, type Resident } from '../../../support/resident'
import { smallCity } from '../../../support/small-city'
import { nightClock } from '../../../support/test-bot'

describe('verify_phone', () => {
  let store: Store
  let resident: Resident
  beforeEach(async () => {
    store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
    resident = await residentOf(store, {
      makeCode: () => ({ digits: '480215', salt: 'salt' }),
      content: await smallCity(),
    })
    await resident.begin('hemtjanst-besok')
    await resident.say('ja')
    await resident.say('070-123 45 67')
  })
  afterEach(() => store.close())

  test('sends the code at any hour, but not to a phone that wants no texts: on the web anybody types a number', async () => {
    const entries = await store.claimOutbox({ now: nightClock.now(), leaseMs: 1, limit: 9 })
    const [payload] = entries.map((entry) => entry.payload)
    expect(payload).toMatchObject({ to: '+46701234567', awaited: true })
    expect(payload).not.toHaveProperty('asked')
  })
  test('lets the relative see the visits after the right code', async () => {
    const { text } = await resident.say('480 215')
    expect(text).toContain('Hemtjänsten var hos Britt i dag.')
  })
  test('leaves nobody without a word who wants nothing more', async () => {
    await resident.say('480 215')
    expect(await resident.say('inget mer')).toMatchObject({
      outcome: 'completed',
      text: 'Vad kan jag hjälpa dig med?',
    })
  })
  test('hands over after three wrong ones, and tells the department nothing that was answered', async () => {
    for (const code of ['111111', '222222']) await resident.say(code)
    const { text, outcome } = await resident.say('333333')
    expect(text).toContain('Koden kunde inte kontrolleras.')
    expect(outcome).toBe('handed-off-closed')
    expect(await store.records('call-back', { limit: 9 })).toMatchObject([
      { value: { department: 'aldreomsorg', facts: { dialog: 'Följ hemtjänstens besök' } } },
    ])
  })
})
