// Two errands in one message: the first begins, and the second is not lost.
import { openSqliteStore } from '../../../../adapters/sqlite'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { Store } from '../../../../bot/contracts/store/store'
import { nightClock } from '../../../support/test-bot'
import { residentOf } from '../../../support/resident'

let store: Store
beforeEach(() => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
})
afterEach(() => store.close())

test('are taken one after the other, each with its own half of the message', async () => {
  const resident = await residentOf(store)
  const { text } = await resident.say(
    'gatlyktan på Drottninggatan 5 är trasig och så vill jag boka grovsopor',
  )
  expect(text).toBe(
    'Vi tar en sak i taget. Sedan tar vi "Boka hämtning av grovsopor".\n\nKan någon skada sig just nu?',
  )
  for (const answer of ['nej', 'hoppa över', 'hoppa över']) await resident.say(answer)
  const done = await resident.say('ja')
  expect(done.outcome).toBe('completed')
  expect(done.text).toMatch(
    /F-\d+.*Nu tar vi "Boka hämtning av grovsopor"\..*450 kronor\.\s+Vilken adress ska vi hämta på\?/s,
  )
})

test('over SMS', async () => {
  const resident = await residentOf(store, { channel: 'sms', from: '+46701740605', to: '+46701740699' })
  const { text } = await resident.say('Trasig gatlykta Kungsgatan 3. Soptunnan ej tömd Kungsgatan 5')
  expect(text).toContain('Sedan tar vi "Anmäl att soptunnan inte har tömts".')
  expect((await resident.say('nej')).text).toContain('Plats: Kungsgatan 3')
  expect((await resident.say('avbryt')).text).toMatch(/Nu tar vi "Anmäl.*Vilket kärl blev inte tömt\?/s)
})

test.each([
  [
    'gatlyktan på Storgatan 12 lyser inte och så vill jag boka hämtning av en soffa',
    'Boka hämtning av grovsopor',
  ],
  ['soptunnan är inte tömd och jag vill klaga på hemtjänsten', 'Lämna en synpunkt'],
  ['boka hämtning av en soffa och anmäl en trasig gatlykta', 'Felanmälan gata och park'],
  ['jag vill anmäla en trasig lampa och boka hämtning av en soffa', 'Boka hämtning av grovsopor'],
])('though the message speaks mostly of one: %s', async (message, second) => {
  const resident = await residentOf(store)
  expect((await resident.say(message)).text).toContain(`Sedan tar vi "${second}".`)
})

test.each([
  'gatlampan är trasig … och sen hämta soffan',
  'det lyser inte i gatlampan på Storgatan 5 och sen hämta soffan',
  'gatlampan på Storgatan 5 är trasig. och sen hämta soffan',
  'någon har klottrat på Storgatan 12, och sen hämta soffan',
])('a report that an article speaks of is taken before it: %s', async (message) => {
  const resident = await residentOf(store)
  const { text } = await resident.say(message)
  expect(text).toContain('Sedan tar vi "Boka hämtning av grovsopor".')
  expect((await resident.say('avbryt')).text).toMatch(/Nu tar vi "Boka hämtning av grovsopor".*adress/s)
})

test('in English', async () => {
  const resident = await residentOf(store, { language: 'en' })
  const { text } = await resident.say('the street light is broken and I want to book bulky waste collection')
  expect(text).toContain('One thing at a time. After this we take "Book bulky waste pickup".')
})

test('the second says what stands before its question when its turn comes', async () => {
  const resident = await residentOf(store)
  await resident.say('soptunnan på Kungsgatan 5 är inte tömd och jag vill klaga på bussen')
  expect((await resident.say('avbryt')).text).toMatch(
    /Nu tar vi "Lämna en synpunkt"\..*allmän handling.*Vad vill du säga oss\?/s,
  )
})

test.each([
  'gatlyktan är trasig på Storgatan och det är mörkt och läskigt',
  'vårt barn går i anpassad skola och behöver bli hämtad',
  'jag vill boka grovsopor och ring mig på 070-174 06 05',
  'det är ett hål i gatan och jag vill prata med någon',
  'det är ett hål i gatan. jag vill anmäla det',
  'gatlampan är trasig. jag vill anmäla det',
  'jag ska slänga en soffa på återvinningscentralen och behöver parkeringstillstånd',
])('one errand in two clauses is one: %s', async (text) => {
  const resident = await residentOf(store)
  const { outcome, text: said } = await resident.say(text)
  expect(['asked', 'clarified', 'answered-article']).toContain(outcome)
  expect(said).not.toContain('en sak i taget')
})

test('one that may not interrupt the other waits for it, once', async () => {
  const resident = await residentOf(store)
  await resident.say('har hemtjänsten varit hos min mamma idag')
  for (const text of ['jag vill klaga på hemtjänsten', 'jag är missnöjd med hemtjänsten']) {
    const later = await resident.say(text)
    expect(later.text).toMatch(/Sedan tar vi "Lämna en synpunkt"\..*Går det bra\?/s)
    expect(later.text).not.toContain('Jag förstod inte')
  }
  const done = await resident.say('nej')
  expect(done.text).toMatch(/Då sparar jag inget.*Nu tar vi "Lämna en synpunkt"/s)
  expect((await resident.say('avbryt')).text).not.toContain('Nu tar vi')
})
