// Who told of danger at home and writes on, in words that say little by themselves.
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

const guesses = /Vad av det här menar du|Menar du|Which of these|Do you mean/

describe('a child', () => {
  test.each([
    ['jag vågar inte', 'kommer pappa få veta det'],
    ['jag vågar inte berätta', 'säger ni till pappa'],
    ['tänk om han blir arg', 'får mamma veta det'],
  ])('is told of help for children, and meets no guesses: "%s", "%s"', async (first, second) => {
    const resident = await residentOf(store, { language: 'sv' })
    const cry = await resident.say('hej jag är 11 år och min pappa är full varje dag')
    expect(cry.outcome).toBe('guarded-emergency')
    for (const text of [first, second]) {
      const told = await resident.say(text)
      expect(told.text).toMatch(/116 111|Får mamma eller pappa veta det/)
      expect(told.text).not.toMatch(guesses)
    }
  })

  test('is told who gets to know of it', async () => {
    const resident = await residentOf(store, { language: 'sv' })
    await resident.say('min pappa är full varje dag')
    expect((await resident.say('kommer pappa få veta det')).text).toContain('Får mamma eller pappa veta det?')
  })

  test('is answered so in English too', async () => {
    const resident = await residentOf(store, { language: 'en' })
    expect((await resident.say('I am 11 and my dad is drunk every day')).outcome).toBe('guarded-emergency')
    for (const text of ['I do not dare', 'will dad find out']) {
      const told = await resident.say(text)
      expect(told.text).toMatch(/116 111|Will mum or dad find out/)
      expect(told.text).not.toMatch(guesses)
    }
  })
})

test('who is hit at home is told more the first time, and the advice again after that', async () => {
  const resident = await residentOf(store, { language: 'sv' })
  await resident.say('min man slår mig')
  const more = await resident.say('jag vågar inte')
  expect(more.outcome).toBe('answered-article')
  expect(more.text).toContain('020-50 50 50')
  const again = await resident.say('kvasar galax')
  expect(again.text).toContain('020-50 50 50')
})

test.each([
  ['sv', 'jag tänker ta livet av mig', 'ja'],
  ['sv', 'jag tänker ta livet av mig', 'nej'],
  ['sv', 'jag tänker ta livet av mig', 'ok'],
  ['sv', 'jag tänker ta livet av mig', 'vet inte'],
  ['sv', 'jag tänker ta livet av mig', 'jag orkar inte'],
  ['en', 'I want to kill myself', 'yes'],
] as const)(
  'in %s who wants to die and answers "%s", "%s" hears of people, and nothing else',
  async (language, cry, text) => {
    const resident = await residentOf(store, { language })
    await resident.say(cry)
    const told = await resident.say(text)
    expect(told.text).toMatch(/^(?:Jag hör att det är svårt|I hear that this is hard)/)
    expect(told.text).toContain('90101')
  },
)

test('a no after something else was answered is about that', async () => {
  const resident = await residentOf(store, { language: 'sv' })
  await resident.say('jag tänker ta livet av mig')
  await resident.say('när har biblioteket öppet')
  expect((await resident.say('nej')).text).not.toContain('90101')
})

test('what is understood is answered, and what comes after that is no more about danger', async () => {
  const resident = await residentOf(store, { language: 'sv' })
  await resident.say('min pappa är full varje dag')
  expect((await resident.say('när har biblioteket öppet')).text).toContain('Stadsbiblioteket')
  expect((await resident.say('jag vill anmäla')).text).not.toContain('116 111')
})

test('after a fire guesses are made as ever', async () => {
  // Which of them is guessed at moves with the content.
  const texts: string[] = []
  for (const unclear of ['kort', 'jag vill anmäla', 'en ansökan']) {
    const resident = await residentOf(store, { language: 'sv', name: unclear })
    await resident.say('det brinner i köket')
    texts.push((await resident.say(unclear)).text)
  }
  expect(texts.join('\n')).toMatch(guesses)
})
