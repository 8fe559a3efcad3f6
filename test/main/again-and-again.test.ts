import { openSqliteStore } from '../../adapters/sqlite'
import type { Bot } from '../../bot/contracts/bot'
import { systemClock } from '../../bot/contracts/basics/clock'
import { minuteMs } from '../../bot/contracts/basics/durations'
import type { FileShelf } from '../../bot/contracts/store/file-shelf'
import { toConversationId, toMessageId } from '../../bot/contracts/talk/ids'
import { silentLogger } from '../../bot/contracts/basics/logger'
import type { Store } from '../../bot/contracts/store/store'
import { grantById } from '../../bot/home-care/grant'
import { keepGoing, type Repeated } from '../../main/again-and-again'
import { register } from '../bot/home-care/relatives'
import { shippedContent } from '../support/test-bot'

const today = new Date('2026-11-24T10:00:00.000Z')
const id = toConversationId('web:ada')
let store: Store
let repeated: readonly Repeated[]

beforeEach(async () => {
  const content = await shippedContent()
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'], now: today })
  store = openSqliteStore({ file: ':memory:', clock: systemClock, logger: silentLogger })
  await store.accept({
    id: toMessageId('m1'),
    conversationId: id,
    channel: 'web',
    receivedAt: today.toISOString(),
    content: { kind: 'text', text: 'hej' },
  })
  jest.setSystemTime(new Date('2031-01-01T00:00:00.000Z'))
  const bot = { recover: () => Promise.resolve(0) } as unknown as Bot
  const shelf = { sweep: () => Promise.resolve(0) } as unknown as FileShelf
  repeated = keepGoing([], {
    store,
    shelf,
    bot,
    content: () => content,
    logger: silentLogger,
    ended: () => undefined,
  })
})
afterEach(async () => {
  jest.useRealTimers()
  await store.close()
})

/** What is being done is done then. */
const stopAll = () => Promise.all(repeated.map((each) => each.stop()))

test('a clock that is years ahead at the start, and then corrected, removes nothing', async () => {
  await jest.advanceTimersByTimeAsync(9 * minuteMs)
  jest.setSystemTime(today)
  await jest.advanceTimersByTimeAsync(2 * minuteMs)
  await stopAll()
  expect(await store.lastSequence(id)).toBe(1)
})

test('what is over its time goes ten minutes after the start', async () => {
  await jest.advanceTimersByTimeAsync(9 * minuteMs)
  expect(await store.lastSequence(id)).toBe(1)
  await jest.advanceTimersByTimeAsync(minuteMs)
  await stopAll()
  expect(await store.lastSequence(id)).toBe(0)
})

test('a grant whose last day has passed loses its number', async () => {
  const { city } = await shippedContent()
  const grant = await register({ store, city, clock: { now: () => today } })
  jest.setSystemTime(new Date('2027-12-01T00:00:00.000Z'))
  await jest.advanceTimersByTimeAsync(10 * minuteMs)
  await stopAll()
  expect(await grantById(store, grant)).toMatchObject({ phone: null, ended: { why: 'over' } })
})
