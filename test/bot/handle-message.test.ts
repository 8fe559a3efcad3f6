import { openSqliteStore } from '../../adapters/sqlite'
import type { Bot } from '../../bot/contracts/bot'
import { DygnetError } from '../../bot/contracts/basics/errors'
import { toConversationId, toMessageId } from '../../bot/contracts/talk/ids'
import { damagedMessage } from '../../bot/contracts/store/stored-line'
import { silentLogger } from '../../bot/contracts/basics/logger'
import type { InboundMessage, MessageContent } from '../../bot/contracts/talk/message'
import type { Store, StoredTurn } from '../../bot/contracts/store/store'
import { nightClock, openTestBot } from '../support/test-bot'

const conversationId = toConversationId('web:resident')

describe('a conversation', () => {
  let store: Store
  let bot: Bot
  let sent: number

  beforeEach(async () => {
    store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
    bot = await openTestBot(store, { clock: nightClock })
    sent = 0
  })
  afterEach(() => store.close())

  const messageOf = (content: MessageContent, extra: Partial<InboundMessage> = {}): InboundMessage => {
    sent += 1
    return {
      id: toMessageId(`m${sent}`),
      conversationId,
      channel: 'web',
      receivedAt: nightClock.now().toISOString(),
      content,
      ...extra,
    }
  }
  const send = async (message: InboundMessage): Promise<StoredTurn> => {
    await bot.receive(message)
    return bot.answer(message.conversationId, message.id)
  }
  const say = (text: string, extra?: Partial<InboundMessage>) =>
    send(messageOf({ kind: 'text', text }, extra))
  const textOf = (turn: StoredTurn) => turn.replies.map((reply) => reply.text).join('\n')
  const labelsOf = (turn: StoredTurn) =>
    turn.replies.flatMap((reply) => reply.suggestions.map(({ label }) => label))

  test('begins with who answers and three suggestions', async () => {
    const turn = await send(messageOf({ kind: 'arrival' }))
    expect(turn.outcome).toBe('welcomed')
    expect(textOf(turn)).toContain('robot')
    expect(labelsOf(turn)).toHaveLength(3)
  })

  test('answers a question from an article with its source', async () => {
    const turn = await say('hur sorterar jag plast')
    expect(turn.outcome).toBe('answered-article')
    expect(turn.replies[0]!.sources[0]).toMatchObject({ articleId: 'sortera-avfall' })
    expect(turn.replies[0]!.asksFeedback).toBe(true)
  })

  test('answers in English on an English page', async () => {
    const turn = await say('which bin for nappies', { language: 'en' })
    expect(turn.outcome).toBe('answered-article')
    expect(turn.replies[0]!.language).toBe('en')
  })

  test('answers English on the Swedish page in Swedish, and asks in English whether to go on in it', async () => {
    const turn = await say('when is the library open on sundays')
    expect(turn.replies.map(({ language }) => language)).toEqual(['en', 'sv'])
    expect(labelsOf(turn)).toContain('English')
    const wanted = await send(
      messageOf({ kind: 'choice', choice: { name: 'language', value: 'en' }, label: 'English' }),
    )
    expect(wanted.outcome).toBe('answered-article')
    expect(wanted.replies.every(({ language }) => language === 'en')).toBe(true)
  })

  test('says in its own words that it does not speak a language, and whom to call', async () => {
    const turn = await say('Когда завтра откроется библиотека')
    expect(turn.outcome).toBe('unanswered-language')
    expect(textOf(turn)).toContain('042-10 50 00')
  })

  test('leads from one sentence to a case number', async () => {
    expect((await say('gatlyktan på Storgatan 12 är trasig')).outcome).toBe('asked')
    await say('nej')
    await say('hoppa över')
    await say('hoppa över')
    const done = await say('ja')
    expect(done.outcome).toBe('completed')
    expect(textOf(done)).toContain('F-2026-000001')
    expect(await store.record('case', 'F-2026-000001')).toMatchObject({
      value: { facts: { category: 'light', place: 'Storgatan 12', urgent: false } },
    })
  })

  test('answers a repeated message with the very same reply and does nothing twice', async () => {
    const texts = ['gatlyktan på Storgatan 12 är trasig', 'nej', 'hoppa över', 'hoppa över']
    for (const text of texts) await say(text)
    const yes = messageOf({ kind: 'text', text: 'ja' })
    const [first, second] = await Promise.all([send(yes), send(yes)])
    const third = await send(yes)
    expect(JSON.stringify(second)).toBe(JSON.stringify(first))
    expect(JSON.stringify(third)).toBe(JSON.stringify(first))
    expect(await store.records('case', { limit: 10 })).toHaveLength(1)
    const lines = await store.linesAfter(conversationId, 0, 100)
    expect(lines.filter((line) => line.author === 'resident')).toHaveLength(5)
  })

  test('answers several messages at once one after another', async () => {
    const messages = Array.from({ length: 10 }, (_, n) => messageOf({ kind: 'text', text: `tack ${n}` }))
    for (const message of messages) await bot.receive(message)
    await Promise.all(messages.map((message) => bot.answer(conversationId, message.id)))
    const lines = await store.linesAfter(conversationId, 0, 100)
    const answered = lines.flatMap((line) => (line.author === 'bot' ? [line.answers] : []))
    expect([...new Set(answered)]).toEqual(messages.map(({ id }) => id))
  })

  test('an answer that is committed is given also when the store goes away before the conversation is let go of', async () => {
    const gone: Store = new Proxy(store, {
      get: (target, name) =>
        name === 'holdConversation'
          ? async (...asked: Parameters<Store['holdConversation']>) => {
              const hold = await target.holdConversation(...asked)
              const release = () => Promise.reject(new DygnetError('store-unavailable', 'gone'))
              return hold && { ...hold, release }
            }
          : (Reflect.get(target, name) as unknown),
    })
    bot = await openTestBot(gone, { clock: nightClock })
    expect((await say('hur sorterar jag plast')).outcome).toBe('answered-article')
  })

  test('refuses a text over a thousand characters kindly and keeps it in the transcript', async () => {
    const turn = await say('hål i gatan '.repeat(100))
    expect(turn.outcome).toBe('guarded-too-long')
    expect(textOf(turn)).toMatch(/1\s?000/)
    expect(await store.linesAfter(conversationId, 0, 10)).toHaveLength(2)
  })

  test('keeps of a text that was refused as too long its beginning only, and no part of a number in it', async () => {
    await say(`${'x'.repeat(992)} 19900101-1239 ${'y'.repeat(14_000)}`)
    const [line] = await store.linesAfter(conversationId, 0, 1)
    const content = line?.author === 'resident' ? line.message.content : undefined
    const text = content?.kind === 'text' ? content.text : ''
    expect([text.length, text.endsWith('…'), text.includes('1990')]).toEqual([1_001, true, false])
    expect(content).toMatchObject({ cut: true })
  })

  test('counts an emoji as one character, however many units a program needs for it', async () => {
    expect((await say('🙈'.repeat(600))).outcome).not.toBe('guarded-too-long')
    expect((await say('🙈'.repeat(1_000))).outcome).not.toBe('guarded-too-long')
    expect((await say('🙈'.repeat(1_001))).outcome).toBe('guarded-too-long')
  })

  test('counts what a sign is written for: everybody would wait for a thousand signs of eighteen letters', async () => {
    expect((await say('½ … ﷺ')).outcome).not.toBe('guarded-too-long')
    expect((await say('ﷺ'.repeat(200))).outcome).toBe('guarded-too-long')
  })

  test('says honestly that it does not know, and offers a person', async () => {
    const turn = await say('blorp fnord xyzzy kvantfysik')
    expect(turn.outcome).toBe('unanswered-out-of-scope')
    expect(labelsOf(turn).length).toBeGreaterThan(0)
  })

  test('tells when a person is there, at 02:30 the next morning', async () => {
    const turn = await say('människa')
    expect(turn.outcome).toBe('handed-off-closed')
    expect(textOf(turn)).toContain('i dag klockan 8.00')
  })

  test('answers a question in the middle of a dialog and asks the open question again', async () => {
    await say('jag vill göra en felanmälan')
    const turn = await say('hur sorterar jag plast?')
    expect(turn.outcome).toBe('answered-article')
    expect(textOf(turn)).toContain('Vad gäller felet?')
  })

  test('offers a person after the third time it did not understand an answer', async () => {
    await say('jag vill göra en felanmälan')
    await say('blorp')
    await say('fnord')
    const turn = await say('xyzzy')
    expect(labelsOf(turn)).toContain('Prata med en människa')
  })

  test('one dialog interrupts another, and the first one comes back', async () => {
    await say('jag vill göra en felanmälan')
    await say('halt')
    await say('boka hämtning av grovsopor')
    const turn = await say('avbryt')
    expect(textOf(turn)).toContain('Felanmälan')
    expect(textOf(turn)).toContain('Var är det?')
  })

  test('a button leaves no dialog that words may not leave, but takes the call that is offered in it', async () => {
    const tap = (value: string) =>
      send(messageOf({ kind: 'choice', choice: { name: 'topic', value }, label: value }))
    const begun = await tap('dialog:hemtjanst-besok')
    const tapped = await tap('dialog:grovsopor')
    expect(textOf(tapped)).toContain('Den knappen gäller inte längre.')
    expect(textOf(tapped)).toContain(textOf(begun))
    expect((await tap('article:biblioteket')).outcome).toBe('answered-article')
    expect(textOf(await tap('dialog:bli-uppringd'))).not.toContain('gäller inte längre')
  })

  test('the language can be changed in the middle of a dialog and nothing is asked again', async () => {
    await say('jag vill göra en felanmälan')
    await say('halt')
    const turn = await send(messageOf({ kind: 'language', language: 'en' }))
    expect(textOf(turn)).toContain('Where is it?')
  })

  test('a state that cannot be read is set aside and the resident is told', async () => {
    await say('jag vill göra en felanmälan')
    const { version } = await store.load(conversationId)
    const broken = messageOf({ kind: 'text', text: 'x' })
    await bot.receive(broken)
    await store.commit({
      conversationId,
      messageId: broken.id,
      expectedVersion: version,
      state: '{"format":99}',
      replies: [],
      outcome: 'asked',
      outbox: [],
      records: [],
      at: nightClock.now().toISOString(),
    })
    const turn = await say('halt')
    expect(turn.outcome).toBe('failed-state')
    expect(textOf(turn).length).toBeGreaterThan(20)
    expect(await store.records('set-aside', { limit: 1 })).toMatchObject([
      { value: { state: '{"format":99}' } },
    ])
    expect((await say('jag vill göra en felanmälan')).outcome).toBe('asked')
  })

  test('a kept message that cannot be read is set aside, told honestly once, and the talk goes on', async () => {
    await say('jag vill göra en felanmälan')
    const message = messageOf({ kind: 'text', text: 'halt' })
    await bot.receive(message)
    const damaged = damagedMessage('{"half', conversationId, message.id, nightClock.now())
    const nextWaiting = () => Promise.resolve({ message: damaged, sequence: 3, attempts: 1 })
    const logged: object[] = []
    const logger = { ...silentLogger, error: (facts: object) => void logged.push(facts) }
    const turn = await (
      await openTestBot({ ...store, nextWaiting }, { clock: nightClock, logger })
    ).answer(conversationId, message.id)
    expect(turn.outcome).toBe('failed-state')
    expect(textOf(turn)).toContain('kunde tyvärr inte läsa')
    expect(textOf(turn)).toContain('Vad gäller felet?')
    expect(logged).toMatchObject([{ conversationId, sequence: 3 }])
    expect(JSON.stringify(logged)).not.toContain('half')
    expect(await store.records('set-aside', { limit: 2 })).toMatchObject([
      { id: `${conversationId}/line 3`, value: { line: '{"half' } },
    ])
    const next = await say('halt')
    expect(next.outcome).toBe('asked')
    expect(textOf(next)).not.toContain('kunde tyvärr inte läsa')
  })

  test('a turn that fails gives a sentence with a code, a log line with the same code, and keeps the message', async () => {
    const logged: { facts: object; text: string }[] = []
    const logger = {
      ...silentLogger,
      error: (facts: object, text: string) => void logged.push({ facts, text }),
    }
    bot = await openTestBot(store, {
      clock: nightClock,
      logger,
      runAction: ({ name }) =>
        name === 'create_case'
          ? Promise.reject(new Error('the desk exploded over "Min hemlighet"'))
          : Promise.resolve({ kind: 'failed', failure: 'none_found' }),
    })
    for (const text of ['gatlyktan på Storgatan 12 är trasig', 'nej', 'hoppa över', 'hoppa över'])
      await say(text)
    const turn = await say('ja')
    expect(turn.outcome).toBe('failed-unknown')
    const { correlationId } = logged[0]!.facts as { correlationId: string }
    expect(textOf(turn)).toContain(correlationId)
    const lines = await store.linesAfter(conversationId, 0, 100)
    expect(lines.at(-2)).toMatchObject({ author: 'resident', message: { content: { text: 'ja' } } })
    // The resident can simply try again, when the desk is well.
    bot = await openTestBot(store, { clock: nightClock })
    expect((await say('ja')).outcome).toBe('completed')
  })

  test('a message whose turns never end is given up after three, and the conversation goes on', async () => {
    const message = messageOf({ kind: 'text', text: 'hej' })
    await bot.receive(message)
    for (let begun = 0; begun < 3; begun += 1) await store.nextWaiting(conversationId)
    expect((await bot.answer(conversationId, message.id)).outcome).toBe('failed-unknown')
    expect((await say('jag vill göra en felanmälan')).outcome).toBe('asked')
  })

  const builtIn = ['constructor', '__proto__', 'toString', 'hasOwnProperty']
  const names = ['command', 'language', 'topic', 'answer:kind', 'answer:place', 'confirm:send', 'change']
  test.each(names.flatMap((name) => builtIn.map((value) => [name, value])))(
    'a tap of %s with the value %s, which every object has, is no more than an unknown button',
    async (name, value) => {
      for (const choice of [
        { name, value },
        { name: `answer:${value}`, value },
      ])
        expect((await send(messageOf({ kind: 'choice', choice, label: value }))).outcome).not.toBe(
          'failed-unknown',
        )
      await say('jag vill göra en felanmälan')
      expect(
        (await send(messageOf({ kind: 'choice', choice: { name, value }, label: value }))).outcome,
      ).not.toBe('failed-unknown')
      expect((await say(value)).outcome).not.toBe('failed-unknown')
    },
  )

  test('feedback is kept under its answer with its topic', async () => {
    const answer = await say('hur sorterar jag plast')
    const replyId = answer.replies[0]!.id
    const turn = await send(messageOf({ kind: 'feedback', replyId, helpful: false, reason: 'För allmänt' }))
    expect(turn).toMatchObject({ outcome: 'noted-feedback', replies: [] })
    expect(await store.records('feedback', { limit: 1 })).toMatchObject([
      { value: { replyId, helpful: false, reason: 'För allmänt', topic: 'article:sortera-avfall' } },
    ])
  })

  test('feedback has the topic and the language of its own reply, whatever was talked about since', async () => {
    const answer = await say('hur sorterar jag plast')
    await say('when is the library open on sundays')
    await send(messageOf({ kind: 'feedback', replyId: answer.replies[0]!.id, helpful: true }))
    expect(await store.records('feedback', { limit: 1 })).toMatchObject([
      { value: { topic: 'article:sortera-avfall', language: 'sv' } },
    ])
  })

  test('feedback on a question of a dialog is about the dialog', async () => {
    const asked = await say('jag vill göra en felanmälan')
    await say('hur sorterar jag plast?')
    await send(messageOf({ kind: 'feedback', replyId: asked.replies[0]!.id, helpful: true }))
    expect(await store.records('feedback', { limit: 1 })).toMatchObject([
      { value: { topic: 'dialog:felanmalan' } },
    ])
  })

  test('a cry for help in feedback is answered, and the feedback is kept', async () => {
    const answer = await say('hur sorterar jag plast')
    const reason = 'jag orkar inte leva längre'
    const replyId = answer.replies[0]!.id
    const turn = await send(messageOf({ kind: 'feedback', replyId, helpful: false, reason }))
    expect(turn.outcome).toBe('guarded-emergency')
    expect(turn.replies.map(({ text }) => text).join()).toContain('112')
    expect(await store.records('feedback', { limit: 1 })).toMatchObject([{ value: { replyId, reason } }])
    expect((await store.load(conversationId)).state).toContain('"emergency":{"kind":"self-harm"')
  })

  test('feedback on a reply that was never given is not kept', async () => {
    const answer = await say('hur sorterar jag plast')
    for (const replyId of [`${answer.messageId}/9`, 'm99/1', '/1', '__proto__/1'])
      expect((await send(messageOf({ kind: 'feedback', replyId, helpful: true }))).outcome).toBe(
        'ignored-feedback',
      )
    expect(await store.records('feedback', { limit: 1 })).toEqual([])
  })
})
