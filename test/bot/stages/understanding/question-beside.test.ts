// A question and an errand in one message: the question is answered, and the errand is not lost.
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

test.each([
  'hål i gatan på kullagatan 3 och när har biblioteket öppet',
  'gatlyktan på Kullagatan 3 är trasig. När har biblioteket öppet?',
  'när har biblioteket öppet? och så är det ett hål i gatan på Kullagatan 3',
  'hej gatlampan är sönder här på Kullagatan 3 och sen undrar jag när biblioteket har öppet',
])('%s', async (text) => {
  const resident = await residentOf(store)
  const { outcome, text: said } = await resident.say(text)
  expect(outcome).toBe('answered-article')
  expect(said).toMatch(
    /^Vi tar en sak i taget\. Sedan tar vi "Felanmälan gata och park"\.\s+Stadsbiblioteket är öppet[^]*Kan någon skada sig just nu\?$/,
  )
  for (const answer of ['nej', 'hoppa över', 'hoppa över']) await resident.say(answer)
  expect((await resident.say('ja')).text).toMatch(/F-\d+/)
})

test('in English', async () => {
  const resident = await residentOf(store, { language: 'en' })
  const { text } = await resident.say(
    "There's a huge pothole on Södra Storgatan 5, and when is the recycling centre open?",
  )
  expect(text).toMatch(/^One thing at a time\.[^]*recycling centre is open[^]*hurt/i)
})

test.each([
  'gatlyktan på Storgatan 12 är trasig och hur lång tid tar det',
  'jag vill boka grovsopor och vad kostar det',
  'när har biblioteket öppet och vad kostar ett lånekort',
])('what asks of one thing is one: %s', async (text) => {
  const resident = await residentOf(store)
  expect((await resident.say(text)).text).not.toContain('Vi tar en sak i taget')
})

test.each([
  'när öppnar biblioteket och kan ni ringa mig',
  'kan ni ringa mig? när öppnar biblioteket?',
  'när har biblioteket öppet? ring mig',
])('a question beside the wish to be called is answered, and the call begins: %s', async (text) => {
  const resident = await residentOf(store)
  const { outcome, text: said } = await resident.say(text)
  expect(outcome).toBe('answered-article')
  expect(said).toMatch(/^Vi tar .* "Bli uppringd"\.\s+Stadsbiblioteket är öppet[^]*\nVad gäller det\?/)
})

test.each(['kan ni ringa mig och vilken tid ringer ni', 'jag undrar hur det går och kan ni ringa mig'])(
  'what asks of the call is the call: %s',
  async (text) => {
    const resident = await residentOf(store)
    expect((await resident.say(text)).text).toMatch(/^Vad gäller det\?/)
  },
)
