// At a question that wants a yes or a no: what else a resident writes is neither lost nor taken for one.
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
  test.each<['sv' | 'en', string, string]>([
    ['sv', 'jag är hennes dotter', 'Här behöver jag ett ja eller ett nej.'],
    ['en', 'i am her daughter', 'I need a yes or a no here.'],
  ])('in %s "%s" is told what is wanted', async (language, text, said) => {
    const resident = await residentOf(store, { language })
    expect((await resident.say(visits[language], text)).text).toContain(said)
  })

  test('a number is noted, and no consent', async () => {
    const resident = await residentOf(store)
    const reply = await resident.say(visits.sv, '0701740610')
    expect(reply.text).toContain('Noterat. Mobilnummer: 070-174 06 10.')
    expect(reply.text).toContain('Går det bra?')
    expect((await resident.say('ja')).text).toContain('Vilken kod fick du')
  })
})

test('a place where a danger is asked about is told what is wanted', async () => {
  const resident = await residentOf(store)
  const reply = await resident.say('hål i gatan på Drottninggatan 12', 'Nicolaiskolan')
  expect(reply.text).toMatch(/^Här behöver jag ett ja eller ett nej\.[^]*Kan någon skada sig just nu\?$/u)
})
