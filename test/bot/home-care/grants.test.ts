// Who may follow a client's visits: what must be there, how the phone is proved, how a grant ends, and the trail of it all.
import { openSqliteStore } from '../../../adapters/sqlite'
import type { City } from '../../../bot/contracts/city/city'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { Store } from '../../../bot/contracts/store/store'
import type { TextMessage } from '../../../bot/contracts/sms/text-message'
import { aliasFault } from '../../../bot/home-care/alias'
import { endOverGrants, recordsOfEnd } from '../../../bot/home-care/end-grants'
import { grantById, grantKeys, grantsOfClient, grantsOfPhone } from '../../../bot/home-care/grant'
import { mayBeTold } from '../../../bot/home-care/may-be-told'
import { checkGrantCode, sendGrantCode } from '../../../bot/home-care/prove-phone'
import { registerGrant, type GrantWish } from '../../../bot/home-care/register-grant'
import { limitCodes } from '../../../bot/one-time-code/limit-codes'
import { randomCode } from '../../../bot/one-time-code/random-code'
import { hasOptedOut, optOutRecord } from '../../../bot/sms/opt-out'
import { stopClock, type StoppedClock } from '../../adapters/store-samples'
import { smallCity } from '../../support/small-city'
import { grantWish, register, relative, relativePhone } from './relatives'

describe('a grant', () => {
  let store: Store
  let clock: StoppedClock
  let city: City
  beforeAll(async () => {
    city = (await smallCity()).city
  })
  beforeEach(() => {
    clock = stopClock()
    store = openSqliteStore({ file: ':memory:', clock, logger: silentLogger })
  })
  afterEach(() => store.close())

  const parts = () => ({ store, city, clock, hasOptedOut: (phone: string) => hasOptedOut(store, phone) })
  const told = (id: string, scope?: 'completed' | 'missed') => mayBeTold(store, id, scope, clock.now())
  const trail = async (id: string) =>
    (await store.recordsUnder('audit', grantKeys.grant(id)))
      .map(({ value }) => value as { what: string; by: string; at: string })
      .sort((one, other) => (one.at < other.at ? -1 : 1))

  test('ends by itself after its last day: the number and the name go, what it rested on stays', async () => {
    const id = await relative(parts(), { to: '2026-11-30', alias: 'Mormor' })
    const other = await relative(parts(), { clientRef: 'client-2' })
    clock.advance(10 * 24 * 60 * 60_000)
    expect([await endOverGrants(store, clock.now()), await endOverGrants(store, clock.now())]).toEqual([1, 0])
    expect((await grantsOfPhone(store, relativePhone)).map((grant) => grant.id)).toEqual([other])
    const kept = JSON.stringify(await store.recordsUnder('grant', grantKeys.grant(id)))
    expect(kept).not.toContain(relativePhone)
    expect(kept).not.toContain('Mormor')
    expect(await grantById(store, id)).toMatchObject({
      secrecyWaiverRef: 'akt-2026-17/3',
      ended: { why: 'over', by: 'house' },
    })
    expect((await trail(id)).at(-1)).toMatchObject({ what: 'ended', by: 'house' })
  })

  test('that a crash left half ended loses its number all the same', async () => {
    const id = await register(parts(), { alias: 'Mormor' })
    const end = { why: 'client', by: 'Karin', now: clock.now() } as const
    const [first] = await recordsOfEnd(store, { grant: id }, end)
    await store.putRecord(first!)
    expect(await grantById(store, id)).toMatchObject({ phone: relativePhone, ended: { why: 'client' } })
    expect([await endOverGrants(store, clock.now()), await endOverGrants(store, clock.now())]).toEqual([1, 0])
    expect(await grantById(store, id)).toMatchObject({ phone: null, alias: '', ended: { why: 'client' } })
  })

  describe('is registered', () => {
    test('with both consents, and stands when a code has shown that the relative holds the phone', async () => {
      const id = await register(parts())
      expect(await grantById(store, id)).toMatchObject({
        clientRef: 'client-1',
        phone: relativePhone,
        secrecyWaiverRef: 'akt-2026-17/3',
        processingConsentRef: 'akt-2026-17/4',
        validFrom: '2026-11-23T23:00:00.000Z',
        validTo: '2027-11-23T23:00:00.000Z',
        alias: 'M',
      })
      expect(await told(id, 'completed')).toBe('no-consent')
      const other = await relative(parts(), { clientRef: 'client-2', scopes: ['completed'] })
      expect([await told(other), await told(other, 'completed'), await told(other, 'missed')]).toEqual([
        'yes',
        'yes',
        'no-consent',
      ])
    })
    test.each<[Partial<GrantWish>, string]>([
      [{ clientRef: 'Britt' }, 'client'],
      [{ clientRef: '19121212-1212' }, 'client'],
      [{ clientRef: '' }, 'client'],
      [{ phone: '12' }, 'phone'],
      [{ phone: '' }, 'phone'],
      [{ phone: '042-10 50 00' }, 'phone-without-texts'],
      [{ phone: '020-50 50 50' }, 'phone-without-texts'],
      [{ scopes: [] }, 'scopes'],
      [{ scopes: ['completed', 'everything'] }, 'scopes'],
      [{ secrecyWaiverRef: '' }, 'waiver'],
      [{ secrecyWaiverRef: 'Brittas samtycke' }, 'waiver'],
      [{ processingConsentRef: '' }, 'processing'],
      [{ processingConsentRef: '191212121212' }, 'processing'],
      [{ relativeConsentAt: '' }, 'relative-consent'],
      [{ relativeConsentAt: '2026-11-25' }, 'relative-consent'],
      [{ relativeConsentAt: '2026-02-30' }, 'relative-consent'],
      [{ alias: 'Insulin' }, 'alias-care-word'],
      [{ alias: '' }, 'alias-length'],
      [{ alias: 'Mormor i Råå 12' }, 'alias-length'],
      [{ alias: 'f. 1938' }, 'alias-signs'],
      [{ by: '' }, 'by'],
      [{ language: 'xx' }, 'language'],
      [{ from: 'i dag' }, 'from'],
      [{ to: '2026-11-23' }, 'to'],
      [{ to: '2027-11-24' }, 'too-long'],
      [{ from: '2025-01-01', to: '2025-06-01' }, 'over'],
    ])('not at all with %j', async (changes, fault) => {
      expect(await registerGrant(grantWish(changes), parts())).toEqual({ kind: 'refused', faults: [fault] })
      expect(await store.records('grant', { limit: 9 })).toEqual([])
      expect(await store.records('audit', { limit: 9 })).toEqual([])
    })
    test('for at most twelve months, also from a leap day on', async () => {
      const id = await register(parts(), { from: '2028-02-29' })
      expect((await grantById(store, id))?.validTo).toBe('2029-02-28T23:00:00.000Z')
      expect(await told(id)).toBe('no-consent')
    })
    test('once for a client and a number, until it has ended', async () => {
      const id = await register(parts())
      const again = () => registerGrant(grantWish({ phone: '+46 70 123 45 67' }), parts())
      expect(await again()).toEqual({ kind: 'refused', faults: ['already'] })
      await store.putRecords(
        await recordsOfEnd(store, { grant: id }, { why: 'staff', by: 'anna.k', now: clock.now() }),
      )
      expect(await again()).toMatchObject({ kind: 'registered' })
    })
  })

  describe('is proved by a code', () => {
    const proving = () => ({ ...parts(), makeCode: randomCode, maySendCode: limitCodes(store) })
    const sent = async () => {
      const entries = await store.claimOutbox({ now: clock.now(), leaseMs: 60_000, limit: 99 })
      return entries.map(({ payload }) => payload as TextMessage)
    }
    const digitsOf = ({ text }: TextMessage) => /\d{6}/.exec(text)?.[0] ?? ''

    test('that goes to the phone alone, and is good once the relative has read it out', async () => {
      const id = await register(parts())
      expect(await sendGrantCode(id, 'anna.k', proving())).toBe('sent')
      const [message] = await sent()
      expect(message).toMatchObject({ to: relativePhone, awaited: true })
      const digits = digitsOf(message!)
      expect(JSON.stringify(await store.records('grant', { limit: 9 }))).not.toContain(digits)
      expect(await checkGrantCode(id, digits, 'anna.k', parts())).toBe('proved')
      expect(await told(id)).toBe('yes')
    })
    test('and not at all when it has written STOPP, for nothing would ever reach it', async () => {
      const id = await register(parts())
      const optOut = async (out: boolean) =>
        store.putRecord(await optOutRecord(store, relativePhone, { out, by: 'resident', now: clock.now() }))
      await optOut(true)
      expect(await sendGrantCode(id, 'anna.k', proving())).toBe('opted-out')
      expect(await sent()).toEqual([])
      await optOut(false)
      expect(await sendGrantCode(id, 'anna.k', proving())).toBe('sent')
      const digits = digitsOf((await sent())[0]!)
      await optOut(true)
      expect(await checkGrantCode(id, digits, 'anna.k', parts())).toBe('opted-out')
      await optOut(false)
      expect(await checkGrantCode(id, digits, 'anna.k', parts())).toBe('proved')
    })
    test('with three tries, also when they come at once', async () => {
      const id = await register(parts())
      await sendGrantCode(id, 'anna.k', proving())
      const digits = digitsOf((await sent())[0]!)
      const wrong = digits === '000000' ? '111111' : '000000'
      const tries = await Promise.all(
        Array.from({ length: 5 }, () => checkGrantCode(id, wrong, 'anna.k', parts())),
      )
      expect(tries.sort()).toEqual(['no-more', 'no-more', 'wrong', 'wrong', 'wrong'])
      expect(await checkGrantCode(id, digits, 'anna.k', parts())).toBe('no-more')
      expect(await told(id)).toBe('no-consent')
    })
    test('within ten minutes, and only by the newest', async () => {
      const id = await register(parts())
      expect(await checkGrantCode(id, '123456', 'anna.k', parts())).toBe('none')
      await sendGrantCode(id, 'anna.k', proving())
      clock.advance(11 * 60_000)
      expect(await checkGrantCode(id, '123456', 'anna.k', parts())).toBe('expired')
      await sendGrantCode(id, 'anna.k', proving())
      const [first, second] = (await sent()).map(digitsOf)
      if (first !== second) expect(await checkGrantCode(id, first!, 'anna.k', parts())).toBe('wrong')
      expect(await checkGrantCode(id, second!, 'anna.k', parts())).toBe('proved')
    })
    test('of which a number gets only a few', async () => {
      const id = await register(parts())
      const results: string[] = []
      for (let n = 0; n < 5; n += 1) results.push(await sendGrantCode(id, 'anna.k', proving()))
      expect(results).toEqual(['sent', 'sent', 'sent', 'sent', 'too-many'])
    })
    test('not after it has ended, and not when there is none', async () => {
      const id = await relative(parts())
      await store.putRecords(
        await recordsOfEnd(store, { grant: id }, { why: 'client', by: 'anna.k', now: clock.now() }),
      )
      expect(await sendGrantCode(id, 'anna.k', proving())).toBe('ended')
      expect(await checkGrantCode(id, '480215', 'anna.k', parts())).toBe('ended')
      expect(await sendGrantCode('nosuch', 'anna.k', proving())).toBe('unknown')
    })
  })

  describe('ends', () => {
    const end = async (which: Parameters<typeof recordsOfEnd>[1], why: 'client' | 'relative' | 'death') =>
      store.putRecords(await recordsOfEnd(store, which, { why, by: 'anna.k', now: clock.now() }))

    test('for one, for all of a client, and for all of a phone, with nothing left of the relative', async () => {
      const [one, other] = [await relative(parts()), await relative(parts(), { phone: '070-999 88 77' })]
      const third = await relative(parts(), { clientRef: 'client-2' })
      await end({ phone: relativePhone }, 'relative')
      expect([await told(one), await told(other), await told(third)]).toEqual(['ended', 'yes', 'ended'])
      await end({ clientRef: 'client-1' }, 'death')
      expect(await told(other)).toBe('ended')
      expect(await grantsOfPhone(store, relativePhone)).toEqual([])
      expect(JSON.stringify(await store.records('grant', { limit: 99 }))).not.toMatch(/4670|"M"/)
      expect((await grantsOfClient(store, 'client-1')).map(({ ended }) => ended?.why).sort()).toEqual([
        'death',
        'relative',
      ])
    })
    test('once: a second end changes neither why nor when', async () => {
      const id = await relative(parts())
      await end({ grant: id }, 'client')
      await end({ clientRef: 'client-1' }, 'death')
      expect((await grantById(store, id))?.ended?.why).toBe('client')
    })
    test('by itself when its time is over', async () => {
      const id = await relative(parts(), { to: '2026-11-24' })
      expect(await told(id)).toBe('yes')
      clock.advance(22 * 3_600_000)
      expect(await told(id)).toBe('ended')
    })
    test('for good, also when something else is written at the same moment', async () => {
      const id = await relative(parts())
      const records = await recordsOfEnd(store, { grant: id }, { why: 'client', by: 'a', now: clock.now() })
      const wishes = {
        collection: 'grant' as const,
        id: `${id} wishes`,
        keys: [grantKeys.grant(id)],
        value: { kind: 'wishes', grant: id, alias: 'X', texts: 'all', night: true },
      }
      await Promise.all([store.putRecords(records), store.putRecord(wishes)])
      expect(await told(id)).toBe('ended')
    })
  })

  test('leaves a line for each change, which names neither person nor number', async () => {
    const id = await relative(parts())
    clock.advance(1_000)
    await store.putRecords(
      await recordsOfEnd(store, { grant: id }, { why: 'client', by: 'bo.l', now: clock.now() }),
    )
    const lines = await trail(id)
    expect(lines.map(({ what }) => what).sort()).toEqual(['code-sent', 'ended', 'phone-proved', 'registered'])
    expect(lines.at(-1)).toMatchObject({ what: 'ended', by: 'bo.l', why: 'client' })
    expect(JSON.stringify(lines)).not.toMatch(/4670|070|client-1/)
  })
})

test.each([
  ['M', undefined],
  ['Mamma', undefined],
  ['Åsa-Li', undefined],
  ['أمي', undefined],
  ['Hemtjänsten', 'care-word'],
  ['mitt larm', 'care-word'],
  ['DEMENT', 'care-word'],
  ['Homecare', 'care-word'],
  ['Home care', 'care-word'],
  ['M!', 'signs'],
  ['M\nX', 'signs'],
  ['{alias}', 'signs'],
  ['19 38', 'signs'],
  ['   ', 'length'],
])('the name %j: %s', (alias, fault) => expect(aliasFault(alias)).toBe(fault))
