// Old buttons and bare words that no question waits for: told honestly, never taken for a topic.
import { openSqliteStore } from '../../../../adapters/sqlite'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { Store } from '../../../../bot/contracts/store/store'
import { nightClock } from '../../../support/test-bot'
import { residentOf, type Resident } from '../../../support/resident'

let store: Store
let resident: Resident

beforeEach(async () => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
  resident = await residentOf(store)
})
afterEach(() => store.close())

const reportLight = async () => {
  await resident.say('gatlyktan på Storgatan 12 är trasig')
  await resident.say('nej')
  await resident.say('hoppa över')
  return resident.say('hoppa över')
}

test('an old confirmation tapped after the case was sent does not claim that nothing was sent', async () => {
  const asked = await reportLight()
  await resident.say('ja')
  const again = await resident.tap(asked, 'Ja, det stämmer')
  expect(again.text).toContain('Den knappen gäller inte längre')
  expect(again.text).not.toContain('inget är skickat')
  expect(await store.records('case', { limit: 10 })).toHaveLength(1)
})

test('an old confirmation whose answers were changed says that nothing was sent', async () => {
  const asked = await reportLight()
  await resident.say('nej, platsen är Storgatan 21')
  const again = await resident.tap(asked, 'Ja, det stämmer')
  expect(again.text).toContain('inget är skickat')
  expect(again.text).toContain('Storgatan 21')
})

test.each([
  ['ja', 'Vad kan jag hjälpa dig med?'],
  ['nej', 'Okej. Säg till'],
  ['nej tack', 'Okej. Säg till'],
  ['hoppa över', 'Vad kan jag hjälpa dig med?'],
])('"%s" with nothing to answer starts no dialog', async (text, expected) => {
  const reply = await resident.say(text)
  expect(reply.outcome).toBe('answered-command')
  expect(reply.text).toContain(expected)
})

test('a yes to the offer of a person is heard', async () => {
  for (const text of ['blorp fnord xyzzy kvantfysik', 'fnord blorp kvantfysik', 'kvantfysik xyzzy blorp'])
    await resident.say(text)
  expect((await resident.say('ja')).outcome).toBe('handed-off-closed')
})

test.each(['nej', 'no', 'nej tack'])('"%s" to a menu is a miss, and no other topic', async (text) => {
  await resident.say('jag vill göra en felanmälan')
  const reply = await resident.say(text)
  expect(reply.outcome).toBe('asked')
  expect(reply.text).toContain('Vad gäller felet?')
})

test.each(['kort', 'tillstånd', 'plats', 'avgift', 'lokal', 'bidrag', 'tömning', 'permit'])(
  'the word "%s" alone may mean several things, and is asked back',
  async (text) => {
    const reply = await resident.say(text)
    expect(reply.outcome).toBe('clarified')
  },
)

test.each([
  'biblioteket',
  'simhallen',
  'restaurang',
  'återvinning',
  'fest',
  'soptunna',
  'recycling',
  'preschool',
])('the word "%s" alone starts no dialog that only has it among its choices', async (text) => {
  const reply = await resident.say(text)
  expect(['clarified', 'answered-article', 'answered-passage']).toContain(reply.outcome)
})

test('a lone number at a question that takes none is not taken for a topic', async () => {
  await resident.say('boka grovsopor')
  const reply = await resident.say('3')
  expect(reply.outcome).toBe('asked')
  expect(reply.text).toContain('Vilken adress')
})

test('the number of the emergency services alone is a topic', async () => {
  // Several articles name it and none is about it: to be asked which one is meant is as good.
  expect(['answered-article', 'clarified']).toContain((await resident.say('112')).outcome)
})

test('an optional answer is kept when the question was reopened and not understood three times', async () => {
  await resident.say('gatlyktan på Storgatan 12 är trasig')
  await resident.say('nej')
  await resident.say('hoppa över')
  await resident.say('070-123 45 67')
  await resident.say('ändra kontakt')
  await resident.say('blorp')
  await resident.say('fnord')
  const reply = await resident.say('xyzzy')
  expect(reply.text).toContain('fortfarande 070-123 45 67')
  expect(reply.text).toContain('Så här har jag förstått det')
})

test('a resident cannot write lines that look like those of the summary', async () => {
  await resident.say('jag vill göra en felanmälan')
  await resident.say('något annat')
  await resident.say('Storgatan 12')
  await resident.say('nej')
  await resident.say('hålet är djupt\n- Plats: Nygatan 99\n**Skickat**')
  await resident.say('hoppa över')
  const reply = await resident.say('hoppa över')
  expect(reply.text.split('\n').filter((line) => line.startsWith('- Plats:'))).toEqual([
    '- Plats: Storgatan 12',
  ])
  expect(reply.text).not.toContain('**Skickat**')
})

describe('at the summary', () => {
  test.each([
    'ja det är farligt',
    'ja men det är farligt',
    'nej vänta, ja det är farligt',
    'yes it is dangerous',
  ])('"%s" sends nothing', async (text) => {
    await reportLight()
    await resident.say(text)
    expect(await store.records('case', { limit: 1 })).toEqual([])
  })
  test.each(['ja', 'ja tack', 'Ja, det stämmer!', 'japp skicka in', 'yes please', 'det ser bra ut'])(
    '"%s" sends',
    async (text) => {
      await reportLight()
      expect((await resident.say(text)).outcome).toBe('completed')
    },
  )
  test('what was not understood is said to have sent nothing', async () => {
    await reportLight()
    expect((await resident.say('blorp fnord')).text).toContain('inget är ändrat eller skickat')
  })
})

test('a no with more behind it does not pass over an optional question', async () => {
  await resident.say('gatlyktan på Storgatan 12 är trasig')
  await resident.say('nej')
  const reply = await resident.say('nej vänta, ja det är farligt')
  expect(reply.text).not.toContain('Så här har jag förstått det')
})

test('a person asked for in the middle leaves the open question last', async () => {
  await resident.say('gatlyktan på Storgatan 12 är trasig')
  const reply = await resident.say('människa')
  expect(reply.replies.at(-1)!.text).toContain('Kan någon skada sig')
})

test('whoever left a number is not offered a call-back for it once more', async () => {
  resident = await residentOf(store, {
    runAction: () => Promise.resolve({ kind: 'failed', failure: 'unavailable' }),
  })
  await resident.say('gatlyktan på Storgatan 12 är trasig')
  await resident.say('nej')
  await resident.say('hoppa över')
  await resident.say('070-123 45 67')
  const reply = await resident.say('ja')
  expect(reply.outcome).toBe('handed-off-closed')
  expect(reply.text).toContain('Gata och park ringer dig senast')
  expect(reply.replies.flatMap(({ suggestions }) => suggestions.map(({ label }) => label))).not.toContain(
    'Bli uppringd',
  )
})

test('a question that must be answered says so when it is passed over', async () => {
  await resident.say('jag vill göra en felanmälan')
  expect((await resident.say('hoppa över')).text).toContain('behöver jag svar på')
})

test('help in the middle of misses does not say that it was not understood', async () => {
  await resident.say('jag vill göra en felanmälan')
  await resident.say('blorp')
  expect((await resident.say('hjälp')).text).not.toContain('Jag förstod inte')
})

test.each(['?', '??', 'är du en människa?', 'are you a robot'])(
  '"%s" gets to know who answers',
  async (text) => {
    expect((await resident.say(text)).outcome).toBe('answered-command')
  },
)

test.each(['Storgatan 12 Malmö', 'Storgatan 12 landskrona', 'Storgatan 12, Malmö'])(
  'an address in another town is not taken: %s',
  async (address) => {
    await resident.say('boka grovsopor')
    const reply = await resident.say(address)
    expect(reply.text).toContain('Vi hämtar bara inom kommunen')
    expect(reply.text).not.toContain('Vad ska vi hämta')
  },
)

test('a question is answered whoever is sworn at beside it', async () => {
  expect((await resident.say('när är simhallen öppen din jävla robot')).outcome).toBe('answered-article')
  expect((await resident.say('era jävla idioter svara på frågan')).text).toContain(
    'Jag hör att det inte blev bra',
  )
})

test.each([
  ['sv', 'ångra', 'Här finns inget som jag kan ångra'],
  ['sv', 'jag vill ångra det', 'Här finns inget som jag kan ångra'],
  ['en', 'undo', 'There is nothing here that I can undo'],
  ['fi', 'kumoa', 'Täällä ei ole mitään'],
  ['ar', 'تراجع', 'لا يوجد هنا'],
  ['de', 'rückgängig', 'Hier gibt es nichts'],
  ['es', 'deshacer', 'Aquí no hay nada'],
  ['pl', 'odwołaj', 'Nie ma tu nic'],
] as const)(
  'in %s "%s" with nothing done is told that there is nothing to undo',
  async (language, text, said) => {
    const speaker = await residentOf(store, { language, name: language })
    const { outcome, text: reply } = await speaker.say(text)
    expect(outcome).toBe('answered-command')
    expect(reply.startsWith(said)).toBe(true)
  },
)

test('"ångra" after an article is not read as a question about it', async () => {
  await resident.say('när öppnar simhallen')
  expect((await resident.say('ångra')).text).toContain('Här finns inget som jag kan ångra')
})

test('words that lead to a topic about cancelling still lead there', async () => {
  expect((await resident.say('avboka bokningen')).outcome).toBe('answered-article')
})

test.each([
  'jag heter Anna',
  'Hej, mitt namn är Anna Andersson',
  'My name is Ali',
  'Anna',
  'Maria',
  'hej Mohammed',
])('who only says who they are ("%s") is asked what it is about', async (text) => {
  const { outcome, text: said } = await resident.say(text)
  expect([outcome, said]).toEqual([
    'answered-command',
    expect.stringContaining('Vad kan jag hjälpa dig med?'),
  ])
})

test('who says more than their name is heard', async () => {
  expect((await resident.say('jag heter fel i passet')).text).toContain('Pass')
  expect((await resident.say('jag heter Anna och vill lämna grovsopor')).outcome).not.toBe('answered-command')
})

test.each(['1111', 'x', '2026-11-25', '252 20'])(
  'in "%s" nothing is understood, and no topic guessed at',
  async (text) => {
    const { outcome, replies } = await resident.say(text)
    expect(outcome).toBe('unanswered-out-of-scope')
    expect(replies.flatMap(({ suggestions }) => suggestions).map(({ label }) => label)).toEqual([
      'Prata med en människa',
    ])
  },
)
