// "Och på juldagen?" after the opening hours of a day were told: those of another day, and no other topic.
import { openSqliteStore } from '../../../../adapters/sqlite'
import { silentLogger } from '../../../../bot/contracts/logger'
import type { Store } from '../../../../bot/contracts/store'
import { residentOf, type Resident } from '../../../support/resident'
import { compileWith } from '../../dialog/sound-dialog'
import { nightClock, shippedContent } from '../../../support/test-bot'

/** In the place of the shipped dialog, so that its start phrases lead here. */
const bookingOfDay = `dialog: grovsopor
title: Hämta grovsopor
owner: avfall
valid: { from: 2026-01-01, review: 2027-01-01 }
start: [boka hämtning av grovsopor, hämta grovsopor <day=på lördag>, kan ni hämta grovsopor]
labels: { day: Dag }
steps:
  - ask: day
    question: Vilken dag?
    type: date
  - confirm: send
    question: Ska jag boka?
  - do: order_key
    with: { kind: day, count: 1 }
    if fails: { handoff: Det gick inte. }
  - say: Bokat med nummer {order_number}.
    id: booked
  - end: done
`
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
  ['har ni öppet på julafton', 'och på juldagen?', 'på fredag 25 december'],
  ['har ni öppet på julafton', 'annandagen då?', 'på lördag 26 december'],
  ['har ni öppet i morgon', 'men på lördag', 'stängt på lördag 28 november'],
  ['när öppnar ni', 'och på fredag då', 'på fredag 27 november'],
])('%s: %s', async (first, then, told) => {
  await resident.say(first)
  const { outcome, text } = await resident.say(then)
  expect(outcome).toBe('completed')
  expect(text).toContain(told)
})

test('one day after the other, with thanks in between', async () => {
  await resident.say('har ni öppet på julafton')
  await resident.say('och på juldagen?')
  await resident.say('tack')
  expect((await resident.say('och på nyårsafton?')).text).toContain('på torsdag 31 december')
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

test('what was booked is not booked again for a word', async () => {
  const shipped = await shippedContent()
  const booking = compileWith({ 'grovsopor.yaml': bookingOfDay }).dialogs.get('grovsopor')!
  const content = { ...shipped, dialogs: new Map([...shipped.dialogs, ['grovsopor', booking]]) }
  resident = await residentOf(store, {
    content,
    runAction: () => Promise.resolve({ kind: 'done', gives: { order_number: '7' } }),
  })
  expect((await resident.say('boka hämtning av grovsopor')).text).toContain('Vilken dag?')
  await resident.say('på lördag')
  expect((await resident.say('ja')).text).toContain('Bokat med nummer 7')
  expect((await resident.say('och på söndag?')).text).not.toContain('Ska jag boka')
})
