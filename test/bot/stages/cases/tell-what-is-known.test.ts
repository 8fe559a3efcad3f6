// What is asked right after something was sent: about that, and nothing else.
import { openSqliteStore } from '../../../../adapters/sqlite'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { Store } from '../../../../bot/contracts/store/store'
import { asksWhatComes } from '../../../../bot/dialog/words/asks-what-comes'
import { residentOf, type Resident } from '../../../support/resident'
import { nightClock } from '../../../support/test-bot'

let store: Store
let resident: Resident

beforeEach(async () => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
  resident = await residentOf(store)
})
afterEach(() => store.close())

const fault = [
  'det är ett stort hål i vägen på Storgatan 12',
  'nej',
  'hoppa över',
  'hoppa över',
  'ja',
] as const
const call = ['kan någon ringa mig på 0701740612 om min faktura', 'hoppa över', 'ja'] as const

test.each([
  'hur lång tid tar det',
  'vad händer nu',
  'får jag någon bekräftelse',
  'när ni fixa',
  'how long will it take',
])('"%s" after a report is about the report', async (text) => {
  const reply = await resident.say(...fault, text)
  expect(reply.outcome).toBe('answered-case')
  expect(reply.text).toContain('Ditt ärende har nummer')
  expect(reply.text).toContain('arbetsdag')
  expect(reply.text).toContain('Mer än så vet jag inte')
})

test('"när ringer ni" after a call was asked for tells when, and asks for none', async () => {
  const reply = await resident.say(...call, 'när ringer ni?')
  expect(reply.text).toContain('Vi ringer dig')
  expect(reply.text).not.toContain('Vad gäller det')
})

test('a pickup that was taken back is told of no more', async () => {
  await resident.say('boka hämtning av en soffa på Storgatan 12 på torsdag', 'nej', 'hoppa över', 'ja')
  const reply = await resident.say('avboka', 'ja', 'när kommer ni')
  expect(reply.text).not.toContain('Vi kommer')
})

test.each(['när öppnar ni', 'när öppnar simhallen', 'hur lång tid tar ett bygglov'])(
  '"%s" after a report is about something else',
  async (text) => {
    const reply = await resident.say(...fault, text)
    expect(reply.outcome).not.toBe('answered-case')
  },
)

test('so is the same question when something else was answered since', async () => {
  const reply = await resident.say(...fault, 'vad kostar ett bygglov', 'hur lång tid tar det')
  expect(reply.text).not.toContain('Ditt ärende har nummer')
})

test.each([
  'hur lång tid tar det',
  'men när kommer ni då',
  'får jag svar i dag?',
  'will you call me today',
  'what happens next',
])('"%s" asks what comes', (text) => expect(asksWhatComes(text)).toBe(true))

test.each([
  'när stänger ni',
  'kan jag betala med kort',
  'hur ansöker jag',
  'tack',
  'när ska jag ställa ut tunnan för tömning hos oss på landet',
])('"%s" does not', (text) => expect(asksWhatComes(text)).toBe(false))

test('what was said of it may be asked about by its name', () => {
  const said = 'Tack! Vi skickar blanketten. Ditt ärende har nummer F-2026-000001.'
  expect(asksWhatComes('när kommer blanketten', said)).toBe(true)
  expect(asksWhatComes('när kommer blanketten')).toBe(false)
  expect(asksWhatComes('när kommer bussen', said)).toBe(false)
})
