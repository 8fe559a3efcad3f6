// A yes, a no or a wish to pass over is no name and no description, in whichever language it is said.
import { openSqliteStore } from '../../../../adapters/sqlite'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { Store } from '../../../../bot/contracts/store/store'
import { residentOf, type Resident } from '../../../support/resident'
import { nightClock } from '../../../support/test-bot'

let store: Store
let resident: Resident

beforeEach(async () => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
  resident = await residentOf(store)
})
afterEach(() => store.close())

/** As far as the question that takes any text. */
const askedForSubject = () => resident.begin('bli-uppringd')

test.each(['nej', 'ja tack', 'yes', 'نعم'])('"%s" is asked about again', async (text) => {
  await askedForSubject()
  const reply = await resident.say(text)
  expect(reply.text).toContain('Jag förstod inte svaret.')
  expect(reply.text).toContain('Vad gäller det?')
})

test.each(['hoppa över', 'vet inte', 'nie wiem'])(
  '"%s" is told that the question is needed',
  async (text) => {
    await askedForSubject()
    const reply = await resident.say(text)
    expect(reply.text).toContain('Den här frågan behöver jag svar på')
    expect(reply.text).toContain('Vad gäller det?')
  },
)

test('after three of them a person is offered, and the yes gets one', async () => {
  await askedForSubject()
  for (const text of ['ja', 'nej']) await resident.say(text)
  expect((await resident.say('jo')).text).toMatch(
    /^Jag förstod inte svaret\..*Vill du prata med en människa i stället\?.*Vad gäller det\?/s,
  )
  expect((await resident.say('ja')).outcome).toMatch(/^handed-off/)
})

test('to a text that may be passed over a no is a skip', async () => {
  for (const text of ['felanmäl en lyktstolpe med nummer', 'trasig', 'nej']) await resident.say(text)
  expect((await resident.say('nej')).text).toContain('Var')
})

test('a yes with something behind it is the answer', async () => {
  await askedForSubject()
  expect((await resident.say('ja, min faktura')).text).toContain('När passar det bäst')
})
