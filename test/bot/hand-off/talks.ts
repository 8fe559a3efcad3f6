// A talk goes to a person and comes back: who gets it, who reads what, and when the bot is silent; on any store.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createFileShelf } from '../../../adapters/file-shelf'
import { closeTalk, closeTalkKind } from '../../../bot/hand-off/close-talk'
import { createHandOffDesk } from '../../../bot/hand-off/hand-off-desk'
import { talkRecord, type HandOffTalk } from '../../../bot/hand-off/hand-off-record'
import type { Content } from '../../../bot/content/content'
import { conversationIn, type Conversation } from '../../../bot/contracts/talk/conversation'
import type { Clock } from '../../../bot/contracts/basics/clock'
import type { Agent, HandOffDesk } from '../../../bot/contracts/cases/hand-off-desk'
import type { InboundMessage } from '../../../bot/contracts/talk/message'
import { toConversationId, toMessageId } from '../../../bot/contracts/talk/ids'
import type { Store } from '../../../bot/contracts/store/store'
import type { TextMessage } from '../../../bot/contracts/sms/text-message'
import { failTurn, houseMessage } from '../../support/fail-turn'
import { pngPicture } from '../../support/pictures'
import { residentOf, type Resident } from '../../support/resident'
import { openTestBot, shippedContent } from '../../support/test-bot'

const clockAt = (time: string): Clock => ({ now: () => new Date(time) })
/** A Wednesday at ten in Sweden, when departments are open. */
const open = clockAt('2026-11-25T09:00:00.000Z')
const night = clockAt('2026-11-25T22:00:00.000Z')
const department = 'kontaktcenter'
/** Somebody whose system knows them by their name, if by nothing else. */
const agent = (name: string, id = name): Agent => ({ name, id })

/** @param openAnother another connection to the same store, as a second process has it. */
export function describeTalks(
  openStore: () => Promise<Store> | Store,
  openAnother: () => Promise<Store> | Store,
): void {
  let store: Store
  let content: Content
  const directory = mkdtempSync(join(tmpdir(), 'dygnet-talks-'))
  const shelf = createFileShelf({ directory, maxBytes: 100_000 })
  beforeAll(() => shippedContent())
  afterAll(() => rmSync(directory, { recursive: true }))
  beforeEach(async () => {
    const shipped = await shippedContent()
    const own = shipped.city.departments.get(department)!
    const departments = new Map(shipped.city.departments).set(department, { ...own, queue: 2 })
    content = { ...shipped, city: { ...shipped.city, departments } }
    store = await openStore()
  })
  afterEach(() => store.close())

  const resident = (name = 'ada', clock = open) => residentOf(store, { name, content, clock, shelf })
  const deskOn = async (own: Store, clock = open): Promise<HandOffDesk> =>
    createHandOffDesk({
      store: own,
      city: () => content.city,
      bot: await openTestBot(own, { content, clock }),
      clock,
      shelf,
      casesSeenBy: () => Promise.resolve([]),
      callBackDone: () => Promise.resolve('unknown'),
    })
  const wait = async (person: Resident, summary = 'ja') => {
    await person.say('prata med en människa')
    return person.say(summary)
  }
  const idOf = async (desk: HandOffDesk, at = 0) => (await desk.list(department))[at]?.id ?? ''
  const replies = async (name = 'web:ada') => {
    const lines = await store.linesAfter(toConversationId(name), 0, 1_000)
    return lines.flatMap((line) => (line.author === 'bot' ? [line.reply] : []))
  }
  const said = async (name?: string) => (await replies(name)).map(({ text }) => text)
  /** A resident who waits, and the agent Anna who has taken the talk. */
  const taken = async () => {
    const person = await resident()
    await wait(person)
    const desk = await deskOn(store)
    const id = await idOf(desk)
    expect(await desk.claim(department, id, agent('Anna'))).toBe('done')
    return { person, desk, id }
  }

  test('a person still sees what is said, and the newest of it, in a talk of more than ten thousand lines', async () => {
    const { desk, id } = await taken()
    const line = (n: number): InboundMessage => ({
      id: toMessageId(`m${n}`),
      conversationId: toConversationId('web:ada'),
      channel: 'web',
      receivedAt: '2026-11-25T09:01:00.000Z',
      content: { kind: 'text', text: `rad ${n}` },
    })
    // In portions: what is asked of Redis at once has two seconds.
    for (let from = 0; from < 10_100; from += 100)
      await Promise.all(Array.from({ length: 100 }, (_, n) => store.accept(line(from + n))))
    const read = await desk.read(department, id, 0)
    expect([read?.lines.length, read?.lines.at(-1)?.text]).toEqual([200, 'rad 10099'])
    const last = read?.lines.at(-1)?.sequence ?? 0
    expect((await desk.read(department, id, last - 1))?.lines.map(({ text }) => text)).toEqual(['rad 10099'])
    expect((await desk.read(department, id, last))?.lines).toEqual([])
  })

  describe('a resident who wants a person', () => {
    test('is asked whether what was said may go along, and then waits', async () => {
      const person = await resident()
      expect(await person.say('prata med en människa')).toMatchObject({
        outcome: 'handed-off',
        text: 'Kontaktcenter kan chatta med dig nu. Får de se vad vi har pratat om?',
      })
      expect((await person.say('ja')).text).toContain('ser nu att du väntar')
      expect(await (await deskOn(store)).list(department)).toMatchObject([
        { state: 'waiting', agent: null, channel: 'web', language: 'sv' },
      ])
    })

    test.each([
      ['the department is closed', night, 2],
      ['it takes no talks', open, undefined],
    ])('is told the number where %s', async (_name, clock, queue) => {
      const own = content.city.departments.get(department)!
      const { queue: _queue, ...without } = own
      expect(_queue).toBe(2)
      const changed = queue === undefined ? without : { ...without, queue }
      content = {
        ...content,
        city: { ...content.city, departments: new Map(content.city.departments).set(department, changed) },
      }
      const answered = await (await resident('ada', clock)).say('prata med en människa')
      expect(answered.text).toContain('042-10 50 00')
      expect(await (await deskOn(store)).list(department)).toEqual([])
    })

    test('is told the number where too many wait', async () => {
      for (const name of ['ada', 'bo']) await wait(await resident(name))
      expect((await (await resident('eve')).say('människa')).text).toContain('042-10 50 00')
    })

    test('goes on with the bot who says something else than yes or no', async () => {
      const person = await resident()
      await person.say('människa')
      expect((await person.say('när öppnar tippen')).outcome).not.toBe('handed-off')
      expect(await (await deskOn(store)).list(department)).toEqual([])
    })

    test('who waits when the department closes is told so, and waits no more', async () => {
      await wait(await resident())
      const closing = clockAt('2026-11-25T15:30:00.000Z')
      const bot = await openTestBot(store, { content, clock: closing })
      const due = await store.claimOutbox({ now: closing.now(), leaseMs: 1_000, limit: 9 })
      const entry = due.find(({ kind }) => kind === closeTalkKind)!
      for (let n = 0; n < 2; n += 1) await closeTalk({ store, bot, clock: closing })(entry)
      expect((await said()).filter((text) => text.includes('Kontaktcenter har stängt just nu'))).toHaveLength(
        1,
      )
      expect(await (await deskOn(store)).list(department)).toEqual([])
    })

    test('who waits is told of the closing all the same where the turn that was to say it failed', async () => {
      await wait(await resident())
      const closing = clockAt('2026-11-25T15:30:00.000Z')
      const bot = await openTestBot(store, { content, clock: closing })
      const due = await store.claimOutbox({ now: closing.now(), leaseMs: 1_000, limit: 9 })
      const entry = due.find(({ kind }) => kind === closeTalkKind)!
      const { handOff } = entry.payload as { readonly handOff: string }
      const news = { kind: 'person', handOff, deed: 'close', agent: '' } as const
      await failTurn(store, bot, houseMessage('web:ada', `person/${handOff}/close`, news))
      const close = closeTalk({ store, bot, clock: closing })
      expect(await close(entry)).toMatchObject({ kind: 'retry' })
      expect(await close(entry)).toEqual({ kind: 'done' })
      expect((await said()).slice(-1)).toEqual([expect.stringContaining('Kontaktcenter har stängt just nu')])
      expect((await replies()).some(({ text }) => text.includes('gick fel'))).toBe(false)
      expect(await (await deskOn(store)).list(department)).toEqual([])
    })

    test('who says yes after closing is told so, and does not begin to wait', async () => {
      await (await resident()).say('människa')
      const late = await (await resident('ada', night)).say('ja')
      expect(late).toMatchObject({ outcome: 'handed-off-closed' })
      expect(late.text).toContain('Kontaktcenter har stängt just nu')
      expect(await (await deskOn(store)).list(department)).toEqual([])
      expect((await (await resident('ada', night)).say('ja')).text).not.toContain('väntar')
    })

    test('has a place in the queue where those before waited on an earlier day', async () => {
      for (const name of ['ada', 'bo']) await wait(await resident(name))
      const eve = await resident('eve', clockAt('2026-11-26T09:00:00.000Z'))
      expect((await eve.say('människa')).text).toContain('kan chatta med dig nu')
    })

    test('is answered by the bot while waiting, and told when nobody is there any more', async () => {
      await wait(await resident())
      expect((await (await resident()).say('hej')).text).toContain('Vad kan jag hjälpa dig med?')
      const late = await (await resident('ada', night)).say('när öppnar tippen')
      expect(late.text).toMatch(/Kontaktcenter har stängt just nu[^]*återvinning/i)
      expect(late.outcome).toMatch(/^answered/)
      expect(await (await deskOn(store)).list(department)).toEqual([])
    })
  })

  describe('what was said before', () => {
    test.each([
      ['ja', true],
      ['nej', false],
    ])('is read by the department after "%s": %s', async (summary, isRead) => {
      const person = await resident()
      await person.say('jag har en hemlighet om tippen')
      await wait(person, summary)
      const desk = await deskOn(store)
      const talk = await desk.read(department, await idOf(desk), 0)
      expect(JSON.stringify(talk?.lines).includes('hemlighet')).toBe(isRead)
    })
  })

  describe('a person who has the talk', () => {
    test('is named to the resident, and their words come as they were written', async () => {
      const { person, desk, id } = await taken()
      expect((await said()).at(-1)).toContain('Anna från Kontaktcenter är här nu')
      expect(await desk.reply(department, id, agent('Anna'), 'r1', 'Hej! Vilken *gata* är det?')).toBe('done')
      expect((await replies()).at(-1)).toMatchObject({
        text: 'Anna: Hej! Vilken \\*gata\\* är det?',
        person: { name: 'Anna', text: 'Hej! Vilken \\*gata\\* är det?' },
      })
      expect(await person.say('Storgatan, vid parken')).toMatchObject({
        outcome: 'passed-on',
        replies: [],
      })
      const talk = await desk.read(department, id, 0)
      expect(talk?.lines.slice(-2)).toMatchObject([
        { author: 'person', text: expect.stringContaining('Vilken') as string },
        { author: 'resident', text: expect.stringContaining('Storgatan') as string },
      ])
    })

    test('says a thing once, however often it comes', async () => {
      const { desk, id } = await taken()
      for (let n = 0; n < 3; n += 1)
        expect(await desk.reply(department, id, agent('Anna'), 'r1', 'Hej')).toBe('done')
      expect((await said()).filter((text) => text === 'Anna: Hej')).toHaveLength(1)
    })

    test('is told when a second sentence comes under the id of the first, also at the same moment', async () => {
      const { desk, id } = await taken()
      const reply = (message: string, text: string) =>
        desk.reply(department, id, agent('Anna'), message, text)
      expect([await reply('r1', 'Hej'), await reply('r1', 'Är du kvar?')]).toEqual(['done', 'taken'])
      const atOnce = await Promise.all(['Ett', 'Två', 'Tre'].map((text) => reply('r2', text)))
      expect(atOnce.sort()).toEqual(['done', 'taken', 'taken'])
      expect((await said()).filter((text) => text.startsWith('Anna: '))).toHaveLength(2)
      expect(await desk.end(department, id, agent('Anna'))).toBe('done')
      expect([await reply('r1', 'Hej'), await reply('r1', 'Är du kvar?')]).toEqual(['done', 'taken'])
      expect(await desk.end(department, id, agent('Bo'))).toBe('not-yours')
    })

    test('is the only one who may answer or end it', async () => {
      const { desk, id } = await taken()
      expect([
        await desk.claim(department, id, agent('Bo')),
        await desk.reply(department, id, agent('Bo'), 'r1', 'Hej'),
        await desk.end(department, id, agent('Bo')),
        await desk.claim('avfall', id, agent('Anna')),
        await desk.reply('avfall', id, agent('Anna'), 'r1', 'Hej'),
        await desk.read('avfall', id, 0),
        await desk.claim(department, 'H-0', agent('Anna')),
      ]).toEqual(['not-yours', 'not-yours', 'not-yours', 'unknown', 'unknown', undefined, 'unknown'])
      expect(await desk.claim(department, id, agent('Anna'))).toBe('done')
    })

    test('may try again when taking it failed', async () => {
      await wait(await resident())
      const desk = await deskOn(store)
      const id = await idOf(desk)
      const bot = await openTestBot(store, { content, clock: open })
      const person = { kind: 'person', handOff: id, deed: 'claim', agent: 'Anna', agentId: 'anna' } as const
      await failTurn(store, bot, houseMessage('web:ada', `person/${id}/claim/anna`, person))
      expect(await desk.claim(department, id, agent('Anna', 'anna'))).toBe('failed')
      expect(await desk.claim(department, id, agent('Anna', 'anna'))).toBe('done')
    })

    test('is another one than who has the same name', async () => {
      await wait(await resident())
      const desk = await deskOn(store)
      const id = await idOf(desk)
      expect([
        await desk.claim(department, id, agent('Anna', 'anna.ek')),
        await desk.claim(department, id, agent('Anna', 'anna.alm')),
        await desk.reply(department, id, agent('Anna', 'anna.alm'), 'r1', 'Hej'),
        await desk.end(department, id, agent('Anna', 'anna.alm')),
        await desk.claim(department, id, agent('Anna', 'anna.ek')),
        await desk.reply(department, id, agent('Anna', 'anna.ek'), 'r2', 'Hej'),
      ]).toEqual(['done', 'not-yours', 'not-yours', 'not-yours', 'done', 'done'])
      expect((await said()).filter((text) => text === 'Anna: Hej')).toHaveLength(1)
    })

    test('has it also where it was taken before agents had ids', async () => {
      const { desk, id } = await taken()
      const { value } = (await store.record('hand-off', id))!
      await store.putRecord(talkRecord({ ...(value as HandOffTalk), agentId: null }))
      expect(await desk.reply(department, id, agent('Anna'), 'r1', 'Hej')).toBe('done')
      const { state } = await store.load(toConversationId('web:ada'))
      const kept = JSON.parse(state ?? '') as Conversation
      const read = conversationIn(JSON.stringify({ ...kept, person: { ...kept.person, agentId: undefined } }))
      expect(read?.person).toMatchObject({ agent: 'Anna', agentId: 'Anna' })
      expect(await desk.end(department, id, agent('Bo'))).toBe('not-yours')
      expect(await desk.end(department, id, agent('Anna'))).toBe('done')
    })

    test('ends it, and the bot answers again', async () => {
      const { person, desk, id } = await taken()
      await desk.reply(department, id, agent('Anna'), 'r1', 'Hej!')
      expect(await desk.end(department, id, agent('Anna'))).toBe('done')
      expect((await said()).at(-1)).toContain('Nu svarar roboten igen')
      // So that the widget waits for nobody in between.
      expect((await replies()).map(({ withPerson }) => withPerson ?? false).slice(-4)).toEqual([
        ...[false, true, true, false],
      ])
      expect((await person.say('hej')).text).toContain('Vad kan jag hjälpa dig med?')
      expect([
        await desk.reply(department, id, agent('Anna'), 'r2', 'Är du kvar?'),
        await desk.list(department),
      ]).toEqual(['not-yours', []])
    })
  })

  describe('pictures and documents', () => {
    const send = async (person: Resident, name = 'ada') => {
      const bytes = Readable.from([await pngPicture(40, 30)])
      const taken = await shelf.take(toConversationId(`web:${name}`), bytes)
      if (taken.kind !== 'taken') throw new Error(taken.why)
      return { file: taken.file, answered: await person.send([taken.file]) }
    }

    test('that are sent to a person are named in their line, and fetched by who has the talk', async () => {
      const { person, desk, id } = await taken()
      const { file, answered } = await send(person)
      expect(answered).toMatchObject({ outcome: 'passed-on', replies: [] })
      expect((await desk.read(department, id, 0))?.lines.at(-1)).toMatchObject({ text: '', files: [file] })
      const fetched = await desk.file(department, id, file.file)
      expect([fetched?.kind, fetched?.content.subarray(0, 3).toString('hex')]).toEqual(['photo', 'ffd8ff'])
      expect(await desk.file('avfall', id, file.file)).toBeUndefined()
      expect(await desk.file(department, id, 'f'.repeat(32))).toBeUndefined()
      await desk.end(department, id, agent('Anna'))
      expect(await desk.file(department, id, file.file)).toBeUndefined()
    })

    test('of before are not fetched where the resident said no', async () => {
      const person = await resident()
      await person.begin('felanmalan')
      for (const answer of ['klotter', 'Storgatan 12', 'nej']) await person.say(answer)
      const { file } = await send(person)
      await wait(person, 'nej')
      const desk = await deskOn(store)
      expect(await desk.file(department, await idOf(desk), file.file)).toBeUndefined()
    })

    test('are not left with a person who has gone home', async () => {
      await taken()
      const { answered } = await send(await resident('ada', night))
      expect(answered.outcome).toBe('guarded-upload')
      expect(answered.text).toContain('Anna')
    })

    test('may be sent while a person is there, and the page is told so', async () => {
      const { desk, id, person } = await taken()
      const lastReply = async () => {
        const line = (await store.linesAfter(toConversationId('web:ada'), 0, 99)).at(-1)
        return line?.author === 'bot' ? line.reply : undefined
      }
      expect(await lastReply()).toMatchObject({ withPerson: true, takesFiles: { type: 'file' } })
      await desk.end(department, id, agent('Anna'))
      expect((await lastReply())?.withPerson).toBeUndefined()
      expect((await send(person)).answered).toMatchObject({ outcome: 'guarded-upload' })
    })
  })

  describe('the bot, while a person has the talk', () => {
    test('is silent to whatever is written', async () => {
      const { person } = await taken()
      for (const text of ['ja', 'avbryt', 'gatlyktan på Storgatan 12 är trasig', 'människa', 'english'])
        expect(await person.say(text)).toMatchObject({ outcome: 'passed-on', replies: [] })
    })

    test('answers a cry for help', async () => {
      const { person } = await taken()
      expect(await person.say('hjälp det brinner i köket')).toMatchObject({ outcome: 'guarded-emergency' })
    })

    test.each([
      ['is not left alone by a closed department', '2026-11-25T22:00:00.000Z'],
      ['is not left alone by a person who says nothing for two hours', '2026-11-25T11:00:00.000Z'],
    ])('a resident %s', async (_name, time) => {
      await taken()
      const later = await resident('ada', clockAt(time))
      const answered = await later.say('hej')
      expect(answered.text).toContain('Anna från Kontaktcenter är inte längre här. Nu svarar roboten igen.')
      expect(answered.text).toContain('Vad kan jag hjälpa dig med?')
      expect((await later.say('hej')).text).not.toContain('Anna')
      expect(await (await deskOn(store)).list(department)).toEqual([])
    })

    test('waits two hours from the person’s last word', async () => {
      const { id } = await taken()
      await (
        await deskOn(store, clockAt('2026-11-25T10:30:00.000Z'))
      ).reply(department, id, agent('Anna'), 'r', 'Hej')
      const later = await resident('ada', clockAt('2026-11-25T12:29:00.000Z'))
      expect((await later.say('hej')).outcome).toBe('passed-on')
    })

    test('answers where the talk is kept no more', async () => {
      const { person } = await taken()
      await store.purge('hand-off', new Date('2030-01-01'))
      expect((await person.say('hej')).text).toContain('Vad kan jag hjälpa dig med?')
    })

    test('lets through what is too long for it, and what a removed dialog says', async () => {
      const { person, desk } = await taken()
      expect(await person.say('ord '.repeat(300))).toMatchObject({ outcome: 'passed-on', replies: [] })
      const errand = await resident('bo')
      await errand.begin('bli-uppringd')
      await wait(errand)
      const waiting = (await desk.list(department)).find(({ state }) => state === 'waiting')
      expect(await desk.claim(department, waiting?.id ?? '', agent('Bo'))).toBe('done')
      const dialogs = new Map(content.dialogs)
      dialogs.delete('bli-uppringd')
      content = { ...content, dialogs }
      expect(await (await resident('bo')).say('hej')).toMatchObject({ outcome: 'passed-on', replies: [] })
    })

    test('over SMS hears no loop, flood or word of help in what is the person’s', async () => {
      const phone = { from: '+46701234567', to: '+46766860000' }
      const person = await residentOf(store, {
        channel: 'sms',
        name: 'our:x',
        content,
        clock: open,
        ...phone,
      })
      await wait(person)
      const desk = await deskOn(store)
      await desk.claim(department, await idOf(desk), agent('Anna'))
      for (const text of ['ja', 'ja', 'ja', 'hjälp', 'meny'])
        expect(await person.say(text)).toMatchObject({ outcome: 'passed-on', replies: [] })
    })

    test('comes back when it is asked to', async () => {
      const { person, desk, id } = await taken()
      expect(await person.say('Tillbaka till roboten!')).toMatchObject({
        outcome: 'back-to-bot',
        text: 'Nu svarar roboten igen.',
      })
      expect((await person.say('hej')).outcome).toBe('answered-command')
      expect(await desk.reply(department, id, agent('Anna'), 'r1', 'Hallå?')).toBe('not-yours')
    })
  })

  test('of a department whose desk takes none is the contact centre’s to take, and no other’s', async () => {
    const { city } = content
    const [centre, own] = [department, 'gata-park'].map((id) => city.departments.get(id)!)
    const desk = { kind: 'email', to: 'kc@exempel.se' } as const
    const departments = new Map(city.departments).set(department, { ...centre!, desk })
    const open311 = { kind: 'open311', to: 'https://exempel.se/v2' } as const
    departments.set('gata-park', { ...own!, desk: open311, queue: 2 })
    content = { ...content, city: { ...city, departments } }
    const person = await resident()
    await person.begin('felanmalan')
    await wait(person)
    const hands = await deskOn(store)
    const id = await idOf(hands)
    expect(await hands.list('avfall')).toEqual([])
    expect(await hands.claim('avfall', id, agent('Bo'))).toBe('unknown')
    expect(await hands.claim(department, id, agent('Anna'))).toBe('done')
    expect(await hands.list('gata-park')).toMatchObject([{ id, agent: 'Anna' }])
    expect(await hands.reply(department, id, agent('Anna'), 'r1', 'Hej!')).toBe('done')
    expect(await hands.end(department, id, agent('Anna'))).toBe('done')
  })

  test('over SMS the question whether what was said may go along is answered by its number', async () => {
    const phone = { from: '+46701234567', to: '+46766860000' }
    const person = await residentOf(store, { channel: 'sms', name: 'our:x', content, clock: open, ...phone })
    expect((await person.say('prata med en människa')).text).toMatch(/\n1 Ja\n2 Nej$/)
    expect((await person.say('2')).text).toContain('ser nu att du väntar')
  })

  describe('over SMS', () => {
    const phone = { from: '+46701234567', to: '+46766860000' }
    const texting = async () => {
      const person = await residentOf(store, {
        channel: 'sms',
        name: 'our:x',
        content,
        clock: open,
        ...phone,
      })
      await wait(person)
      const desk = await deskOn(store)
      const id = await idOf(desk)
      await desk.claim(department, id, agent('Anna'))
      return { person, desk, id }
    }
    const textsInOrder = async () => {
      const texts: TextMessage[] = []
      for (;;) {
        const claimed = await store.claimOutbox({ now: new Date('2027-01-01'), leaseMs: 1_000, limit: 9 })
        if (claimed.length === 0) return texts
        for (const { id, kind, payload } of claimed) {
          await store.finishOutbox(id)
          if (kind === 'sms') texts.push(payload as TextMessage)
        }
      }
    }

    test('a person’s words go as texts that quiet time does not hold up, in the order they were said', async () => {
      const { desk, id } = await texting()
      for (const [at, text] of ['Hej! Vilken gata är det?', 'Den vid skolan?', 'Då vet jag.'].entries())
        await desk.reply(department, id, agent('Anna'), `r${at}`, text)
      const told = { to: phone.from, from: phone.to, asked: true }
      const texts = await textsInOrder()
      expect(texts.filter(({ text }) => text.startsWith('Anna: '))).toMatchObject([
        { ...told, text: 'Anna: Hej! Vilken gata är det?' },
        { ...told, text: 'Anna: Den vid skolan?' },
        { ...told, text: 'Anna: Då vet jag.' },
      ])
    })

    test('STOPP ends it: no word comes any more, and the person hears that it is over', async () => {
      const { person, desk, id } = await texting()
      expect((await person.say('STOPP')).outcome).toBe('guarded-opted-out')
      await textsInOrder()
      expect(await desk.reply(department, id, agent('Anna'), 'r1', 'Hej, hur kan jag hjälpa dig?')).toBe(
        'not-yours',
      )
      expect(await desk.end(department, id, agent('Anna'))).toBe('not-yours')
      expect(await textsInOrder()).toEqual([])
      expect((await person.say('när har biblioteket öppet?')).outcome).toBe('answered-article')
    })
  })

  test('two agents on two nodes cannot have one talk', async () => {
    const other = await openAnother()
    try {
      const desks = [await deskOn(store), await deskOn(other)]
      for (const name of ['a', 'b', 'c', 'd']) {
        await wait(await resident(name))
        const id = await idOf(desks[0]!)
        const agents = ['Anna', 'Bo', 'Cia', 'Dan', 'Eva', 'Finn']
        const claimed = await Promise.all(
          agents.map((name, at) => desks[at % 2]!.claim(department, id, agent(name))),
        )
        expect(claimed.filter((answer) => answer === 'done')).toHaveLength(1)
        expect((await said(`web:${name}`)).filter((text) => text.includes('är här nu'))).toHaveLength(1)
        await desks[0]!.end(department, id, agent(agents[claimed.indexOf('done')]!))
      }
    } finally {
      await other.close()
    }
  })
}
