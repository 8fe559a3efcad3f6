// A cry for help through the bot's front door: answered before everything, and the resident can go on afterwards.
import { openSqliteStore } from '../../../../adapters/sqlite'
import type { Bot } from '../../../../bot/contracts/bot'
import { toConversationId, toMessageId } from '../../../../bot/contracts/talk/ids'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { Channel, MessageContent } from '../../../../bot/contracts/talk/message'
import type { Store, StoredTurn } from '../../../../bot/contracts/store/store'
import { nightClock, openTestBot } from '../../../support/test-bot'

const conversationId = toConversationId('web:resident')
let store: Store
let bot: Bot
let sent: number

beforeEach(async () => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
  bot = await openTestBot(store, { clock: nightClock })
  sent = 0
})
afterEach(() => store.close())

async function send(content: MessageContent, channel: Channel = 'web'): Promise<StoredTurn> {
  const id = toMessageId(`m${(sent += 1)}`)
  await bot.receive({ id, conversationId, channel, receivedAt: nightClock.now().toISOString(), content })
  return bot.answer(conversationId, id)
}
const say = (text: string, channel?: Channel) => send({ kind: 'text', text }, channel)
const textOf = (turn: StoredTurn) => turn.replies.map((reply) => reply.text).join('\n')
const stateOf = async () =>
  JSON.parse((await store.load(conversationId)).state ?? '{}') as Record<string, unknown>

test('gets what to do now, and marks the conversation', async () => {
  const turn = await say('hjälp det brinner i köket')
  expect(turn.outcome).toBe('guarded-emergency')
  expect(turn.replies).toHaveLength(1)
  expect(textOf(turn)).toContain('112')
  expect(turn.replies[0]).toMatchObject({ sources: [], suggestions: [], asksFeedback: false })
  expect((await stateOf()).emergency).toEqual({ kind: 'fire', at: nightClock.now().toISOString() })
})

test('is answered in its own language, and does not change that of the conversation', async () => {
  const turn = await say('help my house is on fire')
  expect(turn.replies[0]?.language).toBe('en')
  expect((await stateOf()).language).toBe('sv')
})

test('is heard in a text that is too long for anything else', async () => {
  const long = 'det är så mycket på en gång här hemma nu och jag vet inte var jag ska börja. '.repeat(20)
  expect((await say(`${long} jag vill inte leva längre`)).outcome).toBe('guarded-emergency')
  expect((await say(long)).outcome).toBe('guarded-too-long')
})

test('leaves the open dialog as it was, and offers to go on with it', async () => {
  await say('jag vill göra en felanmälan')
  const before = await stateOf()
  const turn = await say('det brinner i huset bredvid')
  expect(turn.outcome).toBe('guarded-emergency')
  const goOn = turn.replies[0]?.suggestions[0]
  expect(goOn?.label).toBe('Fortsätt där vi var')
  expect((await stateOf()).frames).toEqual(before.frames)
  const again = await send({ kind: 'choice', choice: goOn!.choice, label: goOn!.label })
  expect(again.outcome).toBe('asked')
  expect(textOf(again)).toContain('Vad gäller felet?')
  expect((await say('halt')).outcome).toBe('asked')
})

test('is answered when the state of the conversation is lost, and the loss is told too', async () => {
  await say('jag vill göra en felanmälan')
  const id = toMessageId('breaks')
  await bot.receive({
    id,
    conversationId,
    channel: 'web',
    receivedAt: nightClock.now().toISOString(),
    content: { kind: 'text', text: 'hej' },
  })
  const { version } = await store.load(conversationId)
  await store.commit({
    conversationId,
    messageId: id,
    expectedVersion: version,
    state: 'no state at all',
    replies: [],
    outcome: 'answered-command',
    outbox: [],
    records: [],
    at: nightClock.now().toISOString(),
  })
  const turn = await say('mamma andas inte')
  expect(turn.outcome).toBe('guarded-emergency')
  expect(textOf(turn)).toMatch(/112[^]*tappat bort/)
})

test('is one text over SMS, of two parts at most', async () => {
  const turn = await say('jag blir slagen hemma', 'sms')
  expect(turn.outcome).toBe('guarded-emergency')
  expect(textOf(turn)).toContain('020-50 50 50')
})

test.each(['kan jag slå gräset själv', 'jag brinner för skolfrågor', 'lampan på Storgatan 12 har brunnit'])(
  '"%s" is none',
  async (text) => {
    expect((await say(text)).outcome).not.toBe('guarded-emergency')
  },
)

test('a tapped label is none, whatever stands on it', async () => {
  const turn = await send({ kind: 'choice', choice: { name: 'topic', value: 'none' }, label: 'det brinner' })
  expect(turn.outcome).not.toBe('guarded-emergency')
})
