// After a cry for help it went well: that is heard, and nobody is told to ring once more.
import { openSqliteStore } from '../../../../adapters/sqlite'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { Store } from '../../../../bot/contracts/store/store'
import { allClear, saysAllIsWell } from '../../../../bot/emergency/all-clear'
import { phraseTables } from '../../../../bot/emergency/phrase-tables'
import { smsParts } from '../../../../bot/text/sms-parts'
import { residentOf } from '../../../support/resident'
import { nightClock } from '../../../support/test-bot'

let store: Store
beforeEach(() => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
})
afterEach(() => store.close())

const cry = 'min mamma svarar inte när jag ringer på dörren'

test.each([
  'nej hon öppnade nu, allt är bra',
  'hon vaknade nu, det är lugnt',
  'det var falskt alarm',
  'vi hittade henne, hon mår bra',
  'det löste sig',
  'ambulansen är här',
])('"%s" is good to hear', async (text) => {
  const resident = await residentOf(store)
  expect((await resident.say(cry)).outcome).toBe('guarded-emergency')
  const told = await resident.say(text)
  expect(told.outcome).toBe('answered-command')
  expect(told.text).toBe(allClear('sv'))
})

test('in English, and where a dialog waits its question comes next', async () => {
  const resident = await residentOf(store, { language: 'en' })
  await resident.begin('felanmalan')
  await resident.say('my mum is not breathing')
  const told = await resident.say('she woke up, all good')
  expect(told.text).toContain('Good to hear.')
  expect(told.text).toContain('What is the problem?')
})

test.each([
  [cry, 'hon öppnade nu men hon blöder'],
  [cry, 'allt är bra men hon andas konstigt'],
  [cry, 'det är inte bra'],
  [cry, 'är det lugnt att vänta?'],
  ['jag vill inte leva längre', 'det är lugnt'],
])('"%s", "%s" is none', async (first, then) => {
  const resident = await residentOf(store)
  await resident.say(first)
  expect((await resident.say(then)).text).not.toContain(allClear('sv'))
})

test('without a cry for help before it is what it was', async () => {
  const resident = await residentOf(store)
  expect((await resident.say('allt är bra')).text).not.toContain(allClear('sv'))
})

test.each([
  ['sv', 'allt är okej nu'],
  ['en', 'false alarm, sorry'],
  ['fi', 'kaikki on hyvin'],
  ['uk', 'все добре'],
  ['pl', 'wszystko w porządku'],
  ['es', 'todo bien'],
  ['de', 'alles gut'],
  ['ar', 'كل شيء بخير'],
])('is known in %s: "%s"', (language, text) => expect(saysAllIsWell(text)).toBe(language))

test('is said in every language of the phrases, in one part or two', () => {
  for (const { language } of phraseTables) {
    expect(allClear(language)).toContain('112')
    expect(smsParts(allClear(language)).parts).toBeLessThanOrEqual(2)
  }
  expect(new Set(phraseTables.map(({ language }) => allClear(language))).size).toBe(phraseTables.length)
})
