// What an erasure takes with it, and that one which broke off is done when it is asked for again.
import { openSqliteStore } from '../../../adapters/sqlite'
import { toConversationId } from '../../../bot/contracts/talk/ids'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import { eraseConversations } from '../../../bot/retention/erase-conversation'
import { residentOf } from '../../support/resident'
import { nightClock } from '../../support/test-bot'

test('staff who erase again take away the files that the disk kept the first time', async () => {
  const store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
  const resident = await residentOf(store)
  await resident.say('hej')
  const id = toConversationId('web:resident')
  let isFull = true
  let taken = 0
  const erase = () => (isFull ? Promise.reject(new Error('EIO')) : Promise.resolve(void (taken += 1)))
  const parts = { store, shelf: { erase }, clock: nightClock }
  await expect(eraseConversations(parts, [id])).rejects.toThrow('EIO')
  isFull = false
  expect(await eraseConversations(parts, [id])).toEqual([])
  expect(taken).toBe(1)
  await store.close()
})

test('what still waits to be texted goes too, advice to somebody in danger included', async () => {
  const store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
  const resident = await residentOf(store, { channel: 'sms', from: '+46701234567', to: '+46766861000' })
  await resident.say('hej', 'det brinner i köket')
  const waiting = await store.listOutbox({ dead: false, limit: 9 })
  expect(waiting).toHaveLength(2)
  const shelf = { erase: () => Promise.resolve() }
  await eraseConversations({ store, shelf, clock: nightClock }, [toConversationId('sms:resident')])
  expect(await store.listOutbox({ dead: false, limit: 9 })).toEqual([])
  await store.close()
})
