// A wish to be called keeps what stands beside it: that is what the call is about.
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

test.each([
  ['klagomål på simhallen och bli uppringd', 'klagomål på simhallen'],
  ['jag vill klaga på hemtjänsten och att ni ringer mig', 'jag vill klaga på hemtjänsten'],
  ['jag vill bli uppringd. gäller bygglov', 'gäller bygglov'],
  ['soporna är inte hämtade, ring mig', 'soporna är inte hämtade'],
  ['ring mig, det gäller en faktura', 'en faktura'],
  ['min pappa är sjuk, kan någon ringa mig om hemtjänst', 'hemtjänst'],
  ['soporna är inte hämtade och kan ni ringa mig om det', 'soporna är inte hämtade'],
])('"%s" is about "%s"', async (text, about) => {
  expect((await resident.say(text)).text).toContain('När passar det bäst att vi ringer?')
  const confirmed = await resident.say('hoppa över', '0701740612')
  expect(confirmed.text).toContain(`Ärende: ${about}`)
})

test.each([
  'jag ser dåligt och vill bli uppringd',
  'jag sitter i bilen och vill bli uppringd',
  'jag har bråttom, ring upp',
  'hej, ring mig',
  'ring mig imorgon, tack',
])('what the call is about is asked after "%s"', async (text) => {
  expect((await resident.say(text)).text).toContain('Vad gäller det?')
})

test.each([
  ['hål i vägen på Drottninggatan 4 och ring mig', 'hål i vägen på Drottninggatan 4'],
  ['gatlyktan är trasig på Storgatan 12, ring mig', 'gatlyktan är trasig på Storgatan 12'],
  ['gatlyktan är trasig på Storgatan 12, kan ni ringa mig om min faktura', 'min faktura'],
  ['kan någon ringa mig? det är ett hål i gatan på Storgatan 12', 'det är ett hål i gatan på Storgatan 12'],
])('who says where reports it, and the call about it comes after: "%s"', async (text, about) => {
  const begun = await resident.say(text)
  expect(begun.text).toBe(
    'Vi tar en sak i taget. Sedan tar vi "Bli uppringd".\n\nKan någon skada sig just nu?',
  )
  const done = await resident.say('nej', 'hoppa över', 'hoppa över', 'ja')
  expect(done.text).toMatch(/F-\d+.*Nu tar vi "Bli uppringd"\.\s+När passar det bäst att vi ringer\?/s)
  expect((await resident.say('hoppa över', '0701740612')).text).toContain(`Ärende: ${about}`)
})

test('in English, where an article leads to the report', async () => {
  const english = await residentOf(store, { language: 'en', name: 'english' })
  const { text } = await english.say('there is a pothole on Kullagatan 3 and please call me')
  expect(text).toMatch(
    /^One thing at a time\. After this we take "Get a call back"\.\s+Could someone get hurt/,
  )
})

test.each([
  'jag vill boka grovsopor och ring mig på 070-174 06 05',
  'klagomål på simhallen och bli uppringd',
  'jag bor på Storgatan 12 och vill bli uppringd',
  'ring mig inte, gatlyktan är trasig på Storgatan 12',
])('nothing is reported in "%s"', async (text) => {
  expect((await resident.say(text)).text).not.toContain('en sak i taget')
})

describe('a call asked for by a "not"', () => {
  test('is wanted, and what it is about is known', async () => {
    const resident = await residentOf(store)
    const { text } = await resident.say('kan ni inte ringa mig, det gäller en faktura')
    expect(text).toContain('När passar det bäst att vi ringer?')
    expect((await resident.say('hoppa över', '070-174 06 05')).text).toMatch(/faktura/)
  })

  test.each(['kan ni inte ringa mig, jag är döv', 'ring inte mig, det gäller en faktura'])(
    'is not heard in: %s',
    async (message) => {
      const resident = await residentOf(store)
      expect((await resident.say(message)).text).not.toContain('När passar det bäst')
    },
  )
})
