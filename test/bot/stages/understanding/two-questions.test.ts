// Two questions in one message: both are answered where each is sure by itself, and else it is as it was.
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

const library = 'Stadsbiblioteket är öppet'
const permit = 'Ett lov för en villa kostar'

test.each([
  'när har biblioteket öppet och vad kostar ett bygglov?',
  'När har biblioteket öppet? Vad kostar ett bygglov?',
  'hej! när har biblioteket öppet, och vad kostar ett bygglov',
])('both are answered, each with its source: %s', async (text) => {
  const resident = await residentOf(store)
  const { outcome, replies } = await resident.say(text)
  expect(outcome).toBe('answered-article')
  expect(replies.map((reply) => reply.text.includes(library))).toEqual([true, false])
  expect(replies.map((reply) => reply.text.includes(permit))).toEqual([false, true])
  expect(replies.flatMap(({ sources }) => sources)).toHaveLength(2)
})

test('the prices of two things are two questions', async () => {
  const resident = await residentOf(store)
  const { text } = await resident.say('vad kostar hemtjänsten och vad kostar förskolan')
  expect(text).toMatch(/för hemtjänst[^]*för första barnet/)
})

test.each([
  'jag behöver boendeparkering, och när töms soporna på Södergatan 4?',
  'när töms soporna? och så behöver jag boendeparkering',
])('what is needed is asked for as well: %s', async (text) => {
  const resident = await residentOf(store)
  const told = (await resident.say(text)).text
  expect(told).toContain('zon för boendeparkering')
  expect(told).toContain('Vilken dag vi kommer')
})

test('in English', async () => {
  const resident = await residentOf(store, { language: 'en' })
  const { text } = await resident.say('When is the library open and how much does a building permit cost?')
  expect(text).toMatch(/city library is open[^]*permit for a house costs/)
})

test('over SMS the first is answered, and the other is a number away', async () => {
  const resident = await residentOf(store, { channel: 'sms' })
  const { text } = await resident.say('när har biblioteket öppet och vad kostar ett bygglov?')
  expect(text).toContain(library)
  const line = /^(\d) Bygglov, pris och tid$/m.exec(text)?.[1] ?? 'no such line'
  expect((await resident.say(line)).text).toContain(permit)
})

test.each([
  'när har biblioteket öppet och vad kostar ett lånekort',
  'hur lång tid tar bygglov och vad kostar det',
  'när har biblioteket öppet, och var ligger det',
  'när har biblioteket öppet och vad är meningen med livet',
])('what is not two is answered as before: %s', async (text) => {
  const resident = await residentOf(store)
  expect((await resident.say(text)).replies).toHaveLength(1)
})
