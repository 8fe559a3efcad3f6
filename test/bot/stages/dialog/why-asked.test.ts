// At a question that staff gave a reason: who asks why is told it, and that is neither an answer nor a miss.
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

const visits = {
  sv: 'har hemtjänsten varit hos min mamma idag',
  en: 'has home care visited my mother today',
}

describe('asked for a consent', () => {
  test.each<['sv' | 'en', string, string, string]>([
    ['sv', 'varför behöver ni mitt nummer', 'Vilka besök någon får är en känslig uppgift.', 'Går det bra?'],
    ['sv', 'kan man lita på det här', 'Vilka besök någon får är en känslig uppgift.', 'Går det bra?'],
    ['en', 'why do you need my number', 'Which visits somebody gets is sensitive.', 'Is that OK?'],
  ])('in %s "%s" is answered, and the question asked again', async (language, text, why, question) => {
    const resident = await residentOf(store, { language })
    const reply = await resident.say(visits[language], text)
    expect(reply.text).toMatch(new RegExp(`^${why}[^]*${question.replace('?', '\\?')}$`, 'u'))
  })

  test('to ask why is no miss, however often', async () => {
    const resident = await residentOf(store)
    const reply = await resident.say(visits.sv, 'varför', 'varför då', 'vem ser det', 'är det säkert')
    expect(reply.text).not.toContain('prata med en människa')
  })
})

test('asked for the number, "varför" is answered before it is called no number', async () => {
  const resident = await residentOf(store)
  const reply = await resident.say(visits.sv, 'ja', 'varför måste jag svara på det?')
  expect(reply.text).toContain('ser jag att numret är ditt')
  expect(reply.text).not.toContain('ser inte ut som ett telefonnummer')
})

test('where staff wrote nothing to it, it is met as before', async () => {
  const resident = await residentOf(store)
  const reply = await resident.say('kylskåp och soffa ska hämtas som grovsopor', 'varför behöver ni veta det')
  expect(reply.text).toContain('Det kan jag tyvärr inte svara på här.')
})

describe('in a report and in a wish for a call every question has its reason', () => {
  test.each<['sv' | 'en', readonly string[], string]>([
    ['sv', ['jag vill göra en felanmälan', 'varför frågar du det?'], 'Olika lag lagar olika saker.'],
    ['sv', ['hål i vägen', 'varför vill ni veta det'], 'behöver hitta dit'],
    ['sv', ['hål på Drottninggatan 12', 'varför då'], 'skickar jag anmälan som brådskande'],
    ['en', ['there is a pothole on Drottninggatan 12', 'why'], 'I send your report as urgent'],
    ['sv', ['ring mig', 'varför behöver ni veta det?'], 'Då kan rätt person ringa dig'],
    ['sv', ['ring mig', 'min faktura', 'varför undrar du'], 'försöka ringa när du kan svara'],
    ['en', ['call me', 'my invoice', 'skip', 'why do you need my number?'], 'nobody can call you'],
  ])('in %s, %j', async (language, texts, why) => {
    const [first = '', ...more] = texts
    const resident = await residentOf(store, { language })
    expect((await resident.say(first, ...more)).text).toContain(why)
  })
})

test.each([
  ['sv', 'gatlyktan på Storgatan 5 är trasig', 'vad menar du med det?', 'Är det farligt skickar jag'],
  ['sv', 'gatlyktan på Storgatan 5 är trasig', 'vad menar du?', 'Är det farligt skickar jag'],
  ['en', 'the street light on Storgatan 5 is broken', 'what do you mean?', 'If it is dangerous I send'],
  [
    'en',
    'the street light on Storgatan 5 is broken',
    'What do you mean by that',
    'If it is dangerous I send',
  ],
])(
  'asked what it means, the question is explained and asked again: %s, %s',
  async (language, first, what, why) => {
    const resident = await residentOf(store, { language })
    const question = (await resident.say(first)).text.split('\n\n').at(-1) ?? ''
    const { outcome, text } = await resident.say(what)
    expect(outcome).toBe('asked')
    expect(text).toContain(why)
    expect(text).toContain(question)
  },
)
