// Signs of danger through the bot's front door: the resident is asked first, and gets the answer of the turn all the same.
import { openSqliteStore } from '../../../../adapters/sqlite'
import type { Clock } from '../../../../bot/contracts/basics/clock'
import type { ReadSigns } from '../../../../bot/contracts/talk/danger'
import { toConversationId, toMessageId } from '../../../../bot/contracts/talk/ids'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { Channel, InboundMessage } from '../../../../bot/contracts/talk/message'
import type { EndedTurnFacts } from '../../../../bot/contracts/talk/observer'
import type { Store, StoredTurn } from '../../../../bot/contracts/store/store'
import { shippedSigns } from '../../../support/shipped-danger'
import { nightClock, openTestBot } from '../../../support/test-bot'

const sideways = 'hans mössa ligger bredvid vaken'
const question = 'Är någon i fara just nu? Ring 112.'
const conversationId = toConversationId('web:resident')

let shipped: ReadSigns
let store: Store
let facts: EndedTurnFacts[]
let sent: number
let minutes: number
let ticks: number
/** Each look at the clock that runs is a millisecond later. */
let runs: boolean
const clock: Clock = {
  now: () => new Date(nightClock.now().getTime() + minutes * 60_000 + (runs ? (ticks += 1) : 0)),
}

beforeAll(async () => {
  shipped = await shippedSigns()
})
beforeEach(() => {
  store = openSqliteStore({ file: ':memory:', clock, logger: silentLogger })
  facts = []
  sent = 0
  minutes = 0
  ticks = 0
  runs = false
})
afterEach(() => store.close())

interface Options {
  readonly readSigns?: ReadSigns
  readonly channel?: Channel
}

const say = (text: string, options: Options = {}): Promise<StoredTurn> =>
  send({ kind: 'text', text }, options)

async function send(
  content: InboundMessage['content'],
  { readSigns = shipped, channel = 'web' }: Options = {},
): Promise<StoredTurn> {
  const bot = await openTestBot(store, {
    clock,
    readSigns,
    observer: { turnEnded: (ended) => facts.push(ended) },
  })
  const id = toMessageId(`m${(sent += 1)}`)
  const receivedAt = clock.now().toISOString()
  await bot.receive({ id, conversationId, channel, receivedAt, content })
  return bot.answer(conversationId, id)
}
const textOf = (turn: StoredTurn): string => turn.replies.map(({ text }) => text).join('\n')
const optionsOf = ({ replies }: StoredTurn): readonly string[] =>
  replies.flatMap(({ suggestions }) => suggestions.map(({ label }) => label))
const dangerOf = async (): Promise<unknown> =>
  (JSON.parse((await store.load(conversationId)).state ?? '{}') as { readonly danger?: unknown }).danger

const everything: ReadSigns = () => ({ accident: 0, violence: 0.97, 'self-harm': 0.02 })
const mostly: ReadSigns = () => ({ accident: 0.8, violence: 0, 'self-harm': 0.02 })

test.each(['web', 'sms'] as const)(
  'on %s the question comes first, and then what the turn says anyway',
  async (channel) => {
    const without = await say(sideways, { readSigns: () => undefined, channel })
    await store.erase(conversationId)
    const turn = await say(sideways, { channel })
    expect(textOf(turn).startsWith(question)).toBe(true)
    // Who answers is said with the next text: what is urgent goes before it. "Ja" is no option while danger is asked about.
    expect(textOf(turn)).toContain(
      textOf(without)
        .replace(/^Hej! Jag är stadens robot.*\n\n/, '')
        .replace('1 Ja\n2 Nej', ''),
    )
    expect(optionsOf(turn)).not.toContain('Ja')
    expect(turn.outcome).toBe(without.outcome)
    expect(await dangerOf()).toMatchObject({ at: clock.now().toISOString() })
    expect(facts.at(-1)?.askedAboutDanger).toBeDefined()
    expect(facts[0]?.askedAboutDanger).toBeUndefined()
  },
)

test('is asked once, and again after a quarter of an hour', async () => {
  expect(textOf(await say(sideways))).toContain(question)
  minutes = 14
  expect(textOf(await say(sideways))).not.toContain(question)
  expect(facts.at(-1)?.askedAboutDanger).toBeUndefined()
  minutes = 15
  expect(textOf(await say(sideways))).toContain(question)
})

test('an ordinary question and a cry for help are answered as before', async () => {
  expect(textOf(await say('när töms min soptunna'))).not.toContain(question)
  expect(await dangerOf()).toBeNull()
  const cry = await say('det brinner i köket')
  expect(cry.outcome).toBe('guarded-emergency')
  expect(textOf(cry)).not.toContain(question)
  expect(await dangerOf()).toBeNull()
})

test('a cry for help beside an answer gets its advice alone, also where masks stand between its words', async () => {
  const answer = await say('när töms min soptunna')
  const reason = 'vad gör man om, 070-174 06 05, 070-174 06 06, det brinner i köket'
  const feedback = { kind: 'feedback', replyId: answer.replies[0]?.id ?? '', helpful: false, reason } as const
  const turn = await send(feedback, { readSigns: everything })
  expect(turn.outcome).toBe('guarded-emergency')
  expect(textOf(turn)).not.toContain('i fara')
  expect(await dangerOf()).toBeNull()
})

test('a clear kind brings its line of help', async () => {
  expect(textOf(await say('de står utanför nu', { readSigns: everything }))).toContain('020-50 50 50')
})

test('is asked in the language of the message, without a remark on it', async () => {
  const turn = await say('the ice broke and his red hat is floating there', { readSigns: mostly })
  expect(textOf(turn)).toMatch(/^Is anyone in danger right now\? Call 112\./)
  expect(turn.replies[0]?.language).toBe('en')
  expect((await say('hej där du', { readSigns: mostly })).replies[0]?.language).toBe('sv')
})

describe('in a dialog', () => {
  beforeEach(async () => {
    expect((await say('jag vill göra en felanmälan')).outcome).toBe('asked')
  })

  test('what is wholly the answer to its question is no sign, however much it looks like one', async () => {
    expect(textOf(await say('gatlampa', { readSigns: everything }))).not.toContain(question)
    const place = await say('Brandgatan 3 i Helsingborg', { readSigns: everything })
    expect(place.outcome).toBe('asked')
    expect(textOf(place)).not.toContain(question)
    expect(await dangerOf()).toBeNull()
  })

  test('other words are one only where they are very likely one, and the dialog goes on', async () => {
    expect(textOf(await say('blå galax kvasar nio tusen', { readSigns: mostly }))).not.toContain('i fara')
    const turn = await say('blå galax kvasar nio tusen', { readSigns: everything })
    expect(textOf(turn)).toContain(question)
    expect(textOf(turn)).toContain('Vad gäller felet?')
  })
})

describe('what may hurt somebody, told at a question of a dialog', () => {
  const silent: ReadSigns = () => undefined

  test.each([
    'det ligger kablar öppet och barn leker där',
    'det sprakar om den och barn leker där',
    'sladdar sticker ut löst vid lekplatsen',
  ])('is asked about where a number was wanted, and is called no wrong number: "%s"', async (text) => {
    expect(textOf(await say('lyktstolpe 45123 lyser inte'))).toContain('mobilnummer')
    const turn = await say(text, { readSigns: silent })
    expect(textOf(turn)).toContain(question)
    expect(textOf(turn)).toContain('Vill du få besked')
    expect(textOf(turn)).not.toContain('telefonnummer')
    expect(textOf(await say('hoppa över'))).toContain('Stämmer uppgifterna?')
  })

  test('is asked about where a place was wanted, and is no place', async () => {
    await say('lyktstolpen lutar')
    await say('hoppa över')
    const turn = await say('det hänger lösa elkablar ur stolpen', { readSigns: silent })
    expect(textOf(turn)).toContain(question)
    expect(textOf(turn)).toContain('Var står stolpen?')
    expect(textOf(await say('Storgatan 12'))).toContain('Vill du få besked')
  })

  test('an answer is taken as ever', async () => {
    await say('lyktstolpe 45123 lyser inte')
    const turn = await say('anna@example.se', { readSigns: silent })
    expect(textOf(turn)).not.toContain(question)
    expect(textOf(turn)).toContain('Stämmer uppgifterna?')
  })
})

describe('the answer to the question', () => {
  const advice = 'Ring 112 nu'
  beforeEach(() => {
    runs = true
  })

  test.each([
    ['web', 'ja'],
    ['web', 'Japp!'],
    ['web', 'yes'],
    ['web', 'نعم'],
    ['web', 'haa'],
    ['web', 'ja, det är jag'],
    ['sms', 'ja'],
    ['sms', 'tak'],
  ] as const)('over %s "%s" is a cry for help', async (channel, yes) => {
    await say(sideways, { channel })
    const turn = await say(yes, { channel })
    expect(turn.outcome).toBe('guarded-emergency')
    expect(textOf(turn)).toContain(advice)
    expect(textOf(turn)).not.toContain('Vad kan jag hjälpa dig med?')
  })

  test('brings the advice of the kind, in the language of the question', async () => {
    await say('the ice broke and his red hat is floating there', { readSigns: everything })
    const turn = await say('ja')
    expect(textOf(turn)).toMatch(/^Call 112 now/)
    expect(textOf(turn)).toContain('020-50 50 50')
  })

  test('in a dialog a yes is advised, answers nothing of it, and leaves it open', async () => {
    await say('jag vill göra en felanmälan')
    expect(textOf(await say('blå galax kvasar nio tusen', { readSigns: everything }))).toContain(question)
    const turn = await say('ja')
    expect(turn.outcome).toBe('guarded-emergency')
    expect(optionsOf(turn)).toEqual(['Fortsätt där vi var'])
    expect(turn.replies).toMatchObject([{ aside: true }])
    expect(textOf(await say('fortsätt'))).toContain('Vad gäller felet?')
  })

  test('in a dialog a no that its question cannot take is no miss', async () => {
    await say('jag vill göra en felanmälan')
    await say('blå galax kvasar nio tusen', { readSigns: everything })
    const again = textOf(await say('nej'))
    expect(again).toContain('Vad gäller felet?')
    expect(again).not.toContain('förstod inte')
  })

  test.each(['web', 'sms'] as const)('over %s a no says again what was asked beside it', async (channel) => {
    const asked = await say(sideways, { channel })
    expect(asked.outcome).toBe('clarified')
    const turn = await say('nej', { channel })
    expect(turn.outcome).toBe('clarified')
    const [, beside = ''] = /(Menar du .*)$/m.exec(textOf(asked)) ?? []
    expect(textOf(turn)).toContain(beside)
  })

  test('a no with nothing beside it is no thanks', async () => {
    await say('blå galax kvasar nio tusen', { readSigns: mostly })
    expect(textOf(await say('nej'))).toBe('Vad kan jag hjälpa dig med?')
  })

  test('has its moment: after another turn it is none', async () => {
    await say(sideways)
    minutes = 1
    expect((await say('tack')).outcome).toBe('answered-command')
    minutes = 2
    expect((await say('ja')).outcome).not.toBe('guarded-emergency')
  })

  test('more words, or others, go on as they always did', async () => {
    await say(sideways)
    expect((await say('när töms min soptunna')).outcome).not.toBe('guarded-emergency')
  })
})

test('words that the city has taken for a command are none', async () => {
  expect(textOf(await say('jag vill prata med en människa', { readSigns: everything }))).not.toContain(
    'i fara',
  )
})

test('nothing of it is kept for whoever writes articles', async () => {
  await say(sideways)
  minutes = 1
  await say('kvasarernas rödförskjutning i galax nio')
  expect(await store.records('question', { limit: 10 })).toEqual([])
})

test('without anybody who knows signs the bot answers as it always did', async () => {
  const turn = await say(sideways, { readSigns: () => undefined })
  expect(textOf(turn)).not.toContain(question)
  expect(await dangerOf()).toBeNull()
})
