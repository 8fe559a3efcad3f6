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
  const reply = await resident.say('hål i gatan på Drottninggatan 12', 'varför behöver ni veta det')
  expect(reply.text).toContain('Det kan jag tyvärr inte svara på här.')
})
