// From a signed event to the text in the outbox, by way of every reason to say something else, later, or nothing.
import { openSqliteStore } from '../../../adapters/sqlite'
import type { Content } from '../../../bot/content/content'
import { ConversationQueue } from '../../../bot/conversation-queue'
import type { City } from '../../../bot/contracts/city/city'
import { deskNoteEntryKind } from '../../../bot/contracts/cases/desk-note'
import {
  noHomeCareObserver,
  severalNotice,
  type VisitEvent,
} from '../../../bot/contracts/home-care/home-care'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { OutboundSms, SendResult, SmsSender } from '../../../bot/contracts/sms/sms-gateway'
import type { Store } from '../../../bot/contracts/store/store'
import { tellDesk } from '../../../bot/desk-notes/tell-desk'
import { settleMs } from '../../../bot/home-care/feed-pulse'
import { recordsOfEnd } from '../../../bot/home-care/end-grants'
import {
  grantById,
  grantKeys,
  grantsOfPhone,
  pieceRecord,
  type WishedTexts,
} from '../../../bot/home-care/grant'
import { tellKind, watchKind } from '../../../bot/home-care/homecare-entries'
import { mayBeTold } from '../../../bot/home-care/may-be-told'
import { waitingTimes } from '../../../bot/home-care/policy'
import { noteForUnit, unitAlertsKey } from '../../../bot/home-care/note-for-unit'
import { createTakeFeed } from '../../../bot/home-care/take-feed'
import { tellRelative, type TellParts } from '../../../bot/home-care/tell-relative'
import { recordsOfVisit } from '../../../bot/home-care/visit-record'
import { watchVisit } from '../../../bot/home-care/watch-visit'
import { createOutboxWorker } from '../../../bot/outbox/work-outbox'
import { applyRetention } from '../../../bot/retention/apply-retention'
import { createTextBudget } from '../../../bot/sms/text-budget'
import { createSendText } from '../../../bot/sms/send-text'
import { stopClock, type StoppedClock } from '../../adapters/store-samples'
import { shippedContent } from '../../support/test-bot'
import { relative, relativePhone } from './relatives'
import { morning, visitEvent } from './visit-events'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
const minuteMs = 60_000
const hourMs = 60 * minuteMs

describe('relatives', () => {
  let content: Content
  let city: City
  let clock: StoppedClock
  let store: Store
  let take: ReturnType<typeof createTakeFeed>
  beforeAll(async () => {
    content = await shippedContent()
    city = content.city
  })
  beforeEach(() => {
    // 06.30 in the morning of the visit between 8 and 9; quiet time ends at 8.
    clock = stopClock('2026-11-24T05:30:00.000Z')
    store = openSqliteStore({ file: ':memory:', clock, logger: silentLogger })
    take = createTakeFeed({ store, city: () => city, clock, observer: noHomeCareObserver })
  })
  afterEach(() => store.close())

  let sent: OutboundSms[]
  let answers: SendResult[]
  beforeEach(() => {
    sent = []
    answers = []
  })
  const sender: Mutable<SmsSender> = {
    name: 'recorder',
    send(message) {
      const answer = answers.shift() ?? { kind: 'sent', id: `id${sent.length + 1}` }
      if (answer.kind === 'sent') sent.push(message)
      return Promise.resolve(answer)
    },
  }
  const away: SendResult = { kind: 'failed', code: 'away' }
  /** Works off what is due. */
  const workOff = (kept = store) => {
    const timeZone = 'Europe/Stockholm'
    const tellUnit = noteForUnit({ store, city: () => city, clock, logger: silentLogger })
    const sendText = createSendText({
      store: kept,
      senderFor: () => Promise.resolve(sender),
      city: () => city,
      mayBeTold: async ({ grant = '' }, now) => (await mayBeTold(store, grant, undefined, now)) === 'yes',
      budget: createTextBudget({ kronorPerDay: 1_000, kronorPerPart: 1, timeZone: () => timeZone, clock }),
      countries: ['+46'],
      clock,
    })
    const observer = noHomeCareObserver
    const queue = new ConversationQueue()
    const inOrder: TellParts['inOrder'] = (key, work) => queue.run(key, work)
    const parts = {
      store: kept,
      city: () => city,
      content: () => content,
      sendText,
      inOrder,
      clock,
      observer,
    }
    const deeds = new Map([
      [watchKind, watchVisit({ ...parts, tellUnit })],
      [tellKind, tellRelative(parts)],
    ])
    return createOutboxWorker({ store, deeds, clock, logger: silentLogger }).workOff()
  }
  /** What has happened is told as one text a little later. */
  const settle = (kept = store) => {
    clock.advance(waitingTimes(city).gatherMs)
    return workOff(kept)
  }
  /** Minute by minute, with a feed that is alive unless told otherwise. */
  const pass = async (minutes: number, isAlive = true) => {
    for (let minute = 0; minute < minutes; minute += 1) {
      clock.advance(minuteMs)
      if (isAlive) await tell()
      await workOff()
    }
  }
  const tell = (...events: readonly VisitEvent[]) =>
    take({ signedAt: clock.now(), events, dead: [], dropped: 0 })
  const at = (minutes: number) => new Date(clock.now().getTime() + minutes * minuteMs).toISOString()
  const nowEvent = (...[type, seq, changes]: Parameters<typeof visitEvent>) =>
    visitEvent(type, seq, { occurredAt: at(0), ...changes })
  const said = () => sent.map(({ text }) => text)
  const alerts = () => store.recordsUnder('visit', unitAlertsKey)
  const toEightFortyOne = () => pass(131)

  describe('are told', () => {
    test('that a visit is done, in the words of the dialog, under their grant', async () => {
      const id = await relative({ store, city, clock })
      await tell(nowEvent('planned', 1))
      await toEightFortyOne()
      await tell(nowEvent('completed', 2))
      await settle()
      expect(said()).toEqual(['Besök 8-9 hos M: klart 08.41. Avsluta med STOPP.'])
      expect(sent[0]?.to).toBe(relativePhone)
      const lines = await store.recordsUnder('audit', grantKeys.grant(id))
      expect(lines.map(({ value }) => value)).toContainEqual(
        expect.objectContaining({ what: 'told', news: 'completed' }),
      )
    })
    test.each([
      ['sv', 'started', 'Besök 8-9 hos M: påbörjat 08.41. Avsluta med STOPP.'],
      ['sv', 'cancelled', 'Besök 8-9 hos M: inställt. Avsluta med STOPP.'],
      ['sv', 'missed', 'Besök 8-9 hos M: uteblivet. Enheten: 042-10 50 00. Avsluta med STOPP.'],
      ['en', 'started', 'Visit 8-9 to M: begun 08:41. End with STOPP.'],
      ['en', 'completed', 'Visit 8-9 to M: done 08:41. End with STOPP.'],
    ] as const)('in %s of a visit that was %s', async (language, type, text) => {
      await relative({ store, city, clock }, { language })
      await tell(nowEvent('planned', 1))
      await toEightFortyOne()
      await tell(nowEvent(type, 2))
      await settle()
      expect(said()).toEqual([text])
    })
    test('that a visit is moved, when it is soon', async () => {
      await relative({ store, city, clock })
      await tell(nowEvent('planned', 1))
      await pass(100)
      const window = { start: '2026-11-24T09:30:00.000Z', end: '2026-11-24T10:15:00.000Z' }
      await tell(nowEvent('changed', 2, { window }))
      await settle()
      expect(said()).toEqual(['Besök 8-9 hos M: flyttat till 10.30-11.15. Avsluta med STOPP.'])
      const later = { start: '2026-11-29T09:30:00.000Z', end: '2026-11-29T10:15:00.000Z' }
      await tell(nowEvent('planned', 1, { visitId: 'visit-2', window: later }))
      await tell(
        nowEvent('changed', 2, { visitId: 'visit-2', window: { ...later, end: '2026-11-29T10:30:00.000Z' } }),
      )
      await settle()
      expect(said()).toHaveLength(1)
    })
    test.each([
      ['to tomorrow', '2026-11-25', 'Besök 8-9 hos M: flyttat till i morgon 8-9. Avsluta med STOPP.'],
      ['to another day', '2026-11-30', 'Besök 8-9 hos M: flyttat till måndag 8-9. Avsluta med STOPP.'],
      [
        'to a day far off',
        '2026-12-07',
        'Besök 8-9 hos M: flyttat till måndag 7 december 8-9. Avsluta med STOPP.',
      ],
    ])('which day a visit is moved to: %s', async (_where, date, text) => {
      await relative({ store, city, clock })
      await tell(nowEvent('planned', 1))
      await pass(100)
      const window = { start: `${date}T07:00:00.000Z`, end: `${date}T08:00:00.000Z` }
      await tell(nowEvent('changed', 2, { window }))
      await settle()
      expect(said()).toEqual([text])
    })
    test('in English, of a visit of tomorrow that stays on its day and of one that is brought forward', async () => {
      await relative({ store, city, clock }, { language: 'en' })
      const tomorrow = (hour: string) => ({
        window: { start: `2026-11-25T${hour}:00:00.000Z`, end: `2026-11-25T${hour}:30:00.000Z` },
      })
      const second = { visitId: 'visit-2', ...tomorrow('07') }
      await tell(nowEvent('planned', 1, tomorrow('07')), nowEvent('planned', 1, second))
      await pass(180)
      await tell(nowEvent('changed', 2, tomorrow('09')))
      await settle()
      await tell(
        nowEvent('changed', 2, { ...second, window: { ...morning, end: '2026-11-24T12:00:00.000Z' } }),
      )
      await settle()
      expect(said()).toEqual([
        'Visit tomorrow 8-8:30 to M: moved to 10-10:30. End with STOPP.',
        'Visit tomorrow 8-8:30 to M: moved to today 8-13. End with STOPP.',
      ])
    })
    test('of what the client has granted and they wish, and nothing else', async () => {
      await relative({ store, city, clock }, { scopes: ['completed'] })
      await tell(nowEvent('planned', 1))
      await toEightFortyOne()
      await tell(nowEvent('started', 2))
      await settle()
      expect(said()).toEqual([])
      await tell(nowEvent('completed', 3))
      await settle()
      expect(said()).toHaveLength(1)
    })
    test.each<[WishedTexts, readonly string[]]>([
      ['all', ['Besök hos M: 8-9 klart 08.41, 8-9 uteblivet. Enheten: 042-10 50 00. Avsluta med STOPP.']],
      ['problems', ['Besök 8-9 hos M: uteblivet. Enheten: 042-10 50 00. Avsluta med STOPP.']],
      ['none', []],
    ])('as they have chosen: %s', async (wished, expected) => {
      const id = await relative({ store, city, clock })
      const wishes = { kind: 'wishes', grant: id, alias: 'M', texts: wished, night: false } as const
      await store.putRecord(pieceRecord('client-1', wishes))
      await tell(nowEvent('planned', 1), nowEvent('planned', 1, { visitId: 'visit-2' }))
      await toEightFortyOne()
      await tell(nowEvent('completed', 2), nowEvent('missed', 2, { visitId: 'visit-2' }))
      await settle()
      expect(said()).toEqual(expected)
    })
    test('each of several under a grant of their own', async () => {
      await relative({ store, city, clock })
      await relative({ store, city, clock }, { phone: '070-999 88 77', alias: 'Mor' })
      await relative({ store, city, clock }, { clientRef: 'client-2', alias: 'P' })
      await tell(nowEvent('planned', 1))
      await toEightFortyOne()
      await tell(nowEvent('completed', 2))
      await settle()
      expect(said().sort()).toEqual([
        'Besök 8-9 hos M: klart 08.41. Avsluta med STOPP.',
        'Besök 8-9 hos Mor: klart 08.41. Avsluta med STOPP.',
      ])
    })
    test('once, however often and by however many nodes it comes', async () => {
      await relative({ store, city, clock })
      const [planned, completed] = [nowEvent('planned', 1), nowEvent('completed', 2)]
      await tell(planned)
      await toEightFortyOne()
      await Promise.all(Array.from({ length: 5 }, () => tell(planned, completed)))
      await Promise.all([settle(), workOff(), workOff()])
      await tell(completed)
      await settle()
      expect(said()).toHaveLength(1)
    })
    test('of a visit whose plan comes after it was done', async () => {
      await relative({ store, city, clock })
      await toEightFortyOne()
      await tell(nowEvent('completed', 2))
      await pass(3)
      expect(said()).toEqual([])
      await tell(nowEvent('planned', 1))
      await pass(2)
      expect(said()).toEqual(['Besök 8-9 hos M: klart 08.41. Avsluta med STOPP.'])
    })
    test('only that a visit is done when both come before anything is said', async () => {
      await relative({ store, city, clock })
      await tell(nowEvent('planned', 1))
      await toEightFortyOne()
      await tell(nowEvent('started', 2))
      await tell(nowEvent('completed', 3))
      await settle()
      expect(said()).toEqual(['Besök 8-9 hos M: klart 08.41. Avsluta med STOPP.'])
    })
  })

  describe('of a visit that was off', () => {
    const off = async (type: 'cancelled' | 'missed', changes: Parameters<typeof relative>[1] = {}) => {
      const id = await relative({ store, city, clock }, changes)
      await tell(nowEvent('planned', 1))
      await pass(100)
      await tell(nowEvent(type, 2))
      await settle()
      return id
    }
    const back = 'Rättelse. Besök 8-9 hos M: blir av ändå. Avsluta med STOPP.'
    test.each(['planned', 'changed'] as const)('are told once that it takes place: %s', async (type) => {
      await off('cancelled')
      await tell(nowEvent(type, 3))
      await tell(nowEvent(type, 4))
      await pass(20)
      expect(said()).toEqual(['Besök 8-9 hos M: inställt. Avsluta med STOPP.', back])
    })
    test('are told it under what they were told of the trouble, and nobody else is', async () => {
      await off('missed', { scopes: ['missed'] })
      await relative({ store, city, clock }, { phone: '070-999 88 77', alias: 'Mor' })
      await tell(nowEvent('planned', 3))
      await settle()
      expect(said()).toEqual([expect.stringContaining('uteblivet'), back])
    })
    test.each([
      ['missed', 'missed'],
      ['cancelled', 'plan_change'],
    ] as const)('are told when it is planned at another hour: %s under %s', async (type, scope) => {
      await off(type, { scopes: [scope] })
      await relative({ store, city, clock }, { phone: '070-999 88 77', alias: 'Mor', scopes: ['missed'] })
      const window = { start: '2026-11-24T09:00:00.000Z', end: '2026-11-24T10:00:00.000Z' }
      await tell(nowEvent('planned', 3, { window }))
      await settle()
      expect(said().slice(1)).toEqual(['Besök 8-9 hos M: flyttat till 10-11. Avsluta med STOPP.'])
    })
    test('are told that it takes place when it was moved, and moved back before that was told', async () => {
      await off('cancelled')
      const window = { start: '2026-11-24T09:00:00.000Z', end: '2026-11-24T10:00:00.000Z' }
      await tell(nowEvent('changed', 3, { window }))
      await tell(nowEvent('changed', 4))
      await pass(5)
      expect(said().slice(1)).toEqual([back])
    })
    test('are told the day of what takes place tomorrow, when it was moved there and back', async () => {
      await relative({ store, city, clock })
      const tomorrow = (hour: string) => ({
        window: { start: `2026-11-25T${hour}:00:00.000Z`, end: `2026-11-25T${hour}:30:00.000Z` },
      })
      await pass(100)
      await tell(nowEvent('planned', 1, tomorrow('07')))
      await tell(nowEvent('cancelled', 2))
      await settle()
      await tell(nowEvent('changed', 3, tomorrow('09')))
      await tell(nowEvent('changed', 4, tomorrow('07')))
      await pass(5)
      expect(said()).toEqual([
        'Besök i morgon 8-8.30 hos M: inställt. Avsluta med STOPP.',
        'Rättelse. Besök i morgon 8-8.30 hos M: blir av ändå. Avsluta med STOPP.',
      ])
    })
    test('are told when it was moved instead', async () => {
      await off('cancelled')
      const window = { start: '2026-11-24T09:30:00.000Z', end: '2026-11-24T10:15:00.000Z' }
      await tell(nowEvent('changed', 3, { window }))
      await settle()
      expect(said()[1]).toBe('Besök 8-9 hos M: flyttat till 10.30-11.15. Avsluta med STOPP.')
    })
    test.each(['started', 'completed'] as const)('are told that it was %s after all', async (type) => {
      await off('cancelled', { scopes: ['plan_change'] })
      await pass(29)
      await tell(nowEvent(type, 3))
      await settle()
      expect(said()[1]).toBe('Rättelse. Besök 8-9 hos M: registrerat 08.41. Avsluta med STOPP.')
    })
    test('are told each time that it is off again, and when it is done without a second correction', async () => {
      await off('cancelled')
      await tell(nowEvent('planned', 3))
      await settle()
      await tell(nowEvent('cancelled', 4))
      await settle()
      await tell(nowEvent('planned', 5))
      await pass(25)
      await tell(nowEvent('started', 6))
      await settle()
      expect(said().map((text) => text.replace(/.*: | Avsluta.*/g, ''))).toEqual([
        'inställt.',
        'blir av ändå.',
        'inställt.',
        'blir av ändå.',
        'påbörjat 08.41.',
      ])
    })
    test('are told neither when both came before anything was said', async () => {
      await relative({ store, city, clock })
      await tell(nowEvent('planned', 1))
      await pass(100)
      await tell(nowEvent('cancelled', 2))
      await tell(nowEvent('planned', 3))
      await settle()
      expect(said()).toEqual([])
    })
  })

  describe('of several things at once', () => {
    const visits = ['visit-1', 'visit-2', 'visit-3']
    const windowOf = (n: number) => ({
      start: `2026-11-24T${12 + n}:00:00.000Z`,
      end: `2026-11-24T${13 + n}:00:00.000Z`,
    })
    const threePlanned = () =>
      tell(...visits.map((visitId, n) => nowEvent('planned', 1, { visitId, window: windowOf(n) })))
    const three =
      'Besök hos M: 13-14 inställt, 14-15 inställt, 15-16 inställt. Enheten: 042-10 50 00. Avsluta med STOPP.'
    const cancelThree = async () => {
      for (const visitId of visits) await tell(nowEvent('cancelled', 2, { visitId }))
    }
    test('are told in one text, by the order of the day, also by two workers at once', async () => {
      await relative({ store, city, clock })
      await threePlanned()
      await pass(100)
      await cancelThree()
      await Promise.all([settle(), workOff()])
      await pass(20)
      expect(said()).toEqual([three])
      const [grant] = await grantsOfPhone(store, relativePhone)
      const lines = await store.recordsUnder('audit', grantKeys.grant(grant?.id ?? ''))
      expect(lines.filter(({ id }) => id.endsWith('/told'))).toHaveLength(3)
    })
    test('of a night are told in one text in the morning', async () => {
      await relative({ store, city, clock })
      await threePlanned()
      await cancelThree()
      await settle()
      expect(said()).toEqual([])
      await pass(90)
      expect(said()).toEqual([three])
    })
    test('are told in one text also when the gateway was away, without what is so no more', async () => {
      await relative({ store, city, clock })
      await threePlanned()
      await pass(100)
      await cancelThree()
      answers = [away]
      await settle()
      expect(said()).toEqual([])
      await tell(nowEvent('planned', 3, { visitId: 'visit-2', window: windowOf(1) }))
      await pass(1)
      expect(said()).toEqual([
        'Besök hos M: 13-14 inställt, 15-16 inställt. Enheten: 042-10 50 00. Avsluta med STOPP.',
      ])
    })
    test('are told once when the process dies after the gateway has taken the text', async () => {
      await relative({ store, city, clock })
      await threePlanned()
      await pass(100)
      await cancelThree()
      let isCut = false
      const cut: Store = {
        ...store,
        putRecord: (write) => {
          if (isCut || write.collection !== 'sent-text' || sent.length === 0) return store.putRecord(write)
          isCut = true
          return Promise.reject(new Error('the process died here'))
        },
      }
      sender.takenSince = () => Promise.resolve(sent.length === 0 ? [] : ['id1'])
      await settle(cut)
      await pass(10)
      delete sender.takenSince
      expect([isCut, said()]).toEqual([true, [three]])
    })
    /** The last of the day first, each by an entry of its own. */
    const cancelInTurn = async (ids: readonly string[]) => {
      for (const visitId of ids) {
        await tell(nowEvent('cancelled', 2, { visitId }))
        clock.advance(1_000)
      }
    }
    test('are told each by itself where the city has no words for several', async () => {
      const { dialogs } = content
      const wordless = [...dialogs].map(([name, dialog]) => {
        const notices = [...dialog.notices].filter(([event]) => event !== severalNotice)
        return [name, { ...dialog, notices: new Map(notices) }] as const
      })
      content = { ...content, dialogs: new Map(wordless) }
      try {
        await relative({ store, city, clock })
        await threePlanned()
        await pass(100)
        await cancelInTurn([...visits].reverse())
        await settle()
        await pass(2)
      } finally {
        content = { ...content, dialogs }
      }
      expect(said()).toEqual(
        ['15-16', '14-15', '13-14'].map((hours) => `Besök ${hours} hos M: inställt. Avsluta med STOPP.`),
      )
    })
    test('are all told when they are more than one text holds', async () => {
      await relative({ store, city, clock })
      const many = Array.from({ length: 13 }, (_, n) => `visit-${n}`)
      const planOf = (visitId: string, n: number) =>
        nowEvent('planned', 1, { visitId, window: windowOf(n === 12 ? 2 : 0) })
      await tell(...many.map(planOf))
      await pass(100)
      await cancelInTurn([...many].reverse())
      await settle()
      await pass(2)
      expect(said().map((text) => text.match(/13-14/g)?.length)).toEqual([11, 1])
      expect(
        said()
          .join()
          .match(/15-16|13-14/g),
      ).toHaveLength(13)
    })
    test('are told of what must wait out the night when a text with it failed in the evening', async () => {
      const id = await relative({ store, city, clock })
      await store.putRecord(
        pieceRecord('client-1', { kind: 'wishes', grant: id, alias: 'M', texts: 'all', night: true }),
      )
      const window = { start: '2026-11-24T20:30:00.000Z', end: '2026-11-24T21:30:00.000Z' }
      await tell(...visits.map((visitId) => nowEvent('planned', 1, { visitId, window })))
      clock.advance(Date.parse('2026-11-24T19:57:45.000Z') - clock.now().getTime())
      await tell(nowEvent('missed', 2))
      await tell(nowEvent('cancelled', 2, { visitId: 'visit-2' }))
      answers = [away]
      await settle()
      await pass(2)
      expect(said()).toEqual([
        'Besök 21.30-22.30 hos M: uteblivet. Enheten: 042-10 50 00. Avsluta med STOPP.',
      ])
      clock.advance(11 * hourMs)
      await workOff()
      expect(said().slice(1)).toEqual(['Besök i går 21.30-22.30 hos M: inställt. Avsluta med STOPP.'])
    })
    test('are told as one change when a visit was moved twice, and as none when it was moved back', async () => {
      await relative({ store, city, clock })
      await threePlanned()
      await pass(100)
      await tell(nowEvent('changed', 2, { window: windowOf(4) }))
      await tell(nowEvent('changed', 3, { window: windowOf(5) }))
      await tell(nowEvent('changed', 4, { window: windowOf(5) }))
      await tell(nowEvent('changed', 2, { visitId: 'visit-2', window: windowOf(4) }))
      await tell(nowEvent('changed', 3, { visitId: 'visit-2', window: windowOf(1) }))
      await settle()
      await pass(10)
      expect(said()).toEqual(['Besök 13-14 hos M: flyttat till 18-19. Avsluta med STOPP.'])
    })
  })

  describe('are told nothing', () => {
    const done = async () => {
      await tell(nowEvent('planned', 1))
      await toEightFortyOne()
      await tell(nowEvent('completed', 2))
    }
    test('by a grant whose phone is not proved, or that another client has', async () => {
      await relative({ store, city, clock }, { clientRef: 'client-2' })
      await done()
      await settle()
      expect(said()).toEqual([])
    })
    test.each(['client', 'relative', 'death'] as const)(
      'when the grant was ended by the %s between the event and the text',
      async (why) => {
        const id = await relative({ store, city, clock })
        await done()
        await store.putRecords(
          await recordsOfEnd(store, { grant: id }, { why, by: 'anna.k', now: clock.now() }),
        )
        await settle()
        expect(said()).toEqual([])
        expect(await mayBeTold(store, id, 'completed', clock.now())).toBe('ended')
      },
    )
    test('when its time is over', async () => {
      await relative({ store, city, clock }, { to: '2026-11-23', from: '2026-11-01' }).catch(() => undefined)
      const id = await relative({ store, city, clock }, { to: '2026-11-24' })
      expect(await mayBeTold(store, id, 'completed', new Date('2026-11-24T22:59:59Z'))).toBe('yes')
      expect(await mayBeTold(store, id, 'completed', new Date('2026-11-24T23:00:00Z'))).toBe('ended')
    })
    test('of a visit whose events name several clients', async () => {
      await relative({ store, city, clock })
      await done()
      await tell(nowEvent('started', 3, { clientRef: 'client-2' }))
      await settle()
      expect(said()).toEqual([])
    })
    test('of what is long ago', async () => {
      await relative({ store, city, clock })
      await tell(nowEvent('planned', 1))
      await toEightFortyOne()
      await tell(nowEvent('completed', 2, { occurredAt: '2026-11-23T07:41:00.000Z' }))
      await settle()
      expect(said()).toEqual([])
    })
  })

  describe('at night', () => {
    const missedAtNight = async (night: boolean) => {
      const id = await relative({ store, city, clock })
      await store.putRecord(
        pieceRecord('client-1', { kind: 'wishes', grant: id, alias: 'M', texts: 'all', night }),
      )
      const window = { start: '2026-11-24T20:30:00.000Z', end: '2026-11-24T21:30:00.000Z' }
      await tell(nowEvent('planned', 1, { window }))
      clock.advance(16.5 * hourMs)
      await tell(nowEvent('missed', 2, { window }))
      await settle()
    }
    test('sleep until eight', async () => {
      await missedAtNight(false)
      expect(said()).toEqual([])
      clock.advance(9 * hourMs)
      await settle()
      expect(said()).toEqual([expect.stringContaining('Besök i går 21.30-22.30 hos M: uteblivet.')])
    })
    test('are told that a visit was missed when they wish it, in a text that may pass quiet time', async () => {
      await missedAtNight(true)
      expect(said()).toEqual([expect.stringContaining('uteblivet')])
    })
    test('are not told in the morning what was not so after all', async () => {
      await missedAtNight(false)
      clock.advance(2 * hourMs)
      await tell(nowEvent('started', 3))
      clock.advance(7 * hourMs)
      await settle()
      expect(said().join()).not.toContain('uteblivet')
    })
  })

  describe('of a visit that nothing is registered of', () => {
    /** To half an hour after its window, the grace, when the feed has long been alive. */
    const toGrace = () => pass(180)

    test('are told half an hour after the unit, and not that it was missed', async () => {
      await relative({ store, city, clock })
      await tell(nowEvent('planned', 1))
      await pass(179)
      expect(await alerts()).toEqual([])
      await pass(1)
      expect(await alerts()).toMatchObject([{ value: { visitId: 'visit-1', window: morning } }])
      await pass(31)
      expect(said()).toEqual([])
      await pass(1)
      expect(said()).toEqual([
        'Besök 8-9 hos M: inget är registrerat än. Det kan bero på försenad registrering. Enheten: 042-10 50 00. Avsluta med STOPP.',
      ])
      await pass(60)
      expect(said()).toHaveLength(1)
      expect(await alerts()).toHaveLength(1)
    })
    test.each([
      ['is told once it can be reached', undefined, 1],
      ['is not alarmed when it was begun meanwhile', 'started', 0],
      ['is not alarmed when it was moved meanwhile', 'changed', 0],
    ] as const)('their unit %s', async (_, type, count) => {
      await tell(nowEvent('planned', 1))
      await toGrace()
      const window = { start: '2026-11-24T12:00:00.000Z', end: '2026-11-24T13:00:00.000Z' }
      if (type !== undefined) await tell(nowEvent(type, 2, type === 'changed' ? { window } : {}))
      const notes: unknown[] = []
      const note = (one: unknown) => {
        notes.push(one)
        return Promise.resolve({ kind: 'delivered' as const })
      }
      const unit = {
        ...city.departments.get('aldreomsorg')!,
        desk: { kind: 'webhook', to: 'https://unit.example' },
      } as const
      const departments = new Map([['aldreomsorg', unit]])
      const deed = tellDesk({ store, city: () => ({ departments }), desks: { webhook: { note } }, clock })
      clock.advance(minuteMs)
      const deeds = new Map([[deskNoteEntryKind, deed]])
      await createOutboxWorker({ store, deeds, clock, logger: silentLogger }).workOff()
      expect(notes).toHaveLength(count)
    })
    test('are told at once when the unit says that it was missed', async () => {
      await relative({ store, city, clock })
      await tell(nowEvent('planned', 1))
      await toGrace()
      await tell(nowEvent('missed', 2))
      await settle()
      expect(said()).toEqual([expect.stringContaining('uteblivet')])
      await pass(60)
      expect(said()).toHaveLength(1)
    })
    test('are told the correction also when the word of a miss came before the end of the visit', async () => {
      await relative({ store, city, clock }, { scopes: ['missed'] })
      await tell(nowEvent('planned', 1))
      await pass(110)
      await tell(nowEvent('missed', 2))
      await settle()
      expect(said()).toEqual([expect.stringContaining('uteblivet')])
      await tell(nowEvent('completed', 3))
      await settle()
      expect(said()).toHaveLength(2)
    })
    test('are told nothing when it was begun, cancelled or moved meanwhile', async () => {
      await relative({ store, city, clock }, { scopes: ['missed'] })
      const ids = ['visit-1', 'visit-2', 'visit-3']
      await tell(...ids.map((visitId) => nowEvent('planned', 1, { visitId })))
      await pass(170)
      const window = { start: '2026-11-24T12:00:00.000Z', end: '2026-11-24T13:00:00.000Z' }
      await tell(
        nowEvent('started', 2, { visitId: 'visit-1' }),
        nowEvent('cancelled', 2, { visitId: 'visit-2' }),
        nowEvent('changed', 2, { visitId: 'visit-3', window }),
      )
      await pass(120)
      expect(said()).toEqual([])
      expect(await alerts()).toEqual([])
    })
    test('are told the correction when a phone was out of reach, once, and then that it is done', async () => {
      await relative({ store, city, clock })
      await tell(nowEvent('planned', 1))
      await pass(213)
      expect(said()).toHaveLength(1)
      await tell(nowEvent('started', 2, { occurredAt: '2026-11-24T07:12:00.000Z' }))
      await settle()
      expect(said()[1]).toBe('Rättelse. Besök 8-9 hos M: registrerat 08.12. Avsluta med STOPP.')
      await tell(nowEvent('completed', 3, { occurredAt: '2026-11-24T07:50:00.000Z' }))
      await settle()
      expect(said()[2]).toBe('Besök 8-9 hos M: klart 08.50. Avsluta med STOPP.')
      expect(said()).toHaveLength(3)
    })
    test('are told the correction also when only that was granted, and when it was said to be missed', async () => {
      await relative({ store, city, clock }, { scopes: ['missed'] })
      await tell(nowEvent('planned', 1))
      await toGrace()
      await tell(nowEvent('missed', 2))
      await settle()
      clock.advance(minuteMs)
      await tell(nowEvent('completed', 3, { occurredAt: '2026-11-24T07:50:00.000Z' }))
      await settle()
      expect(said()[1]).toBe('Rättelse. Besök 8-9 hos M: registrerat 08.50. Avsluta med STOPP.')
    })
  })

  describe('of a visit that is planned for weeks ahead', () => {
    const dayMs = 24 * hourMs
    const window = { start: '2026-12-14T07:00:00.000Z', end: '2026-12-14T08:00:00.000Z' }
    /** To half an hour before it, with a removal on each of the days between. */
    const toItsDay = async () => {
      for (let day = 0; day < 20; day += 1) {
        clock.advance(dayMs)
        await applyRetention({ store, city, now: clock.now(), logger: silentLogger, by: 'retention' })
      }
      clock.advance(hourMs)
      await tell()
    }
    test('are told when nobody comes, also when the plan is older than what is kept of visits', async () => {
      await relative({ store, city, clock })
      await tell(nowEvent('planned', 1, { window }))
      await toItsDay()
      await pass(121)
      expect(await alerts()).toHaveLength(1)
      await pass(32)
      expect(said()).toEqual([expect.stringContaining('inget är registrerat än')])
    })
    test.each([
      ['after', ['planned', 'cancelled']],
      ['before', ['cancelled', 'planned']],
    ] as const)('are told nothing when it was cancelled, and that came %s the plan', async (_, types) => {
      await relative({ store, city, clock })
      for (const type of types)
        await tell(nowEvent(type, type === 'planned' ? 1 : 2, type === 'planned' ? { window } : {}))
      await toItsDay()
      await pass(160)
      expect(await alerts()).toEqual([])
      expect(said()).toEqual([])
      clock.advance(15 * dayMs)
      await applyRetention({ store, city, now: clock.now(), logger: silentLogger, by: 'retention' })
      expect(await recordsOfVisit(store, 'visit-1')).toEqual({ events: [], told: [] })
    })
  })

  describe('when the gateway is away', () => {
    const missingWhileAway = async () => {
      await relative({ store, city, clock })
      await tell(nowEvent('planned', 1))
      await pass(211)
      answers = [away]
      await pass(1)
      expect(said()).toEqual([])
    }
    test('are told later that nothing is registered, if that is still so', async () => {
      await missingWhileAway()
      await pass(1)
      expect(said()).toEqual([expect.stringContaining('inget är registrerat än')])
    })
    test.each(['started', 'cancelled', 'completed'] as const)(
      'are not told afterwards that nothing is registered of a visit that was %s',
      async (type) => {
        await missingWhileAway()
        await tell(nowEvent(type, 2))
        await pass(5)
        expect(said()).toHaveLength(1)
        expect(said().join()).not.toContain('inget är registrerat')
      },
    )
    test('are not told it while the feed is silent, nor when they wish it no more', async () => {
      await missingWhileAway()
      clock.advance(20 * minuteMs)
      await settle()
      expect(said()).toEqual([])
      const [grant] = await grantsOfPhone(store, relativePhone)
      const wishes = {
        kind: 'wishes',
        grant: grant?.id ?? '',
        alias: 'M',
        texts: 'none',
        night: false,
      } as const
      await store.putRecord(pieceRecord('client-1', wishes))
      await pass(30)
      expect(said()).toEqual([])
    })
  })

  describe('while the feed is silent', () => {
    test('nobody is told that nothing is registered, and it is looked again when it is back', async () => {
      await relative({ store, city, clock })
      await tell(nowEvent('planned', 1))
      await pass(160)
      await pass(80, false)
      expect(said()).toEqual([])
      expect(await alerts()).toEqual([])
      await tell()
      await settle()
      expect(await alerts()).toEqual([])
      await pass(settleMs / minuteMs)
      expect(await alerts()).toHaveLength(1)
      await pass(30)
      expect(said()).toHaveLength(1)
    })
    test('and nobody at all when what was kept back comes with its return', async () => {
      await relative({ store, city, clock }, { scopes: ['missed'] })
      await tell(nowEvent('planned', 1))
      await pass(160)
      await pass(80, false)
      await tell(nowEvent('completed', 2, { occurredAt: '2026-11-24T07:50:00.000Z' }))
      await pass(60)
      expect(await alerts()).toEqual([])
      expect(said()).toEqual([])
    })
  })

  test('a text that a crash cut off in the middle is said once, as the same text', async () => {
    const id = await relative({ store, city, clock }, { scopes: ['missed'] })
    await tell(nowEvent('planned', 1))
    await pass(180)
    await tell(nowEvent('missed', 2))
    await settle()
    clock.advance(minuteMs)
    await tell(nowEvent('started', 3))
    let isCut = false
    const cut: Store = {
      ...store,
      putRecord: (write) => {
        if (isCut || write.collection !== 'sent-text') return store.putRecord(write)
        isCut = true
        return Promise.reject(new Error('the process died here'))
      },
    }
    await settle(cut)
    expect(isCut).toBe(true)
    await pass(5)
    expect(said().filter((text) => text.startsWith('Rättelse'))).toHaveLength(1)
    expect(await grantById(store, id)).toBeDefined()
  })
})
