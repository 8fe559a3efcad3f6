// Who is asked something and asks something back: no answer is made of it, and nobody is told that their answer was not understood.
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

const cannot = 'Det kan jag tyvärr inte svara på här'

test.each<[what: string, texts: readonly [string, ...string[]], question: string]>([
  ['the number of a pole', ['lyktstolpe lutar', 'är det farligt'], 'Vilket nummer står på stolpens skylt'],
  [
    'when to be called',
    ['ring mig', 'bygglov', 'hur lång tid tar det innan ni ringer'],
    'När passar det bäst',
  ],
  [
    'a school',
    ['skolbuss till min dotter i femman', 'ja', 'Storgatan 12', 'måste jag svara på det'],
    'Vilken skola',
  ],
])('is asked for %s again', async (_what, texts, question) => {
  const reply = await resident.say(...texts)
  expect(reply.text).toContain(cannot)
  expect(reply.text).toContain(question)
})

test.each(['måste jag vara hemma då?', 'vänta, vad räknas som grovsopor', 'do I have to be at home'])(
  'is told that "%s" cannot be answered',
  async (text) => {
    const reply = await resident.say('jag vill boka grovsopor', text)
    expect(reply.text).toContain(cannot)
    expect(reply.text).not.toContain('Jag förstod inte svaret')
    expect(reply.text).toContain('Vilken adress')
  },
)

test.each(['när ni vill', 'vilken dag som helst', 'kan bara på förmiddagar'])(
  'is heard when "%s" is the answer',
  async (text) => {
    const reply = await resident.say('ring mig', 'bygglov', text)
    expect(reply.text).not.toContain(cannot)
    expect(reply.text).toContain('Vilket nummer ska vi ringa')
  },
)

test('gets a person by a wish for one, whatever stands around it', async () => {
  const asked = ['har hemtjänsten varit hos mamma i dag', 'nej jag vill prata med någon'] as const
  expect((await resident.say(...asked)).outcome).toMatch(/^handed-off/)
})

test('has an errand that ended not begun anew by asking further', async () => {
  const reply = await resident.say('har hemtjänsten varit hos mamma i dag', 'nej', 'vad ska jag göra då?')
  expect(reply.text).not.toContain('Besöken kan jag visa')
  expect(reply.text).toContain('Det vet jag tyvärr inte')
})

test.each(['1', '2 och 3', '17'])(
  'is asked what to help with when "%s" chooses from no list',
  async (text) => {
    const reply = await resident.say(text)
    expect(reply.outcome).toBe('answered-command')
    expect(reply.text).toContain('Vad kan jag hjälpa dig med?')
  },
)

test('is asked plainly again after what is no question', async () => {
  const reply = await resident.say('jag vill boka grovsopor', 'Storgatan 12', 'blå himmel')
  expect(reply.text).toContain('Jag förstod inte svaret')
})

test('may ask what the call is to be about', async () => {
  const reply = await resident.say('ring mig', 'vad kostar bygglov för ett garage')
  expect(reply.text).not.toContain(cannot)
})
