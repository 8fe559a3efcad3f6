// A whole talk over free times: the options as buttons and numbers, more of them, and a time that someone else took.
import { openSqliteStore } from '../../../../adapters/sqlite'
import { builtInActions } from '../../../../bot/actions/built-in-actions'
import type { ActionResult, RunAction } from '../../../../bot/contracts/cases/action'
import type { Content } from '../../../../bot/content/content'
import type { Clock } from '../../../../bot/contracts/basics/clock'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { Store } from '../../../../bot/contracts/store/store'
import { compileWith, sound } from '../../dialog/sound-dialog'
import { nightClock, shippedContent } from '../../../support/test-bot'
import { residentOf, type Answered, type Resident } from '../../../support/resident'

const actions = `pickup_slots:
  effect: read
  takes: [address]
  gives: { slots: list }
book_slot:
  effect: write
  takes: [slot, what?]
  gives: { booking_id: text }
  fails: [slot_taken]
`
/** In the place of the shipped dialog, so that its start phrases lead here. */
const text = `dialog: grovsopor
title: Hämta grovsopor
owner: avfall
valid: { from: 2026-01-01, review: 2027-01-01 }
start: [boka hämtning av grovsopor, hämta min soffa, kan ni hämta grovsopor]
labels: { address: Adress, what: Vad, slot: Tid }
steps:
  - ask: address
    question: Vilken adress?
    type: address
  - ask: what
    question: Vad ska hämtas?
    type: choices
    choices: { sofa: Soffa, bed: Säng, table: Bord }
  - ask: slot
    question: Vilken tid passar?
    from: pickup_slots
    with: { address: address }
    sms: { show: 3 }
    if none: { handoff: Det finns inga lediga tider. }
  - confirm: book
    question: Ska jag boka {slot}?
  - do: book_slot
    with: { slot: slot, what: what }
    if fails:
      slot_taken:
        - say: Tiden hann bli bokad.
          id: taken
        - forget: slot
      else: { handoff: Det gick inte. }
  - say: Vi kommer {slot}.
    id: booked
  - end: done
`

let store: Store
let content: Content
let now = nightClock.now()
const clock: Clock = { now: () => now }
let bookings: ActionResult[] = []
let reads = 0
let taken: readonly string[] = []

const runAction: RunAction = async (call) => {
  if (call.name === 'book_slot') return bookings.shift() ?? { kind: 'done', gives: { booking_id: 'G-1' } }
  reads += 1
  const action = builtInActions.get(call.name)
  const result = await action?.(call, { store, city: content.city })
  if (result?.kind !== 'done') return { kind: 'failed', failure: 'unavailable' }
  const slots = (result.gives['slots'] as readonly { id: string }[]).filter(({ id }) => !taken.includes(id))
  return { ...result, gives: { slots } }
}

beforeEach(async () => {
  now = nightClock.now()
  bookings = []
  reads = 0
  taken = []
  store = openSqliteStore({ file: ':memory:', clock, logger: silentLogger })
  const { dialogs } = compileWith({
    'actions.yaml': `${sound['actions.yaml']}${actions}`,
    'grovsopor.yaml': text,
  })
  const grovsopor = dialogs.get('grovsopor')
  if (grovsopor === undefined) throw new Error('the dialog has a fault')
  const shipped = await shippedContent()
  content = { ...shipped, dialogs: new Map([...shipped.dialogs, ['grovsopor', grovsopor]]) }
})
afterEach(() => store.close())

const begin = async (channel: 'web' | 'sms' = 'web'): Promise<{ resident: Resident; asked: Answered }> => {
  const resident = await residentOf(store, { channel, content, clock, runAction })
  for (const said of ['boka hämtning av grovsopor', 'Torget 1']) await resident.say(said)
  return { resident, asked: await resident.say('soffan') }
}
const labels = ({ replies }: Answered) =>
  replies.flatMap((reply) => reply.suggestions.map(({ label }) => label))

test.each<[readonly string[], string]>([
  [['första bästa'], 'onsdag 25 november'],
  [['det spelar ingen roll'], 'onsdag 25 november'],
  [['fler tider', 'första bästa'], 'tisdag 1 december'],
  [['fler tider', 'så snart som möjligt'], 'onsdag 25 november'],
])('%j leaves the time to us', async (texts, day) => {
  const { resident } = await begin()
  const [first = '', ...more] = texts
  expect((await resident.say(first, ...more)).text).toContain(`Ska jag boka ${day}`)
})

test('times are buttons, with one for more, and a tapped one is booked', async () => {
  const { resident, asked } = await begin()
  expect(asked.text).toContain('Vilken tid passar?')
  expect(labels(asked)).toEqual([
    'onsdag 25 november 07-12',
    'torsdag 26 november 07-12',
    'fredag 27 november 07-12',
    'lördag 28 november 07-12',
    'måndag 30 november 07-12',
    'Fler alternativ',
  ])
  const more = await resident.tap(asked, 'Fler alternativ')
  expect(labels(more)[0]).toBe('tisdag 1 december 07-12')
  const confirming = await resident.tap(more, 'onsdag 2 december 07-12')
  expect(confirming.text).toContain('- Tid: onsdag 2 december 07-12')
  expect(confirming.text).toContain('Ska jag boka onsdag 2 december 07-12?')
  expect((await resident.say('ja')).text).toContain('Vi kommer onsdag 2 december 07-12.')
})

test('a switch of language shows the same times in it', async () => {
  const { resident } = await begin()
  const english = await resident.say('english')
  expect(labels(english)[0]).toBe('Wednesday 25 November 07-12')
})

test('over SMS a number is a time, or more of them', async () => {
  const { resident, asked } = await begin('sms')
  expect(labels(asked)).toHaveLength(4)
  const more = await resident.say('4')
  expect(labels(more)[0]).toBe('lördag 28 november 07-12')
  expect((await resident.say('2')).text).toContain('Ska jag boka måndag 30 november 07-12?')
})

test('a time that someone else took is asked for anew, and nothing else is', async () => {
  const { resident, asked } = await begin()
  await resident.tap(asked, 'torsdag 26 november 07-12')
  bookings = [{ kind: 'failed', failure: 'slot_taken' }]
  taken = ['2026-11-26']
  const again = await resident.say('ja')
  expect(again.text).toContain('Tiden hann bli bokad.')
  expect(labels(again)[1]).toBe('fredag 27 november 07-12')
  await resident.say('fredag')
  expect((await resident.say('ja')).text).toContain('Vi kommer fredag 27 november 07-12.')
})

test('times are held for ten minutes, and a later answer is held against fresh ones', async () => {
  const { resident, asked } = await begin()
  now = new Date(now.getTime() + 11 * 60_000)
  taken = ['2026-11-26']
  expect(labels(await resident.say('hjälp'))).toEqual([...labels(asked), 'Ta med samtalet'])
  expect(reads).toBe(1)
  const gone = await resident.say('torsdag')
  expect([gone.text.includes('går tyvärr inte att välja längre'), reads]).toEqual([true, 2])
  expect(labels(gone)[1]).toBe('fredag 27 november 07-12')
})

test('two that fit are asked back by what they are called', async () => {
  const { resident } = await begin()
  const asked = await resident.say('onsdag eller fredag')
  expect(asked.text).toContain('Menar du onsdag 25 november 07-12 eller fredag 27 november 07-12?')
  expect((await resident.tap(asked, 'fredag 27 november 07-12')).text).toContain('Ska jag boka fredag 27')
})

test('several choices are tapped one by one until done', async () => {
  const resident = await residentOf(store, { content, clock, runAction })
  await resident.say('boka hämtning av grovsopor')
  const asked = await resident.say('Torget 1')
  expect(labels(asked)).toEqual(['Soffa', 'Säng', 'Bord'])
  const more = await resident.tap(asked, 'Säng')
  expect(more.text).toContain('Valt: Säng.')
  expect(labels(more)).toEqual(['Soffa', 'Bord', 'Klart'])
  const most = await resident.tap(more, 'Soffa')
  expect(most.text).toContain('Valt: Soffa och Säng.')
  expect((await resident.tap(most, 'Klart')).text).toContain('Vilken tid passar?')
})
