// A personal identity number that nobody asked for, over the whole bot.
import { openSqliteStore } from '../../adapters/sqlite'
import { toConversationId } from '../../bot/contracts/ids'
import { silentLogger } from '../../bot/contracts/logger'
import type { Store } from '../../bot/contracts/store'
import { residentOf, type Resident } from '../support/resident'
import { nightClock } from '../support/test-bot'

describe('a personal identity number', () => {
  let store: Store
  let resident: Resident
  beforeEach(async () => {
    store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
    resident = await residentOf(store)
  })
  afterEach(() => store.close())
  const notHere = 'Skriv inte personnummer här.'
  const state = async () => (await store.load(toConversationId('web:resident'))).state

  test('in a sentence is not kept, and the rest of the sentence is heard', async () => {
    await resident.say('gatlyktan på Storgatan 12 är trasig')
    const { text } = await resident.say('nej, platsen är Storgatan 21, jag heter Bo 19900101-1239')
    expect(text).toContain(notHere)
    expect(await state()).toContain('Storgatan 21')
    expect(await state()).not.toContain('1239')
  })
  test('alone brings the sentence and the question once more', async () => {
    await resident.say('gatlyktan på Storgatan 12 är trasig')
    const { text, outcome } = await resident.say('900101-1239')
    expect(text).toContain(notHere)
    expect(outcome).toBe('asked')
  })
  test('outside a dialog brings the sentence', async () => {
    expect(await resident.say('19900101-1239')).toMatchObject({ outcome: 'answered-command' })
  })
  test('is not seen in a phone number', async () => {
    const { text } = await resident.say('070123-4567')
    expect(text).not.toContain(notHere)
  })
})
