// One text in the evening in place of single ones: chosen by a word, worded when it goes, sent once a day; on any store.
import type { Content } from '../../../bot/content/content'
import { noHomeCareObserver, type VisitEvent } from '../../../bot/contracts/home-care/home-care'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { OutboundSms, SendResult, SmsSender } from '../../../bot/contracts/sms/sms-gateway'
import type { Store } from '../../../bot/contracts/store/store'
import { ConversationQueue } from '../../../bot/conversation-queue'
import { chooseTexts } from '../../../bot/home-care/choose-texts'
import { recordsOfEnd } from '../../../bot/home-care/end-grants'
import { summaryKind } from '../../../bot/home-care/evening-summary'
import { grantById, grantKeys } from '../../../bot/home-care/grant'
import { tellKind, watchKind } from '../../../bot/home-care/homecare-entries'
import { mayBeTold } from '../../../bot/home-care/may-be-told'
import { noteForUnit } from '../../../bot/home-care/note-for-unit'
import { createTakeFeed } from '../../../bot/home-care/take-feed'
import { tellDay } from '../../../bot/home-care/tell-day'
import { tellRelative } from '../../../bot/home-care/tell-relative'
import { watchVisit } from '../../../bot/home-care/watch-visit'
import { createOutboxWorker } from '../../../bot/outbox/work-outbox'
import { createTextBudget } from '../../../bot/sms/text-budget'
import { createSendText } from '../../../bot/sms/send-text'
import type { StoppedClock } from '../../adapters/store-samples'
import { residentOf } from '../../support/resident'
import { visitsCity } from '../../support/take-and-tell'
import { prove, register, relative, relativePhone } from './relatives'
import { visitEvent } from './visit-events'

const minuteMs = 60_000
const timeZone = 'Europe/Stockholm'
/** A Tuesday at noon in Sweden. */
export const noon = '2026-11-24T11:00:00.000Z'

/** @param openStore a new one, by the test's clock */
export function describeEveningSummary(openStore: () => Promise<Store> | Store, clock: StoppedClock): void {
  let content: Content
  let store: Store
  let sent: OutboundSms[]
  let answers: SendResult[]
  beforeAll(async () => {
    const read = await visitsCity()
    // Quiet as the city has it: what the evening text must wait for.
    content = { ...read, city: { ...read.city, quiet: { from: 21 * 60, to: 8 * 60 } } }
  })
  beforeEach(async () => {
    clock.advance(Date.parse(noon) - clock.now().getTime())
    store = await openStore()
    sent = []
    answers = []
  })
  afterEach(() => store.close())

  const sender: SmsSender = {
    name: 'recorder',
    send(message) {
      const answer = answers.shift() ?? { kind: 'sent', id: `id${sent.length + 1}` }
      if (answer.kind === 'sent') sent.push(message)
      return Promise.resolve(answer)
    },
  }
  const city = () => content.city
  const workOff = () => {
    const queue = new ConversationQueue()
    const sendText = createSendText({
      ...{ store, city, countries: ['+46'], clock },
      senderFor: () => Promise.resolve(sender),
      mayBeTold: async ({ grant = '' }, now) => (await mayBeTold(store, grant, undefined, now)) === 'yes',
      budget: createTextBudget({ kronorPerDay: 1_000, kronorPerPart: 1, timeZone: () => timeZone, clock }),
    })
    const told = { store, content: () => content, sendText, clock, observer: noHomeCareObserver }
    const tellUnit = noteForUnit({ store, city, clock, logger: silentLogger })
    const deeds = new Map([
      [watchKind, watchVisit({ ...told, city, tellUnit })],
      [tellKind, tellRelative({ ...told, inOrder: (key, work) => queue.run(key, work) })],
      [summaryKind, tellDay(told)],
    ])
    return createOutboxWorker({ store, deeds, clock, logger: silentLogger }).workOff()
  }
  const tell = (...events: readonly VisitEvent[]) =>
    createTakeFeed({ store, city, clock, observer: noHomeCareObserver })({
      ...{ signedAt: clock.now(), events, dead: [], dropped: 0 },
    })
  /** To a moment of the city's day in winter, by a feed that gave signs of life before it. */
  const goTo = async (time: string, day = 24, isAlive = true) => {
    clock.advance(Date.parse(`2026-11-${day}T${time}:00+01:00`) - clock.now().getTime() - 6 * minuteMs)
    for (let minute = 0; minute < 6; minute += 1) {
      if (isAlive) await tell()
      clock.advance(minuteMs)
    }
    if (isAlive) await tell()
    await workOff()
  }
  const visit = (id: string, start: string, end: string, day = 24) => ({
    visitId: id,
    occurredAt: clock.now().toISOString(),
    window: {
      start: new Date(`2026-11-${day}T${start}:00+01:00`).toISOString(),
      end: new Date(`2026-11-${day}T${end}:00+01:00`).toISOString(),
    },
  })
  const follow = (changes: Parameters<typeof relative>[1] = {}) =>
    relative({ store, city: city(), clock }, { language: 'sv', ...changes })
  const phone = () =>
    residentOf(store, { channel: 'sms', name: 'relative', from: relativePhone, content, clock })
  const say = async (text: string) => (await phone()).say(text)
  const said = () => sent.map(({ text }) => text)
  /** Of three visits one is done, one is cancelled and one is to come. */
  const day = async () => {
    await tell(
      visitEvent('planned', 1, visit('v1', '13:00', '14:00')),
      visitEvent('planned', 1, visit('v2', '16:00', '16:30')),
      visitEvent('planned', 1, visit('v3', '20:00', '21:00')),
    )
    await goTo('13:41')
    await tell(visitEvent('completed', 2, { visitId: 'v1', occurredAt: clock.now().toISOString() }))
    await goTo('15:00')
    await tell(visitEvent('cancelled', 2, { visitId: 'v2', occurredAt: clock.now().toISOString() }))
    await goTo('15:10')
  }
  const gathered =
    'Besök hos M i dag:\n13-14 klart 13.41\n16-16.30 inställt\n20-21 planerat\nAvsluta med STOPP.'

  test('is chosen with SAMLA: single texts stay away, what is not as planned comes at once, and the day at half past seven', async () => {
    const id = await follow()
    const { text, outcome } = await say('Samla')
    expect([text.replace(/^[^]*?(?=Nu får)/, ''), outcome]).toEqual([
      'Nu får du besöken samlade i ett sms om dagen, klockan 19.30. Är något inte som planerat får du veta det genast. Svara VARJE för ett sms om varje besök.',
      'answered-command',
    ])
    expect(await grantById(store, id)).toMatchObject({ texts: 'summary', alias: 'M', night: false })
    await day()
    expect(said()).toEqual(['Besök 16-16.30 hos M: inställt. Avsluta med STOPP.'])
    await goTo('19:29')
    expect(said()).toHaveLength(1)
    await goTo('19:36')
    expect(said().slice(1)).toEqual([gathered])
    const trail = (await store.recordsUnder('audit', grantKeys.grant(id))).map(({ value }) => value)
    expect(trail).toContainEqual(expect.objectContaining({ what: 'told', news: 'summary' }))
    expect(trail).toContainEqual(expect.objectContaining({ what: 'changed', by: 'relative' }))
  })
  test('goes once, also by two workers and a gateway that failed, and again the next day', async () => {
    await follow()
    await say('summary')
    await day()
    answers = [{ kind: 'failed', code: 'away' }]
    await goTo('19:36')
    await Promise.all([workOff(), workOff()])
    await goTo('20:30')
    expect(said().filter((text) => text.includes('klart'))).toHaveLength(1)
    await tell(visitEvent('planned', 1, visit('v4', '09:00', '10:00', 25)))
    await goTo('09:30', 25)
    await tell(visitEvent('completed', 2, { visitId: 'v4', occurredAt: clock.now().toISOString() }))
    await goTo('19:36', 25)
    expect(said().at(-1)).toBe('Besök hos M i dag:\n9-10 klart 09.30\nAvsluta med STOPP.')
  })
  test('says nothing on a day without visits, and goes on the day after', async () => {
    await follow()
    await say('SAMLA')
    await goTo('19:36')
    expect(said()).toEqual([])
    await tell(visitEvent('planned', 1, visit('v5', '19:00', '20:00', 25)))
    await goTo('19:36', 25)
    expect(said()).toEqual(['Besök hos M i dag:\n19-20 planerat\nAvsluta med STOPP.'])
  })
  test('goes on the day after, where the city has put it later in the day meanwhile', async () => {
    await follow()
    await say('SAMLA')
    await day()
    sent = []
    const before = content
    const { homeCare } = before.city
    content = { ...before, city: { ...before.city, homeCare: { ...homeCare!, summaryMinute: 20 * 60 } } }
    await goTo('19:36')
    await tell(visitEvent('planned', 1, visit('v6', '20:30', '21:00', 25)))
    await goTo('20:06', 25)
    content = before
    expect(said()).toEqual([gathered, 'Besök hos M i dag:\n20.30-21 planerat\nAvsluta med STOPP.'])
  })
  test('comes once the phone is proved, where staff chose it some days before', async () => {
    const parts = { store, city: city(), clock }
    const id = await register(parts)
    const wish = { by: 'anna.k', now: clock.now() }
    const grant = await grantById(store, id)
    const chosen = chooseTexts([grant!], { texts: 'summary' }, wish, city())
    await store.putRecords(chosen.records)
    await store.enqueueAll(chosen.outbox)
    await goTo('19:36')
    await prove(parts, id)
    await tell(visitEvent('planned', 1, visit('v7', '19:00', '20:00', 25)))
    await goTo('19:36', 25)
    expect(said()).toEqual(['Besök hos M i dag:\n19-20 planerat\nAvsluta med STOPP.'])
  })
  test('is worded when it goes: the day of yesterday, when quiet time held it back', async () => {
    await follow()
    await say('SAMLA')
    await day()
    sent = []
    answers = [{ kind: 'failed', code: 'away', afterMs: 2 * 3_600_000 }]
    await goTo('19:36')
    await goTo('22:00')
    expect(said()).toEqual([])
    await tell(visitEvent('completed', 2, { visitId: 'v3', occurredAt: clock.now().toISOString() }))
    await goTo('08:06', 25)
    expect(said()).toEqual([
      'Besök hos M i går:\n13-14 klart 13.41\n16-16.30 inställt\n20-21 klart 22.00\nAvsluta med STOPP.',
    ])
  })
  test.each([
    ['and goes when it is back', '20:30', 24, [gathered]],
    ['and is given up the next morning', '10:31', 25, []],
  ])('waits while the feed is silent, %s', async (_how, time, date, expected) => {
    await follow()
    await say('SAMLA')
    await day()
    sent = []
    await goTo('19:36', 24, false)
    await goTo('20:00', 24, false)
    expect(said()).toEqual([])
    await goTo(time, date)
    expect(said()).toEqual(expected)
  })
  test('says that nothing is registered only of what has been told to be missing, and takes it back', async () => {
    await follow()
    await say('SAMLA')
    await tell(
      visitEvent('planned', 1, visit('v1', '13:00', '14:00')),
      visitEvent('planned', 1, visit('v2', '18:30', '19:15')),
    )
    for (const time of ['14:31', '15:02', '15:10']) await goTo(time)
    expect(said()).toEqual([expect.stringContaining('Besök 13-14 hos M: inget är registrerat än.')])
    await goTo('19:36')
    expect(said().at(-1)).toBe(
      'Besök hos M i dag:\n13-14 inget registrerat än\n18.30-19.15 planerat\nAvsluta med STOPP.',
    )
    await tell(visitEvent('completed', 2, { visitId: 'v1', occurredAt: clock.now().toISOString() }))
    await goTo('19:50')
    expect(said().at(-1)).toContain('Rättelse. Besök 13-14 hos M: registrerat')
  })
  test('tells what was granted and nothing else', async () => {
    await follow({ scopes: ['completed'] })
    await say('SAMLA')
    await day()
    await goTo('19:36')
    expect(said()).toEqual(['Besök hos M i dag:\n13-14 klart 13.41\nAvsluta med STOPP.'])
  })
  test('holds as many visits as three parts do, and says how many more there are', async () => {
    await follow()
    await say('SAMLA')
    await tell(
      ...Array.from({ length: 40 }, (_, n) => {
        const minute = String(n + 10)
        return visitEvent('planned', 1, visit(`v${n}`, `20:${minute}`, `20:${String(n + 11)}`))
      }),
    )
    await goTo('19:36')
    expect(sent).toHaveLength(1)
    expect(said()[0]).toMatch(/\noch \d+ till, svara STATUS\nAvsluta med STOPP\.$/)
    expect(said()[0]!.length).toBeLessThanOrEqual(3 * 153)
  })
  test.each([
    ['after VARJE', () => say('Varje')],
    ['after PAUSA', () => say('PAUSA')],
    ['after STOPP', () => say('STOPP')],
    [
      'when the grant was ended',
      async () =>
        store.putRecords(
          await recordsOfEnd(
            store,
            { clientRef: 'client-1' },
            { why: 'client', by: 'anna.k', now: clock.now() },
          ),
        ),
    ],
  ])('does not come %s', async (_when, stop) => {
    await follow()
    await say('SAMLA')
    await day()
    await stop()
    sent = []
    await goTo('19:36')
    await goTo('19:36', 25)
    expect(said()).toEqual([])
  })
  test('comes back with VARJE as a text for each visit', async () => {
    await follow()
    await say('SAMLA')
    expect((await say('VARJE')).text).toContain('Nu får du ett sms om varje besök.')
    await day()
    expect(said()).toEqual([
      'Besök 13-14 hos M: klart 13.41. Avsluta med STOPP.',
      'Besök 16-16.30 hos M: inställt. Avsluta med STOPP.',
    ])
  })
  test('is told of in the help, and chosen, by nobody else', async () => {
    expect((await say('HJÄLP')).text).not.toContain('SAMLA')
    expect((await say('SAMLA')).outcome).not.toBe('answered-command')
    expect(await store.countOutbox()).toEqual({ waiting: 0, dead: 0 })
    await follow()
    expect((await say('HJÄLP')).text).toContain('SAMLA ger ett sms på kvällen')
  })
}
