// "Och på juldagen?" after the opening hours of a day were told: those of another day, and no other topic.
import { openSqliteStore } from '../../../../adapters/sqlite'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { Store } from '../../../../bot/contracts/store/store'
import { residentOf, type Resident } from '../../../support/resident'
import { nightClock, shippedContent } from '../../../support/test-bot'

let store: Store
let resident: Resident

let hoursLater: number
const clock = { now: () => new Date(nightClock.now().getTime() + hoursLater * 3_600_000) }

beforeEach(async () => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
  hoursLater = 0
  resident = await residentOf(store, { content: await shippedContent(), clock })
})
afterEach(() => store.close())

test.each([
  ['har ni öppet på julafton', 'och på juldagen?', 'fredag 25 december'],
  ['har ni öppet på julafton', 'annandagen då?', 'lördag 26 december'],
  ['har ni öppet i morgon', 'men på lördag', 'stängt lördag 28 november'],
  ['när öppnar ni', 'och på fredag då', 'fredag 27 november'],
])('%s: %s', async (first, then, told) => {
  await resident.say(first)
  const { outcome, text } = await resident.say(then)
  expect(outcome).toBe('completed')
  expect(text).toContain(told)
})

test.each([
  ['har ni öppet nästa söndag', 'stängt söndag 29 november'],
  ['är kontaktcenter öppet i övermorgon', 'torsdag 26 november'],
  ['har ni öppet på lördag kväll', 'stängt lördag 28 november'],
])('the first question may be about any day: %s', async (text, told) => {
  expect((await resident.say(text)).text).toContain(told)
})

test('one day after the other, with thanks in between', async () => {
  await resident.say('har ni öppet på julafton')
  await resident.say('och på juldagen?')
  await resident.say('tack')
  expect((await resident.say('och på nyårsafton?')).text).toContain('torsdag 31 december')
})

test('in English', async () => {
  await resident.choose('en')
  await resident.say('are you open on christmas eve?')
  expect((await resident.say('and on boxing day?')).text).toContain('on Saturday 26 December')
})

test.each([
  ['two days', 'och på juldagen eller nyårsafton?'],
  ['what names something of its own', 'simhallen på juldagen?'],
])('leaves %s to the other stages', async (_what, text) => {
  await resident.say('har ni öppet på julafton')
  expect((await resident.say(text)).text).not.toContain('Kontaktcenter har')
})

test('an hour later a day is no question any more', async () => {
  await resident.say('har ni öppet på julafton')
  hoursLater = 1
  expect((await resident.say('och på juldagen?')).text).not.toContain('Kontaktcenter har')
})

test.each(['den andra', 'och den första då?'])('"%s" is no day of the month', async (text) => {
  await resident.say('har ni öppet på julafton')
  expect((await resident.say(text)).outcome).not.toBe('completed')
  await resident.say('vad kostar boendeparkering')
  expect((await resident.say(text)).text).not.toMatch(/dagar i "Boendeparkering"/)
})
