// An answer that may mean two things is asked back with buttons, and one of no use gets help of its own kind.
import { openSqliteStore } from '../../../../adapters/sqlite'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { Store } from '../../../../bot/contracts/store/store'
import type { Content } from '../../../../bot/content/content'
import { nightClock, shippedContent } from '../../../support/test-bot'
import { compileWith } from '../../dialog/sound-dialog'
import { residentOf, type Resident } from '../../../support/resident'

/** In the place of the shipped dialog, so that its start phrases lead here. */
const text = `dialog: grovsopor
title: Hämta grovsopor
owner: avfall
valid: { from: 2026-01-01, review: 2027-01-01 }
start: [boka hämtning av grovsopor, hämta min soffa, kan ni hämta grovsopor]
labels: { count: Antal, day: Dag, phone: Mobil }
steps:
  - ask: count
    question: Hur många saker?
    type: number
    range: 1..10
  - ask: day
    question: Vilken dag?
    type: date
  - ask: phone
    question: Vilket mobilnummer?
    type: phone
    keep: 24 months
  - confirm: book
    question: Ska jag boka?
  - end: done
`
let store: Store
let content: Content
let resident: Resident

beforeEach(async () => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
  const shipped = await shippedContent()
  const grovsopor = compileWith({ 'grovsopor.yaml': text }).dialogs.get('grovsopor')
  if (grovsopor === undefined) throw new Error('the dialog has a fault')
  content = { ...shipped, dialogs: new Map([...shipped.dialogs, ['grovsopor', grovsopor]]) }
  resident = await residentOf(store, { content })
})
afterEach(() => store.close())

/** Up to the question for a day; it is Tuesday 24 November 2026. */
const askForDay = async () => {
  for (const said of ['boka hämtning av grovsopor', 'två']) await resident.say(said)
}
const labels = (answered: Awaited<ReturnType<Resident['say']>>) =>
  answered.replies.flatMap(({ suggestions }) => suggestions.map(({ label }) => label))

test('a day that may be one of two is asked back with a button for each', async () => {
  await askForDay()
  const asked = await resident.say('nästa fredag')
  expect(asked.text).toContain('Menar du fredag 27 november eller fredag 4 december?')
  expect(labels(asked)).toEqual(['fredag 27 november', 'fredag 4 december'])
  const again = await resident.say('upprepa')
  expect(again.text).toContain('Menar du fredag 27 november')
  expect((await resident.tap(again, 'fredag 4 december')).text).toContain('Vilket mobilnummer')
  expect((await resident.say('070-123 45 67')).text).toContain('fredag 4 december')
})

test('over SMS the number in the list is the day', async () => {
  resident = await residentOf(store, { channel: 'sms', content })
  await askForDay()
  await resident.say('nästa fredag')
  await resident.say('2')
  expect((await resident.say('070-123 45 67')).text).toContain('fredag 4 december')
})

test('a word that is no day, no number and no telephone gets help of its own kind', async () => {
  await resident.say('boka hämtning av grovsopor')
  expect((await resident.say('blorp')).text).toContain('ett helt tal mellan 1 och 10')
  await resident.say('två')
  expect((await resident.say('påskliljan')).text).toContain('Det datumet förstår jag inte')
  await resident.say('på fredag')
  expect((await resident.say('12345')).text).toContain('inte ut som ett telefonnummer')
  expect((await resident.say('blorp')).text).toContain('inte ut som ett telefonnummer')
})
