// What was said before is neither asked again nor lost: before an article, and at the end of an errand in other words.
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

test('the day that was told before the article is not asked for behind it', async () => {
  const article = await resident.say('vi vill gifta oss den 12 juni')
  expect(article.outcome).toBe('answered-article')
  const reply = await resident.say('i rådhuset')
  expect(reply.text).toContain('Har ni redan fått intygen')
})

describe('before a call is confirmed', () => {
  const call = ['ring mig', 'bygglov', 'efter lunch på torsdag', '0701740612'] as const

  test.each([
    ['vänta, ta onsdag istället', 'onsdag'],
    ['nej hellre på fredag', 'på fredag'],
    ['på förmiddagen', 'på torsdag på förmiddagen'],
    ['kan ni ringa på fredag i stället', 'på fredag'],
    ['förresten passar det bättre klockan 9', 'på torsdag klockan 9'],
    ['jag vill hellre att ni ringer på onsdag efter 16', 'på onsdag efter 16'],
  ])('"%s" is another time for it', async (text, wish) => {
    const reply = await resident.say(...call, text)
    expect(reply.text).toContain(`Önskad tid är nu ${wish}.`)
  })

  test('a part of the day is one of the day that was wished for', async () => {
    const reply = await resident.say(...call, 'ta onsdag istället', 'på förmiddagen')
    expect(reply.text).toContain('Önskad tid är nu onsdag på förmiddagen.')
  })

  test('what says nothing of when changes nothing', async () => {
    const reply = await resident.say(...call, 'jag heter Anna')
    expect(reply.text).toContain('Önskad tid: efter lunch på torsdag')
  })
})

describe('asked what a call is about', () => {
  test.each([
    ['imorgon kl 10', 'imorgon kl 10'],
    ['på torsdag efter lunch tack', 'på torsdag efter lunch'],
    ['helst på förmiddagen', 'på förmiddagen'],
    ['kan ni ringa mig på fredag?', 'på fredag'],
  ])('"%s" is when, and what it is about is asked for', async (text, wish) => {
    const reply = await resident.say('ring mig', text)
    expect(reply.text).toContain(`Noterat. Önskad tid: ${wish}.`)
    expect(reply.text).toContain('Vad gäller det?')
    expect((await resident.say('min faktura')).text).toContain('Vilket nummer ska vi ringa?')
  })

  test('another time is when instead', async () => {
    await resident.say('ring mig', 'nästa torsdag efter lunch')
    const { text } = await resident.say('nej förresten fredag')
    expect(text).toMatch(/^Ändrat: Önskad tid är nu fredag\..*Vad gäller det\?/s)
  })

  test.each([
    ['0701740612 det gäller min mammas hemtjänst', 'min mammas hemtjänst'],
    ['bygglov, 070-174 06 12', 'bygglov'],
  ])('the number beside it is no part of it: "%s"', async (told, about) => {
    const { text } = await resident.say('ring mig', told, 'hoppa över')
    expect(text).toMatch(new RegExp(`Ärende: ${about}$`, 'm'))
    expect(text).toContain('Telefon: 070-174 06 12')
  })

  test.each(['parkeringsbot från i fredags', 'tiden för vigseln den 12 juni', 'soptömning på onsdag'])(
    '"%s" is what it is about',
    async (text) => {
      expect((await resident.say('ring mig', text)).text).toContain('När passar det bäst att vi ringer?')
    },
  )
})

test('what is corrected to what it is already is not asked for again', async () => {
  const reply = await resident.say(
    ...['skolbuss till min dotter i femman, det är 7 km', 'ja', 'Storgatan 12', 'Rydebäcksskolan'],
    ...['Eva Holm', '0701740649', 'nej hon går i sexan'],
  )
  expect(reply.text).toContain('Årskurs: Årskurs 4 till 6')
  expect(reply.text).not.toContain('Vad vill du ändra')
  expect((await resident.say('nej hon går i sjuan')).text).toContain('Årskurs är nu Årskurs 7 till 9.')
})

describe('asked whether a call was meant', () => {
  test('a number is a yes, and the number', async () => {
    const asked = await resident.say('ring för fan')
    expect(asked.text).toContain('Menar du "Bli uppringd"?')
    const reply = await resident.say('0701740612')
    expect(reply.text).toContain('Vad gäller det?')
    for (const text of ['min faktura', 'hoppa över']) await resident.say(text)
    expect(await store.records('case', { limit: 5 })).toHaveLength(0)
    expect((await resident.say('ja')).text).toContain('Vi ringer dig')
  })

  test('a yes is a yes, and anything else is about something else', async () => {
    expect((await resident.say('ring för fan', 'ja')).text).toContain('Vad gäller det?')
    expect((await resident.say('avbryt', 'ring för fan', 'när öppnar simhallen')).text).toContain('Simhallen')
  })
})
