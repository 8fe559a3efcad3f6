// A relative asks how today's visits went, on the web after a code and from their own phone; and everybody else asks too.
import { openSqliteStore } from '../../../adapters/sqlite'
import { openCase } from '../../../bot/cases/open-case'
import type { Content } from '../../../bot/content/content'
import {
  noHomeCareObserver,
  type FeedBatch,
  type VisitEvent,
} from '../../../bot/contracts/home-care/home-care'
import { toConversationId } from '../../../bot/contracts/talk/ids'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { Store } from '../../../bot/contracts/store/store'
import { recordsOfEnd } from '../../../bot/home-care/end-grants'
import { settleMs } from '../../../bot/home-care/feed-pulse'
import { grantById, grantKeys } from '../../../bot/home-care/grant'
import { textedRecord } from '../../../bot/home-care/texted'
import { mayBeTold } from '../../../bot/home-care/may-be-told'
import { createTakeFeed } from '../../../bot/home-care/take-feed'
import { stopClock, type StoppedClock } from '../../adapters/store-samples'
import { residentOf, type Resident } from '../../support/resident'
import { shippedContent } from '../../support/test-bot'
import { register, relative, relativePhone } from './relatives'
import { visitEvent } from './visit-events'

const makeCode = () => ({ digits: '480215', salt: 'salt' })
const nothing =
  'Det finns inget att visa för numret 070-123 45 67. Den som har hemtjänst ger först sitt samtycke, och äldreomsorgen registrerar ditt nummer. Ring 042-10 50 00. Är någon i fara, ring 112.'

describe('a relative who asks', () => {
  let content: Content
  let clock: StoppedClock
  let store: Store
  beforeAll(async () => {
    content = await shippedContent()
  })
  beforeEach(() => {
    clock = stopClock('2026-11-24T09:00:00.000Z')
    store = openSqliteStore({ file: ':memory:', clock, logger: silentLogger })
  })
  afterEach(() => store.close())

  const parts = () => ({ store, city: content.city, clock })
  const tell = (...events: readonly VisitEvent[]) => tellAt(clock.now(), ...events)
  const tellAt = (signedAt: Date, ...events: readonly VisitEvent[]) => take({ signedAt, events, dead: [] })
  const take = (batch: Omit<FeedBatch, 'dropped'>) =>
    createTakeFeed({ store, city: () => content.city, clock, observer: noHomeCareObserver })({
      ...batch,
      dropped: 0,
    })
  const at = (start: string, end: string) => ({
    window: { start: `2026-11-24T${start}:00.000Z`, end: `2026-11-24T${end}:00.000Z` },
  })
  const day = async () => {
    // The feed has been alive for a while.
    await tellAt(new Date(clock.now().getTime() - settleMs))
    await tell(
      visitEvent('planned', 1),
      visitEvent('completed', 2),
      visitEvent('planned', 1, { visitId: 'visit-2', ...at('08:00', '08:30') }),
      visitEvent('planned', 1, { visitId: 'visit-3', ...at('18:00', '19:15') }),
      visitEvent('planned', 1, { visitId: 'visit-4', ...at('11:00', '12:00') }),
      visitEvent('cancelled', 2, { visitId: 'visit-4' }),
      visitEvent('planned', 1, { visitId: 'visit-5', clientRef: 'client-2' }),
      visitEvent('planned', 1, {
        visitId: 'visit-6',
        window: { start: '2026-11-25T07:00:00.000Z', end: '2026-11-25T08:00:00.000Z' },
      }),
    )
  }
  const phone = (from = relativePhone) =>
    residentOf(store, { channel: 'sms', name: `our:${from}`, from, makeCode, content, clock })
  const onWeb = async (name = 'web') => {
    const resident = await residentOf(store, { makeCode, name, content, clock })
    await resident.begin('hemtjanst-besok')
    await resident.say('ja')
    await resident.say('070-123 45 67')
    return resident
  }
  const looks = async (id: string) =>
    (await store.recordsUnder('audit', grantKeys.grant(id)))
      .map(({ value }) => value as { what: string; channel?: string })
      .filter(({ what }) => what === 'looked')

  test('by SMS gets the list of today, and each look is a line of the audit', async () => {
    const id = await relative(parts())
    await day()
    const resident = await phone()
    const { text, outcome } = await resident.say('STATUS')
    expect(text).toContain(
      'I dag: M 8-9 klart 08.41, 9-9.30 inget registrerat än, 12-13 inställt, 19-20.15 planerat.',
    )
    expect(text).not.toContain('Vad vill du göra nu')
    expect(outcome).toBe('completed')
    clock.advance(60_000)
    await resident.say('status')
    expect(await looks(id)).toMatchObject([{ channel: 'sms' }, { channel: 'sms' }])
  })
  test('amidst an errand gets it too, and who is none stays with the errand', async () => {
    const ask = async (resident: Resident) => {
      await resident.say('gatlyktan på Storgatan 12 är trasig')
      return (await resident.say('status')).text
    }
    await relative(parts())
    await day()
    expect(await ask(await phone())).toContain('M 8-9 klart 08.41')
    const stranger = await ask(await phone('+46701740611'))
    expect(stranger).toContain('Jag hittar inget ärende som jag kan visa här')
    expect(stranger).toContain('Kan någon skada sig just nu?')
    expect(stranger).not.toContain('hemtjänst')
  })
  test.each([
    'när kommer dom',
    'varför är de sena',
    'är de på väg?',
    'fick hon mat',
    'har nån varit hos mamma',
    'vem kommer ikväll',
    'are they late',
    'has she eaten',
  ])('in few words, "%s", gets it, and nobody else does', async (words) => {
    await relative(parts())
    await day()
    expect((await (await phone()).say(words)).text).toContain('M 8-9 klart 08.41')
    expect((await (await phone('+46701740611')).say(words)).text).not.toContain('M 8-9')
  })
  test.each(['när kommer de och hämtar soporna', 'har ni öppet', 'när går bussen'])(
    'about something else, "%s", is answered about that',
    async (words) => {
      await relative(parts())
      await day()
      expect((await (await phone()).say(words)).text).not.toContain('M 8-9')
    },
  )
  test('by MER gets it in reply to a text about a visit, for three days', async () => {
    const id = await relative(parts())
    await day()
    await store.putRecord(textedRecord(id, clock.now()))
    const resident = await phone()
    clock.advance(60_000)
    expect((await resident.say('MER')).text).toContain('I dag: M 8-9 klart 08.41')
    clock.advance(73 * 3_600_000)
    expect((await resident.say('MER')).text).not.toContain('I dag:')
  })
  test('hears that data are missing, not that nobody comes, where an event could not be read', async () => {
    await relative(parts())
    await tellAt(new Date(clock.now().getTime() - settleMs))
    await tell()
    expect((await (await phone()).say('STATUS')).text).toContain('I dag: M inga besök.')
    await take({ signedAt: clock.now(), events: [], dead: [{ reason: 'visit-id', eventId: 'e-1' }] })
    expect((await (await phone()).say('STATUS')).text).toContain('I dag: M uppgifter saknas.')
    clock.advance(3 * 24 * 3_600_000)
    await tellAt(new Date(clock.now().getTime() - settleMs))
    await tell()
    expect((await (await phone()).say('STATUS')).text).toContain('I dag: M inga besök.')
  })
  test('on the web gets it after the code, and not before', async () => {
    const id = await relative(parts())
    await day()
    const resident = await onWeb()
    expect((await resident.say('111111')).text).not.toContain('8-9')
    expect(await looks(id)).toEqual([])
    expect((await resident.say('480215')).text).toContain('I dag: M 8-9 klart 08.41')
    expect(await looks(id)).toMatchObject([{ channel: 'web' }])
  })
  test('in English is answered in English', async () => {
    await relative(parts())
    await day()
    const resident = await phone()
    await resident.say('english')
    expect((await resident.say('visits today')).text).toContain(
      'Today: M 8-9 done 08:41, 9-9:30 nothing registered',
    )
  })
  test('of several clients gets the day of each, by the names they chose', async () => {
    await relative(parts())
    await relative(parts(), { clientRef: 'client-2', alias: 'P' })
    await relative(parts(), { clientRef: 'client-3', alias: 'Ö' })
    await day()
    const { text } = await (await phone()).say('status')
    expect(text).toContain('M 8-9 klart 08.41')
    expect(text).toContain('P 8-9 inget registrerat än')
    expect(text).toContain('Ö inga besök')
  })
  describe('who has reported a fault too', () => {
    const report = async (from = relativePhone) => {
      const newCase = { class: 'light', facts: {}, files: [], urgent: false, channel: 'sms' } as const
      const { records } = await openCase(
        {
          ...newCase,
          language: 'sv',
          conversationId: toConversationId(`sms:our:${from}`),
          owner: 'gata-park',
          key: 'k',
          at: clock.now(),
        },
        { store, city: content.city },
      )
      await store.putRecords(records)
    }
    test('is told of both by the word that is meant for both', async () => {
      await report()
      await relative(parts())
      await day()
      const { text } = await (await phone()).say('status')
      expect(text).toContain('F-2026-000001')
      expect(text).toContain('I dag: M 8-9 klart 08.41')
    })
    test('is told of the fault alone when they follow nobody, or ask for its number', async () => {
      await report()
      await day()
      const { text, outcome } = await (await phone()).say('status')
      expect([text, outcome]).toEqual([expect.stringContaining('F-2026-000001'), 'answered-case'])
      expect(text).not.toContain('Det finns inget att visa')
      await relative(parts())
      clock.advance(60_000)
      const named = await (await phone()).say('status F-2026-000001')
      expect([named.text.includes('I dag'), named.outcome]).toEqual([false, 'answered-case'])
    })
  })
  test('is told that data is missing while the feed is silent, and nothing of the visits', async () => {
    const id = await relative(parts())
    await day()
    clock.advance(16 * 60_000)
    const { text } = await (await phone()).say('status')
    expect(text).toContain('Just nu saknas uppgifter om besöken')
    expect(text).not.toContain('8-9')
    expect(await looks(id)).toHaveLength(1)
  })
  test('is told that it is on its way while a feed that was silent tells what it has kept', async () => {
    await relative(parts())
    await day()
    clock.advance(16 * 60_000)
    await tell()
    const { text } = await (await phone()).say('status')
    expect(text).toContain('på väg in igen')
    expect(text).not.toContain('inget registrerat')
    clock.advance(settleMs)
    await tell()
    expect((await (await phone()).say('status')).text).toContain('inget registrerat')
  })

  describe('under no grant that stands is told the same, word for word', () => {
    const cases: readonly (readonly [string, () => Promise<unknown>])[] = [
      ['whose number nobody knows', () => Promise.resolve()],
      ['whose phone is not proved', () => register(parts())],
      ['who was not granted to look', () => relative(parts(), { scopes: ['completed', 'missed'] })],
      ['whose grant is for another number', () => relative(parts(), { phone: '070-999 88 77' })],
      [
        'whose grant was ended',
        async () => {
          const id = await relative(parts())
          await store.putRecords(
            await recordsOfEnd(store, { grant: id }, { why: 'client', by: 'anna.k', now: clock.now() }),
          )
        },
      ],
      [
        'whose grant is over',
        async () => {
          await relative(parts(), { to: '2026-11-24' })
          await day()
          clock.advance(24 * 3_600_000)
        },
      ],
      ['whose grant begins tomorrow', () => relative(parts(), { from: '2026-11-25' })],
    ]
    test.each(cases)('%s', async (_, prepare) => {
      await day()
      await prepare()
      const said = await (await phone()).say('status')
      expect([said.text.replace(/^.*?(?=Det finns)/s, ''), said.outcome]).toEqual([nothing, 'completed'])
      const web = await (await onWeb()).say('480215')
      // On the web there is something to go on with, the same for all of them.
      expect([web.text, web.outcome]).toEqual([expect.stringContaining(nothing), 'asked'])
      expect(web.text).toContain('Vad vill du göra nu?')
      const audit = await store.records('audit', { limit: 99 })
      expect(audit.filter(({ value }) => (value as { what: string }).what === 'looked')).toEqual([])
    })
  })

  describe('may choose', () => {
    const choose = async (...answers: readonly string[]): Promise<Resident> => {
      const resident = await onWeb()
      for (const answer of ['480215', ...answers]) await resident.say(answer)
      return resident
    }
    test('which texts they get, under which name, and whether also at night', async () => {
      const id = await relative(parts())
      await tell()
      await choose('sms', 'ändringar', 'Lilla My', 'ja', 'ja')
      expect(await grantById(store, id)).toMatchObject({ alias: 'Lilla My', texts: 'problems', night: true })
    })
    test('no name that tells of care: they are asked for another', async () => {
      const id = await relative(parts())
      await tell()
      const resident = await choose('sms', 'alla', 'Insulin', 'nej')
      const { text } = await resident.say('ja')
      expect(text).toContain('Det namnet går inte att använda.')
      await resident.say('L')
      await resident.say('ja')
      expect(await grantById(store, id)).toMatchObject({ alias: 'L', texts: 'all' })
    })
    test('to have no more of it, with STOPP from the phone', async () => {
      const id = await relative(parts())
      const { text } = await (await phone()).say('STOPP')
      // START alone would promise what it does not do.
      expect(text).toBe(
        'Du får inga fler sms från oss, och följer inte besöken längre. Ångrar du dig: svara START, och ring 042-10 50 00 så att du registreras igen.',
      )
      expect(await mayBeTold(store, id, undefined, clock.now())).toBe('ended')
      expect((await grantById(store, id))?.ended?.why).toBe('relative')
    })
    test.each([
      'jag vill inte få fler meddelanden',
      'sluta skicka sms',
      'I want to stop messages',
      'stop texting me',
    ])('to hear the words that do it, for "%s"', async (wish) => {
      const id = await relative(parts())
      const { text } = await (await phone()).say(wish)
      expect(text).toMatch(/PAUS[AE] .* STOPP? /)
      expect(await mayBeTold(store, id, undefined, clock.now())).toBe('yes')
    })
    test('nothing from another phone', async () => {
      const id = await relative(parts())
      await (await phone('+46709998877')).say('STOPP')
      expect(await mayBeTold(store, id, undefined, clock.now())).toBe('yes')
    })
  })
})
