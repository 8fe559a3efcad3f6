// What was booked is taken back in the words that residents have for it, and what is being booked is given up in them.
import { openSqliteStore } from '../../../../adapters/sqlite'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { Store } from '../../../../bot/contracts/store/store'
import { wantedOfWhatIsDone, wantsNoMore } from '../../../../bot/stages/dialog/reversal-words'
import { residentOf } from '../../../support/resident'
import { nightClock } from '../../../support/test-bot'

let store: Store
beforeEach(() => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
})
afterEach(() => store.close())

async function after(language: 'sv' | 'en', ...texts: readonly string[]) {
  const resident = await residentOf(store, { language })
  for (const text of texts) await resident.say(text)
  return resident
}
const booking = {
  sv: ['boka grovsopor', 'Strandvägen 5', 'soffa', 'nej', 'fredag', '0701740612'],
  en: ['book bulky waste', 'Strandvägen 5', 'a sofa', 'no', 'friday', '0701740612'],
}

test.each<['sv' | 'en', string]>([
  ['en', 'cancel it'],
  ['en', 'cancel my pickup'],
  ['en', 'I want to cancel the pickup'],
  ['en', 'I changed my mind'],
  ['sv', 'avboka'],
  ['sv', 'avboka hämtningen'],
  ['sv', 'jag har ångrat mig vill inte ha hämtningen'],
  ['sv', 'jag behöver inte hämtningen längre'],
  ['sv', 'ni behöver inte komma'],
])('after a booking, in %s, "%s" cancels that booking after a yes', async (language, text) => {
  const [asked, yes] = language === 'sv' ? ['Ska jag avboka G-', 'ja'] : ['Shall I cancel G-', 'yes']
  const resident = await after(language, ...booking[language], yes)
  expect((await resident.say(text)).text).toContain(asked)
  await resident.say(yes)
  expect(await store.records('case', { limit: 5 })).toMatchObject([{ value: { status: 'Avbokat' } }])
})

test.each<['sv' | 'en', string, object]>([
  ['sv', 'flytta hämtningen till torsdag', { slot: '2026-11-26' }],
  ['sv', 'jag vill byta till lördag', { slot: '2026-11-28' }],
  ['sv', 'kan vi ta måndag istället', { slot: '2026-11-30' }],
  ['sv', 'ändra adressen till Storgatan 7', { address: 'Storgatan 7' }],
  ['en', 'can you move it to monday?', { slot: '2026-11-30' }],
  ['en', 'can we change to monday', { slot: '2026-11-30' }],
])('after a booking, in %s, "%s" changes it once that is confirmed', async (language, text, facts) => {
  const yes = language === 'sv' ? 'ja' : 'yes'
  const resident = await after(language, ...booking[language], yes)
  const [before] = await store.records('case', { limit: 5 })
  await resident.say(text)
  expect(await store.records('case', { limit: 5 })).toEqual([before])
  expect((await resident.say(yes)).text).toMatch(/Ditt boknings-id är G-|Your booking id is G-/)
  const open = (await store.records('case', { limit: 5 })).map(({ value }) => value as { status: string })
  expect(open.filter(({ status }) => status === 'Inskickat')).toMatchObject([{ facts }])
})

test.each<['sv' | 'en', string, string]>([
  ['sv', 'jag vill byta dag', 'Vilken tid passar?'],
  ['sv', 'flytta hämtningen till söndag', 'Vilken tid passar?'],
  ['en', 'I need to change the address', 'Which address'],
])('after a booking, in %s, "%s" asks for what is to be changed', async (language, text, said) => {
  const resident = await after(language, ...booking[language], language === 'sv' ? 'ja' : 'yes')
  expect((await resident.say(text)).text).toContain(said)
})

test.each<['sv' | 'en', string]>([
  ['sv', 'nej jag vill inte boka längre'],
  ['sv', 'nej jag har ångrat mig'],
  ['sv', 'jag vill inte ha hämtningen'],
  ['sv', 'avboka'],
  ['en', 'no I do not want to book anymore'],
  ['en', 'cancel it'],
])('at the confirmation, in %s, "%s" ends it', async (language, text) => {
  const resident = await after(language, ...booking[language])
  expect((await resident.say(text)).text).toMatch(/avbryter jag|Then I stop/)
  expect(await store.records('case', { limit: 5 })).toHaveLength(0)
})

test.each<['sv' | 'en', readonly string[], string, string]>([
  ['sv', ['ring mig', 'bygglov', 'hoppa över', '0701740612', 'ja'], 'avboka samtalet', 'Ska jag avboka R-'],
  ['en', ['call me', 'my invoice', 'skip', '0701740612', 'yes'], 'cancel the call', 'Shall I cancel R-'],
])('in %s a call is cancelled', async (language, texts, text, said) => {
  const resident = await after(language, ...texts, text)
  expect((await resident.say(text)).text).toContain(said)
  await resident.say(texts.at(-1) ?? '')
  const [call] = await store.records('call-back', { limit: 5 })
  expect(call?.value).toMatchObject({ code: 'R-00001', cancelledAt: nightClock.now().toISOString() })
})

describe('a call that was promised', () => {
  const promised = {
    sv: ['kan någon ringa mig på 0701740612 på tisdag om min faktura', 'ja'],
    en: ['can someone call me on 0701740612 about my invoice', 'tuesday', 'yes'],
  }
  const call = async () => {
    const calls = await store.records('call-back', { limit: 5 })
    expect(calls).toHaveLength(1)
    return calls[0]?.value
  }

  test.each<['sv' | 'en', string, object]>([
    ['sv', 'kan ni ringa onsdag istället', { wish: 'onsdag' }],
    ['sv', 'förresten passar det bättre klockan 9', { wish: 'på tisdag klockan 9' }],
    ['sv', 'jag vill hellre att ni ringer på fredag', { wish: 'på fredag' }],
    ['sv', 'ändra tiden till fredag kl 10', { wish: 'fredag kl 10' }],
    ['sv', 'fel nummer, det ska vara 0701740613', { phone: '+46701740613' }],
    ['en', 'can you call on thursday instead', { wish: 'on thursday' }],
    ['en', 'actually friday at 9 is better', { wish: 'friday at 9' }],
    ['en', 'change the time to friday 10 am', { wish: 'friday 10 am' }],
  ])('in %s "%s" changes it, once that is confirmed', async (language, text, facts) => {
    const resident = await after(language, ...promised[language])
    const before = await call()
    await resident.say(text)
    expect(await call()).toEqual(before)
    await resident.say(language === 'sv' ? 'ja' : 'yes')
    expect(await call()).toMatchObject({ code: 'R-00001', facts })
  })

  test.each<['sv' | 'en', string, string]>([
    ['sv', 'jag skrev fel nummer', 'Vilket nummer ska vi ringa?'],
    ['en', 'i gave you the wrong number', 'Which number should we call?'],
    ['sv', 'jag vill ändra tiden', 'När passar det bäst'],
  ])('in %s "%s" asks for what is to be changed', async (language, text, said) => {
    const resident = await after(language, ...promised[language])
    expect((await resident.say(text)).text).toContain(said)
  })

  test('stays as it was when the change is broken off, and can still be cancelled', async () => {
    const resident = await after('sv', ...promised.sv, 'kan ni ringa onsdag istället', 'avbryt')
    expect(await call()).toMatchObject({ facts: { wish: 'på tisdag' } })
    expect((await resident.say('avboka samtalet')).text).toContain('Ska jag avboka R-00001')
  })

  test('stays as it was when nothing of it is changed in the end', async () => {
    const resident = await after('sv', ...promised.sv, 'kan ni ringa onsdag istället', 'ja', 'ändra', 'ja')
    expect(await call()).toMatchObject({ code: 'R-00001', facts: { wish: 'onsdag' } })
    expect((await resident.say('avboka samtalet')).text).toContain('Ska jag avboka R-00001')
  })

  test('is not changed by a day that is asked of something else', async () => {
    const resident = await after('sv', ...promised.sv, 'när har simhallen öppet')
    expect((await resident.say('på söndag?')).text).not.toContain('Så här har jag förstått det')
  })
})

test.each(['nej förresten det behövs inte', 'nej, jag har ångrat mig'])(
  '"%s" is no answer, though words are asked for',
  async (text) => {
    const resident = await after('sv', 'ring mig', 'bygglov')
    expect((await resident.say(text)).text).toContain('Då avbryter jag "Bli uppringd"')
  },
)

test('what is needed may be what the call is about', async () => {
  const resident = await after('sv', 'ring mig')
  expect((await resident.say('bygglov, om det behövs')).text).toContain('När passar det bäst')
})

test('"cancel the call" is not what a call is about', async () => {
  const resident = await after('en', 'call me')
  expect((await resident.say('cancel the call')).text).not.toContain('best time')
})

test.each(['jag vill inte', 'nej', 'ta bort soffan', 'ändra soffan till en stol', 'jag vill inte ha besked'])(
  '"%s" takes nothing back',
  (text) => {
    expect(wantedOfWhatIsDone(text)).toBeUndefined()
    expect(wantsNoMore(text, false)).toBe(false)
  },
)

describe('a call that was asked for', () => {
  const asked = (wish: string) => after('sv', 'ring mig', 'bygglov', wish, '0701740612')

  test('is promised for no minute, and the wished time comes first', async () => {
    const nineInTheEvening = { now: () => new Date('2026-11-29T20:00:00Z') }
    const resident = await residentOf(store, { clock: nineInTheEvening })
    for (const text of ['ring mig', 'bygglov', 'på torsdag efter 16', '0701740612']) await resident.say(text)
    const { text } = await resident.say('ja')
    expect(text).toMatch(/Du har önskat: på torsdag efter 16.*tidigast på torsdag.* när vi öppnar klockan 8/s)
  })

  test('after a cry for help it is said again who answers now', async () => {
    const resident = await after(
      'sv',
      'jag vill inte leva',
      'kan ni ringa mig',
      'jag mår dåligt',
      'hoppa över',
      '0701740612',
    )
    expect((await resident.say('ja')).text).toMatch(/R-00001.*112.*90101/s)
  })

  test('of which no cry for help was heard, nothing is said of one', async () => {
    const resident = await asked('hoppa över')
    expect((await resident.say('ja')).text).not.toContain('112')
  })
})
