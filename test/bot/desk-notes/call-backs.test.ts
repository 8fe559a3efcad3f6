// A promise to call: by when, told to the department with a letter, reminded of, and seen to be kept or broken.
import { createEmailDesk } from '../../../adapters/cases/email-desk'
import { openSqliteStore } from '../../../adapters/sqlite'
import { createBuiltInActions } from '../../../bot/actions/built-in-actions'
import type { Content } from '../../../bot/content/content'
import { callBackEntryKind, deskNoteEntry, deskNoteEntryKind } from '../../../bot/contracts/cases/desk-note'
import { toConversationId } from '../../../bot/contracts/talk/ids'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { Store } from '../../../bot/contracts/store/store'
import { promisedBy, tellDepartment } from '../../../bot/desk-notes/call-back-promise'
import { markCallBackDone, seeCallBack } from '../../../bot/desk-notes/see-call-backs'
import { tellDesk } from '../../../bot/desk-notes/tell-desk'
import { createOutboxWorker } from '../../../bot/outbox/work-outbox'
import { eraseConversation } from '../../../bot/retention/erase-conversation'
import { startMailServer, type MailServer } from '../../adapters/cases/mail-server'
import { shippedContent } from '../../support/test-bot'

const timeZone = 'Europe/Stockholm'

describe('a promise to call back', () => {
  let content: Content
  let store: Store
  let server: MailServer
  let clock: { nowMs: number; now: () => Date }
  let seen: string[]
  let changed: (departments: Content['city']['departments']) => Content['city']['departments']
  beforeAll(async () => {
    content = await shippedContent()
  })
  beforeEach(async () => {
    const from = (time: string) => ({ nowMs: Date.parse(time), now: () => new Date(clock.nowMs) })
    clock = from('2026-11-24T01:30:00Z')
    store = openSqliteStore({ file: ':memory:', clock, logger: silentLogger })
    server = await startMailServer()
    seen = []
    changed = (departments) => departments
  })
  afterEach(async () => {
    await server.stop()
    await store.close()
  })

  const city = () => {
    const centre = content.city.departments.get('kontaktcenter')!
    const desk = { kind: 'email', to: 'kc@exempel.se' } as const
    return { ...content.city, departments: changed(new Map([['kontaktcenter', { ...centre, desk }]])) }
  }
  const promise = (department = '', key = 'k', wish = 'efter tre') =>
    act('create_callback', key, {
      phone: '+46701740605',
      topic: 'Bygglov',
      wish,
      name: 'Ada',
      ...(department && { department }),
    })
  const change = (key: string, wish: string, beforeItIsKept?: () => Promise<unknown>) => {
    const inputs = { callback_code: 'R-00001', phone: '+46701740605', topic: 'Bygglov', wish }
    return act('change_callback', key, inputs, beforeItIsKept)
  }
  const act = async (
    name: string,
    key: string,
    inputs: Readonly<Record<string, string>>,
    beforeItIsKept?: () => Promise<unknown>,
  ) => {
    const run = createBuiltInActions({ store, city })
    const result = await run({
      ...{ name, inputs },
      ...{ idempotencyKey: key, conversationId: toConversationId('web:a'), dialog: 'bli-uppringd' },
      ...{ channel: 'web', language: 'sv', now: clock.now() },
    })
    if (result.kind !== 'done') throw new Error(result.failure)
    await beforeItIsKept?.()
    for (const record of result.records ?? []) await store.putRecord(record)
    for (const entry of result.outbox ?? []) await store.enqueue(entry)
    return result.gives
  }
  const workOff = async (time: string) => {
    clock.nowMs = Date.parse(time)
    const email = createEmailDesk({
      ...{ smtpUrl: server.url, from: 'Dygnet <dygnet@exempel.se>', timeZone: () => timeZone },
      shelf: { read: () => Promise.resolve(undefined) },
      departmentName: (id) => id,
    })
    const deeds = new Map([
      [deskNoteEntryKind, tellDesk({ store, city, desks: { email }, clock })],
      [
        callBackEntryKind,
        seeCallBack({ store, logger: silentLogger, seen: (...one) => seen.push(one.join(' ')) }),
      ],
    ])
    await createOutboxWorker({ store, deeds, clock, logger: silentLogger }).workOff()
    email.close()
  }
  const deleteTalk = () => {
    const shelf = { erase: () => Promise.resolve() }
    return eraseConversation({ store, shelf, clock }, toConversationId('web:a'), 'resident')
  }
  const subjects = () => server.letters.map(({ read }) => read.subject)

  test('made at night is for the day that opens, and the department has a letter at once', async () => {
    expect(await promise()).toEqual({ callback_code: 'R-00001', promised: 'i dag' })
    await workOff('2026-11-24T01:30:05Z')
    const [{ read, to }] = server.letters as [MailServer['letters'][number]]
    expect(to).toEqual(['kc@exempel.se'])
    expect(read.subject).toBe('En invånare vill bli uppringd · R-00001')
    expect(read.text).toContain('Telefon: +46701740605')
    expect(read.text).toContain('Gäller: Bygglov')
    expect(read.text).toContain('Önskad tid: efter tre')
    expect(read.text).toContain('Lovat senast: 2026-11-24 16:30')
  })

  test('of which nobody can be told is an alarm, and is told when there is a desk', async () => {
    // As it is shipped, without a desk.
    changed = () => new Map([['kontaktcenter', content.city.departments.get('kontaktcenter')!]])
    await promise()
    await workOff('2026-11-24T01:30:05Z')
    expect(await store.countOutbox()).toMatchObject({ dead: 1 })
    const [dead] = await store.listOutbox({ dead: true, limit: 9 })
    expect(dead).toMatchObject({ kind: deskNoteEntryKind, reason: 'no desk takes notes' })
    changed = (departments) => departments
    await store.reviveOutbox(dead!.id)
    await workOff('2026-11-24T01:31:00Z')
    expect(subjects()).toEqual(['En invånare vill bli uppringd · R-00001'])
  })

  test('is reminded of an hour before its end, and counted as broken when nobody has called', async () => {
    await promise()
    await workOff('2026-11-24T14:29:59Z')
    expect(subjects()).toHaveLength(1)
    await workOff('2026-11-24T14:30:00Z')
    expect(subjects()[1]).toBe('Påminnelse: löftet att ringa går snart ut · R-00001')
    await workOff('2026-11-24T15:30:00Z')
    expect(seen).toEqual(['kontaktcenter broken'])
    expect(await store.countOutbox()).toEqual({ waiting: 0, dead: 0 })
  })

  test('that waits outlives the talk, when its resident deletes it', async () => {
    await promise()
    expect(await deleteTalk()).toMatchObject({ erasure: 'erased', callBacks: ['R-00001'] })
    await workOff('2026-11-24T01:30:05Z')
    expect(server.letters.at(-1)?.read.text).toContain('Telefon: +46701740605')
  })

  test('that was made goes with the talk while another waits, and so does what nobody can be called about', async () => {
    await promise()
    await promise('', 'k2')
    await markCallBackDone({ store, city, clock })('kontaktcenter', 'R-00001')
    const facts = { why: 'Mamma låter ledsen' }
    const asked = { code: 'R-00003', department: 'kontaktcenter', facts }
    const conversationId = toConversationId('web:a')
    await store.putRecord(tellDepartment({ ...asked, conversationId }, city(), clock.now()).record)
    expect(await deleteTalk()).toMatchObject({ erasure: 'erased', callBacks: ['R-00002'] })
    expect((await store.recordsOf(conversationId)).map(({ id }) => id)).toEqual(['R-00002'])
  })

  test('that was kept is not reminded of, and counted as kept; others cannot say so', async () => {
    await promise()
    const done = markCallBackDone({ store, city, clock })
    await workOff('2026-11-24T09:00:00Z')
    expect(await done('gata-park', 'R-00001')).toBe('unknown')
    expect(await done('kontaktcenter', 'R-00002')).toBe('unknown')
    expect(await done('kontaktcenter', 'R-00001')).toBe('done')
    expect(await done('kontaktcenter', 'R-00001')).toBe('done')
    await workOff('2026-11-24T15:30:00Z')
    expect([subjects().length, seen]).toEqual([1, ['kontaktcenter kept']])
    // It still goes with the talk in which it was asked for.
    expect(await deleteTalk()).toMatchObject({ erasure: 'erased', callBacks: [] })
    expect(await store.record('call-back', 'R-00001')).toBeUndefined()
  })

  test.each([
    ['in the middle of a day', '2026-11-24T10:00:00Z', '2026-11-24T15:30:00.000Z'],
    ['less than an hour before closing', '2026-11-24T14:45:00Z', '2026-11-25T15:30:00.000Z'],
    ['on a Friday evening', '2026-11-27T18:00:00Z', '2026-11-30T15:30:00.000Z'],
    ['before Christmas', '2026-12-23T16:00:00Z', '2026-12-28T15:30:00.000Z'],
  ])('%s', (_when, now, by) => {
    expect(promisedBy(content.city.hours, new Date(now), timeZone)?.toISOString()).toBe(by)
  })

  test.each([
    ['i morgon efter klockan 15', 'tidigast i morgon när vi öppnar klockan 8.00', '2026-11-25 16:30'],
    [
      'på torsdag eller fredag',
      'tidigast på torsdag 26 november när vi öppnar klockan 8.00',
      '2026-11-26 16:30',
    ],
    ['på lördag', 'tidigast på måndag 30 november när vi öppnar klockan 8.00', '2026-11-30 16:30'],
    ['helst inte i dag', 'tidigast i morgon när vi öppnar klockan 8.00', '2026-11-25 16:30'],
    ['helst i dag, annars i morgon', 'i dag', '2026-11-24 16:30'],
    ['om fakturan från den 3 november', 'i dag', '2026-11-24 16:30'],
    ['när ni vill i sommar, 24 juni', 'i dag', '2026-11-24 16:30'],
  ])('keeps to the wish "%s": %s', async (wish, promised, by) => {
    expect(await promise('', 'k', wish)).toMatchObject({ promised })
    await workOff('2026-11-24T01:30:05Z')
    expect(server.letters[0]?.read.text).toContain(`Lovat senast: ${by}`)
  })

  test.each([
    ['has no desk', {}],
    ['has an Open311 server', { desk: { kind: 'open311', to: 'https://exempel.se/v2' } as const }],
  ])('of a department that %s is told at the contact centre’s desk', async (_name, desk) => {
    const own = { ...content.city.departments.get('gata-park')!, ...desk }
    changed = (departments) => new Map(departments).set('gata-park', own)
    await promise('gata-park')
    await workOff('2026-11-24T01:30:05Z')
    expect(server.letters.map(({ to }) => to)).toEqual([['kc@exempel.se']])
    expect((await store.record('call-back', 'R-00001'))?.value).toMatchObject({ department: 'gata-park' })
    const done = markCallBackDone({ store, city, clock })
    expect([await done('avfall', 'R-00001'), await done('kontaktcenter', 'R-00001')]).toEqual([
      'unknown',
      'done',
    ])
  })

  test('of a department that does not open within two months is the contact centre’s to keep', async () => {
    const own = content.city.departments.get('gata-park')!
    const closed = { ...own, hours: { ...own.hours, week: [], exceptions: new Map() } }
    changed = (departments) => new Map(departments).set('gata-park', closed)
    expect(await promise('gata-park')).toEqual({ callback_code: 'R-00001', promised: 'i dag' })
    await workOff('2026-11-24T15:30:00Z')
    expect([subjects()[0], seen]).toEqual([
      'En invånare vill bli uppringd · R-00001',
      ['kontaktcenter broken'],
    ])
  })

  test('that is moved keeps its code: the department hears of it, is reminded and counted on the new day only', async () => {
    await promise()
    await workOff('2026-11-24T01:30:05Z')
    expect(await change('k2', 'på torsdag')).toEqual({
      callback_code: 'R-00001',
      promised: 'tidigast på torsdag 26 november när vi öppnar klockan 8.00',
    })
    await workOff('2026-11-24T01:31:00Z')
    expect(server.letters[1]?.read.subject).toBe('Ändrat: en invånare vill bli uppringd · R-00001')
    expect(server.letters[1]?.read.text).toContain('Önskad tid: på torsdag')
    await workOff('2026-11-24T15:30:00Z')
    expect([subjects().length, seen]).toEqual([2, []])
    await workOff('2026-11-26T14:30:00Z')
    expect(subjects()[2]).toBe('Påminnelse: löftet att ringa går snart ut · R-00001')
    await workOff('2026-11-26T15:30:00Z')
    expect(seen).toEqual(['kontaktcenter broken'])
  })

  test('that is moved there and back is reminded of and counted once', async () => {
    await promise()
    await change('k2', 'på torsdag')
    await change('k3', 'efter fyra')
    await workOff('2026-11-26T15:30:00Z')
    expect(subjects().filter((subject) => subject?.startsWith('Påminnelse'))).toHaveLength(1)
    expect(seen).toEqual(['kontaktcenter broken'])
    expect(await store.countOutbox()).toEqual({ waiting: 0, dead: 0 })
  })

  test('that was made is not moved: another one is promised', async () => {
    await promise()
    await markCallBackDone({ store, city, clock })('kontaktcenter', 'R-00001')
    expect(await change('k2', 'på torsdag')).toMatchObject({ callback_code: 'R-00002' })
  })

  test.each(['says it is made first', 'says it is made last'])(
    'that is changed while its department %s is still to be made',
    async (when) => {
      await promise()
      await workOff('2026-11-24T01:30:05Z')
      const done = (parts: Pick<Store, 'record' | 'putRecord'>) =>
        markCallBackDone({ store: parts, city, clock })('kontaktcenter', 'R-00001')
      const moved = 'på torsdag'
      if (when.endsWith('first')) await change('k2', moved, () => done(store))
      else
        await done({
          record: (...which) => store.record(...which),
          putRecord: async (write) => {
            await change('k2', moved)
            await store.putRecord(write)
          },
        })
      await workOff('2026-11-24T01:31:00Z')
      expect(server.letters[1]?.read.subject).toBe('Ändrat: en invånare vill bli uppringd · R-00001')
      expect(server.letters[1]?.read.text).toContain('Önskad tid: på torsdag')
      expect(await done(store)).toBe('done')
      await workOff('2026-11-26T15:30:00Z')
      expect([subjects().length, seen]).toEqual([2, ['kontaktcenter kept']])
    },
  )

  test('that is called off is told of, neither reminded of nor counted, and goes with the talk', async () => {
    await promise()
    await workOff('2026-11-24T01:30:05Z')
    await act('cancel_callback', 'k/undo', { callback_code: 'R-00001' })
    await act('cancel_callback', 'k/undo', { callback_code: 'R-00001' })
    await workOff('2026-11-24T15:30:00Z')
    expect(subjects().slice(1)).toEqual(['Avbokat: invånaren vill inte bli uppringd · R-00001'])
    expect(seen).toEqual([])
    expect(await store.countOutbox()).toEqual({ waiting: 0, dead: 0 })
    expect(await deleteTalk()).toMatchObject({ erasure: 'erased', callBacks: [] })
  })

  test('a talk that nobody waits in any more is not told of', async () => {
    await store.enqueue(
      deskNoteEntry({ kind: 'talk-waits', department: 'kontaktcenter', about: 'H-1' }, clock.now()),
    )
    await workOff('2026-11-24T02:00:00Z')
    expect(subjects()).toEqual([])
    expect(await store.countOutbox()).toEqual({ waiting: 0, dead: 0 })
  })
})
