// A desk says several things at once, or in the night: the resident is told what is new, in one message, and nothing of it twice.
import { hearDesk, tellCaseKind } from '../../../bot/cases/hear-desk'
import { tellCase, type TellCaseParts } from '../../../bot/cases/tell-case'
import { writeLetter } from '../../../bot/cases/write-letter'
import type { DeskNews } from '../../../bot/contracts/cases/case-desk'
import type { Clock } from '../../../bot/contracts/basics/clock'
import { toConversationId } from '../../../bot/contracts/talk/ids'
import { letterKind, type Letter } from '../../../bot/contracts/cases/letter'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { SendResult } from '../../../bot/contracts/sms/sms-gateway'
import type { ClaimedEntry, Store } from '../../../bot/contracts/store/store'
import { textMessageKind, type TextMessage } from '../../../bot/contracts/sms/text-message'
import { createOutboxWorker } from '../../../bot/outbox/work-outbox'
import { residentOf } from '../../support/resident'
import { nightClock, openTestBot, shippedContent } from '../../support/test-bot'
import { textDeed } from '../../support/text-deed'

const number = 'F-2026-000001'
const phone = '+46701234567'
const ours = '+46766860000'
const morningClock: Clock = { now: () => new Date('2026-11-24T07:00:00.000Z') }
const hello = 'Hej Anna, vi kommer på tisdag.'

export function describeNews(openStore: () => Promise<Store> | Store): void {
  let store: Store
  let texts: TextMessage[]
  let letters: Letter[]
  let gateway: SendResult
  beforeAll(() => shippedContent())
  beforeEach(async () => {
    store = await openStore()
    texts = []
    letters = []
    gateway = { kind: 'sent', id: 'g1' }
  })
  afterEach(() => store.close())

  const sms = (clock = nightClock) =>
    residentOf(store, { channel: 'sms', name: `our:${phone}`, from: phone, to: ours, clock })
  const reportOnWeb = async (contact = 'hoppa över') => {
    const resident = await residentOf(store, { name: 'ada' })
    for (const text of ['gatlyktan på Storgatan 12 är trasig', 'nej', 'hoppa över', contact, 'ja'])
      await resident.say(text)
    return resident
  }
  const reportBySms = async () => {
    const resident = await sms()
    for (const text of ['gatlyktan på Storgatan 12 är trasig', 'nej', 'ja']) await resident.say(text)
    return resident
  }
  const says = async (...news: readonly (Omit<DeskNews, 'id'> & { readonly id?: string })[]) => {
    const { city } = await shippedContent()
    const hear = hearDesk({ store, city: () => city, clock: nightClock })
    for (const [at, one] of news.entries())
      expect(await hear('gata-park', number, { id: `e${at + 1}`, ...one })).toBe('added')
  }
  const begun = { status: 'Under behandling' } as const
  const done = { status: 'Klart' } as const
  const burst = [{ ...begun, text: hello }, begun, done, done]

  const conversationOf = (theirs: string) =>
    Promise.resolve({ ours, conversationId: toConversationId(`sms:our:${theirs}`) })
  const deedsOf = async (clock: Clock, own: Partial<TellCaseParts>) => {
    const { city } = await shippedContent()
    const bot = await openTestBot(store, { clock })
    const carry = (message: TextMessage) => {
      // What the door has answered with does not wait.
      if (gateway.kind === 'sent' && message.asked !== true) texts.push(message)
      return gateway
    }
    const send = (letter: Letter) => {
      letters.push(letter)
      return Promise.resolve({ kind: 'delivered' } as const)
    }
    const stopUrl = (of: string, token: string) => `https://chatt.exempel.se/letters/${of}/${token}`
    return new Map([
      [
        tellCaseKind,
        tellCase({ store, bot, city: () => city, writesLetters: true, clock, conversationOf, ...own }),
      ],
      [letterKind, writeLetter({ store, city: () => city, send, stopUrl, clock })],
      [textMessageKind, textDeed(store, { city, clock }, carry)],
    ])
  }
  /** One process, until nothing more is due. */
  const work = async (clock = nightClock, own: Partial<TellCaseParts> = {}) => {
    const deeds = await deedsOf(clock, own)
    const worker = createOutboxWorker({ store, deeds, clock, logger: silentLogger })
    while ((await worker.workOff()) > 0);
  }
  /** An entry of the outbox anew, as after a process that died before it could say that it was done. */
  const tellAgain = async (event: string) => {
    const deeds = await deedsOf(nightClock, {})
    const payload = { case: number, event: `desk-${event}` }
    const entry: ClaimedEntry = { id: event, kind: tellCaseKind, dueAt: '', payload, attempts: 2 }
    expect(await deeds.get(tellCaseKind)?.(entry)).toEqual({ kind: 'done' })
  }
  const told = async (conversation = 'web:ada') => {
    const lines = await store.linesAfter(toConversationId(conversation), 0, 1_000)
    return lines.flatMap((line) =>
      line.author === 'bot' && line.outcome === 'told-case' ? [line.reply.text] : [],
    )
  }
  const news = `Nytt om ditt ärende ${number}, Storgatan 12`

  describe('on the web', () => {
    test('what came at once is told as one: the newest status, the words, the question', async () => {
      await reportOnWeb()
      await says(...burst)
      await work()
      expect(await told()).toEqual([`${news}: Klart.\n\nGata och park skriver: ${hello}\n\nÄr det åtgärdat?`])
    })

    test('what came one after another is told with its own status, and what says nothing new is not', async () => {
      await reportOnWeb()
      for (const [at, one] of burst.entries()) {
        await says({ id: `e${at + 1}`, ...one })
        await work()
      }
      await says({ id: 'e5', ...done, text: 'Lampan är ny.' })
      await work()
      expect(await told()).toEqual([
        `${news}: Under behandling.\n\nGata och park skriver: ${hello}`,
        `${news}: Klart.\n\nÄr det åtgärdat?`,
        `${news}: Klart.\n\nGata och park skriver: Lampan är ny.\n\nÄr det åtgärdat?`,
      ])
    })

    test('two processes at once tell each word once', async () => {
      await reportOnWeb()
      await says(...burst, { text: 'Ring oss gärna.' })
      await Promise.all([work(), work()])
      const all = (await told()).join('\n')
      for (const once of [hello, 'Ring oss gärna.', 'Är det åtgärdat?'])
        expect(all.split(once)).toHaveLength(2)
    })

    test('the word of an event that comes after that of a later one is told, without the status that is over', async () => {
      await reportOnWeb()
      await says(...burst)
      await tellAgain('e3')
      await work()
      expect(await told()).toEqual([
        `${news}: Klart.\n\nÄr det åtgärdat?`,
        `${news}: Klart.\n\nGata och park skriver: ${hello}`,
      ])
    })

    test('an entry that is done again after a crash tells nothing twice, also when more has come', async () => {
      await reportOnWeb()
      await says({ id: 'e1', ...begun, text: hello })
      await work()
      await says({ id: 'e2', ...done })
      await tellAgain('e1')
      await work()
      await tellAgain('e2')
      expect(await told()).toEqual([
        `${news}: Under behandling.\n\nGata och park skriver: ${hello}`,
        `${news}: Klart.\n\nÄr det åtgärdat?`,
      ])
    })

    test('what a resident has opened again is told when its department says the same anew', async () => {
      const resident = await reportOnWeb()
      await says({ id: 'e1', ...done })
      await work()
      await resident.say('nej')
      await says({ id: 'e2', ...begun })
      await work()
      await says({ id: 'e3', ...done })
      await work()
      expect(await told()).toEqual([
        `${news}: Klart.\n\nÄr det åtgärdat?`,
        `${news}: Under behandling.`,
        `${news}: Klart.\n\nÄr det åtgärdat?`,
      ])
    })
  })

  describe('over SMS in the night', () => {
    test('nothing goes, and in the morning one text says it all', async () => {
      await reportBySms()
      await says(...burst)
      await work()
      expect([texts, await told(`sms:our:${phone}`)]).toEqual([[], []])
      await work(morningClock)
      expect(texts.map(({ text }) => text)).toEqual([
        `${news}: Klart.\n\nGata och park skriver: ${hello}\n\nÄr det åtgärdat? Svara JA eller NEJ.\n\n1 Ja\n2 Nej`,
      ])
    })

    test('the number that was left on the web gets one text, which says nothing that was written', async () => {
      await reportOnWeb('070-123 45 67')
      await says(...burst)
      await work()
      await work(morningClock)
      expect(texts.map(({ to, text }) => [to, text.match(/Klart|Är det åtgärdat|Hej Anna/g)])).toEqual([
        [phone, ['Klart', 'Är det åtgärdat']],
      ])
    })

    test('so it is where our number is not known before it is sent from', async () => {
      await reportOnWeb('070-123 45 67')
      await says(...burst)
      const own = { conversationOf: undefined } as unknown as Partial<TellCaseParts>
      await work(nightClock, own)
      await work(morningClock, own)
      expect(texts.map(({ text }) => text)).toEqual([`Nytt om ditt ärende ${number}, 24 november: Klart.`])
    })

    test('what was answered elsewhere in the meantime is not texted', async () => {
      const resident = await reportOnWeb('070-123 45 67')
      await says({ id: 'e1', ...done })
      await work()
      await resident.say('nej')
      await work(morningClock)
      expect(texts).toEqual([])
    })
  })

  describe('a bare "nej" over SMS', () => {
    const opened = 'öppet igen'

    test('in the night, before the question is asked, opens nothing; in the morning it does', async () => {
      const resident = await reportBySms()
      await says({ id: 'e1', ...done })
      await work()
      expect((await resident.say('mina ärenden')).text).toContain('Klart')
      expect((await resident.say('nej')).text).not.toContain(opened)
      await work(morningClock)
      expect(texts.map(({ text }) => text)).toEqual([expect.stringContaining('Är det åtgärdat?')])
      expect((await (await sms(morningClock)).say('nej')).text).toContain(opened)
    })

    test('opens nothing while the text that asks waits for a gateway', async () => {
      await reportBySms()
      await says({ id: 'e1', ...done })
      gateway = { kind: 'failed', code: '503' }
      await work(morningClock)
      const resident = await sms(morningClock)
      expect((await resident.say('nej')).text).not.toContain(opened)
      gateway = { kind: 'sent', id: 'g1' }
      await work({ now: () => new Date(morningClock.now().getTime() + 3_600_000) })
      expect(texts).toHaveLength(1)
      expect((await resident.say('nej')).text).toContain(opened)
    })
  })

  test('of several letters that wait the last goes', async () => {
    await reportOnWeb('ada@exempel.se')
    await says(...burst)
    await work()
    expect(letters.map(({ subject }) => subject)).toEqual([`Nytt om ditt ärende ${number}: Klart`])
  })
}
