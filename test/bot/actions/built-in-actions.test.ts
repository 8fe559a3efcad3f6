import { builtInActions, createBuiltInActions } from '../../../bot/actions/built-in-actions'
import { openSqliteStore } from '../../../adapters/sqlite'
import type { ActionCall } from '../../../bot/contracts/cases/action'
import { consentKey } from '../../../bot/contracts/home-care/consent'
import { toConversationId } from '../../../bot/contracts/talk/ids'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { Store } from '../../../bot/contracts/store/store'
import type { Content } from '../../../bot/content/content'
import { nightClock, shippedContent } from '../../support/test-bot'
import { relative } from '../home-care/relatives'

describe('built-in actions', () => {
  let store: Store
  let content: Content
  beforeEach(async () => {
    content = await shippedContent()
    store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
  })
  afterEach(() => store.close())

  const run = (name: string, inputs: ActionCall['inputs'], extra: Partial<ActionCall> = {}) =>
    createBuiltInActions({ store, city: () => content.city })({
      name,
      inputs,
      idempotencyKey: 'key',
      dialog: 'prov',
      conversationId: toConversationId('web:a'),
      channel: 'web',
      language: 'sv',
      now: nightClock.now(),
      ...extra,
    })

  test('are the ones that dialogs/actions.yaml promises', () => {
    expect([...builtInActions.keys()].sort()).toEqual([...content.actions.keys()].sort())
  })

  test('book no pickup for a day that has come since it was offered', async () => {
    const today = nightClock.now().toISOString().slice(0, 10)
    const booked = await run('book_pickup', { address: 'Storgatan 12', slot: today })
    expect(booked).toEqual({ kind: 'failed', failure: 'slot_taken' })
  })

  describe('a pickup that is moved', () => {
    const inputs = { address: 'Storgatan 12', slot: '2026-12-01', items: 'soffa' }
    const first = 'G-20261201-01'
    const write = async (name: string, given: ActionCall['inputs'], extra: Partial<ActionCall> = {}) => {
      const done = await run(name, given, { idempotencyKey: `${name} ${JSON.stringify(given)}`, ...extra })
      for (const record of (done.kind === 'done' && done.records) || []) await store.putRecord(record)
      return done.kind === 'done' ? done.gives['booking_id'] : done.failure
    }
    const bookingOf = async (number: string) => (await store.record('case', number))?.value

    test('to another day has a number of that day, and the old one is cancelled', async () => {
      await write('book_pickup', inputs)
      const moved = { ...inputs, slot: '2026-12-02' }
      expect(await write('move_pickup', { booking_id: first, ...moved })).toBe('G-20261202-01')
      expect(await bookingOf('G-20261202-01')).toMatchObject({ status: 'Inskickat', facts: moved })
      expect(await bookingOf(first)).toMatchObject({ status: 'Avbokat', facts: inputs })
    })

    test('of which only the things change keeps its number', async () => {
      await write('book_pickup', inputs)
      const changed = { ...inputs, items: 'frys' }
      expect(await write('move_pickup', { booking_id: first, ...changed })).toBe(first)
      expect(await bookingOf(first)).toMatchObject({ status: 'Inskickat', facts: changed })
      expect(await write('book_pickup', { ...inputs, address: 'Storgatan 13' })).toBe('G-20261201-02')
    })

    test('to a day that has come stays where it was', async () => {
      await write('book_pickup', inputs)
      const today = nightClock.now().toISOString().slice(0, 10)
      expect(await write('move_pickup', { booking_id: first, ...inputs, slot: today })).toBe('slot_taken')
      expect(await bookingOf(first)).toMatchObject({ status: 'Inskickat' })
    })

    test('after its own day has come, or when it is gone, is booked anew', async () => {
      await write('book_pickup', inputs)
      const moved = { booking_id: first, ...inputs, slot: '2026-12-04' }
      const now = new Date('2026-12-01T05:00:00Z')
      expect(await write('move_pickup', moved, { now })).toBe('G-20261204-01')
      expect(await bookingOf(first)).toMatchObject({ status: 'Inskickat' })
      expect(await write('move_pickup', { ...moved, booking_id: 'G-20261201-99' })).toBe('G-20261204-02')
    })
  })

  test('cancel a pickup so that what was booked can still be read, also when it is cancelled twice', async () => {
    const inputs = { address: 'Storgatan 12', slot: '2026-12-01' }
    const write = async (name: string, given: ActionCall['inputs'], extra: Partial<ActionCall> = {}) => {
      const done = await run(name, given, extra)
      for (const record of (done.kind === 'done' && done.records) || []) await store.putRecord(record)
    }
    await write('book_pickup', inputs)
    const at = nightClock.now().toISOString()
    for (const now of [new Date('2026-11-26T08:00:00Z'), new Date('2026-11-26T09:00:00Z')]) {
      await write('cancel_pickup', { booking_id: 'G-20261201-01' }, { now })
      expect((await store.record('case', 'G-20261201-01'))?.value).toEqual({
        ...{ number: 'G-20261201-01', status: 'Avbokat', channel: 'web', at: now.toISOString() },
        ...{ facts: inputs, bookedAt: at },
      })
    }
  })

  test('give the results that dialogs/actions.yaml promises', async () => {
    const inputs = {
      address: 'Storgatan 12',
      date: '2026-12-01',
      slot: '2026-12-01',
      category: 'light',
      place: 'x',
      phone: '+46701234567',
      topic: 'x',
      case: 'F-2026-000001',
      alias: 'M',
      texts: 'all',
    }
    const reported = await run('create_case', inputs, { idempotencyKey: 'before' })
    for (const record of reported.kind === 'done' ? (reported.records ?? []) : [])
      await store.putRecord(record)
    await store.putRecord({
      collection: 'consent',
      id: 'given',
      keys: [consentKey('web:a')],
      value: {
        ...{ purpose: 'prov', text: 'Går det bra?', language: 'sv', version: '1', answer: true },
        ...{ at: '2026-11-01', until: '2027-11-01', conversation: 'web:a', dialog: 'prov' },
      },
    })
    await relative({ store, city: content.city, clock: nightClock })
    for (const { name, gives } of content.actions.values()) {
      const result = await run(name, inputs)
      expect(result.kind === 'done' ? Object.keys(result.gives).sort() : result).toEqual(
        [...gives.keys()].sort(),
      )
    }
  })

  test.each([
    ['who may be anonymous and left no contact has no number in the case', { anonymous: 'allowed' }, false],
    ['who left one has', { anonymous: 'allowed', contact: 'anna@exempel.se' }, true],
    ['who was not told that they may be has', {}, true],
  ])('over SMS %s', async (_who, inputs, isKept) => {
    const phone = { ours: '+46766860000', theirs: '+46701234567' }
    const made = await run('create_case', { category: 'feedback', ...inputs }, { channel: 'sms', phone })
    const kept = JSON.stringify(made.kind === 'done' ? made.records : made)
    expect([kept.includes(phone.theirs), kept.includes('allowed')]).toEqual([isKept, false])
  })

  test('a repeated write gives the same number, another one the next', async () => {
    const numberOf = async (idempotencyKey: string) => {
      const result = await run('create_case', { category: 'light', place: 'x' }, { idempotencyKey })
      return result.kind === 'done' ? result.gives['case_number'] : result
    }
    expect([await numberOf('a'), await numberOf('a'), await numberOf('b')]).toEqual([
      'F-2026-000001',
      'F-2026-000001',
      'F-2026-000002',
    ])
  })

  test.each([
    ['enquire_wedding', 'wedding'],
    ['apply_school_transport', 'school_transport'],
    ['request_parking_permit', 'parking_permit'],
  ])('%s is kept as a case of its own category', async (name, category) => {
    expect(await run(name, { name: 'Anna Ek' })).toMatchObject({
      gives: { case_number: 'F-2026-000001' },
      records: [{ collection: 'case', value: { facts: { category, name: 'Anna Ek' } } }],
    })
  })

  test('a case of New Year’s night in Sweden is one of the new year', async () => {
    const result = await run(
      'create_case',
      { category: 'light', place: 'x' },
      { now: new Date('2026-12-31T23:30:00Z') },
    )
    expect(result).toMatchObject({ gives: { case_number: 'F-2027-000001' } })
  })

  test('at night the contact centre is closed and says when it opens', async () => {
    expect(await run('contact_centre_hours', {})).toMatchObject({
      gives: { open: false, opens: 'i dag klockan 8.00' },
    })
  })

  test.each([
    ['2026-12-24', { day_open: false, day_hours: '' }],
    ['2027-01-05', { day_open: true, day_hours: '8.00–13.00' }],
    ['2027-01-06', { day_open: false, day_hours: '' }],
  ])('the contact centre says how it is open on %s, whatever it is now', async (day, told) => {
    expect(await run('contact_centre_hours', { day })).toMatchObject({
      gives: { ...told, open: false, opens: 'i dag klockan 8.00', week: 'måndag–fredag 8.00–16.30' },
    })
  })

  test('a day takes twenty pickups, and no more', async () => {
    const book = (n: number) =>
      run(
        'book_pickup',
        { address: 'x', items: [{ what: 'sofa', count: 1 }], slot: '2026-12-01', phone: '1' },
        { idempotencyKey: `k${n}` },
      )
    for (let n = 1; n <= 20; n += 1) expect(await book(n)).toMatchObject({ kind: 'done' })
    expect(await book(21)).toEqual({ kind: 'failed', failure: 'slot_taken' })
  })

  test('an action that nobody has is unavailable', async () => {
    expect(await run('fly_to_the_moon', {})).toEqual({ kind: 'failed', failure: 'unavailable' })
  })
})
