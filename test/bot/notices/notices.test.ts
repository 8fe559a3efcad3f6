// From the talk in which a relative subscribes to the text that waits in the outbox, and every way in which it ends.
import { openSqliteStore } from '../../../adapters/sqlite'
import type { Clock } from '../../../bot/contracts/basics/clock'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { Store } from '../../../bot/contracts/store/store'
import type { TextMessage } from '../../../bot/contracts/sms/text-message'
import type { Notice } from '../../../bot/dialog/model/model'
import { dataFault } from '../../../bot/notices/event-data'
import { mayStillBeSent } from '../../../bot/notices/may-still-be-sent'
import { subscriberKeys } from '../../../bot/notices/subscription'
import { createNotify, type NoticeEvent } from '../../../bot/notices/notify'
import { residentOf, type Resident } from '../../support/resident'
import { smallCity } from '../../support/small-city'
import { nightClock } from '../../support/test-bot'

const phone = '+46701234567'
const makeCode = () => ({ digits: '480215', salt: 'salt' })
const visit: NoticeEvent = { id: 'e1', name: 'visit_done', person: 'Britt', data: { visit_time: '08:41' } }

describe('notices', () => {
  let store: Store
  beforeEach(() => {
    store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
  })
  afterEach(() => store.close())

  const relative = async (name: string) => residentOf(store, { makeCode, name, content: await smallCity() })
  const answers = ['ja', '070-123 45 67', '480215', 'meddela mig', 'M']
  const subscribe = async (resident: Resident, night = 'nej', yes = 'ja') => {
    await resident.begin('hemtjanst-besok')
    for (const answer of [...answers, night]) await resident.say(answer)
    const { text, outcome } = await resident.say(yes)
    expect([text, outcome]).toEqual([expect.stringContaining('sparat'), 'completed'])
  }
  const notify = async (event: NoticeEvent = visit, now = '2026-11-24T07:41:00Z') => {
    const clock: Clock = { now: () => new Date(now) }
    const content = await smallCity()
    return createNotify({ store, content: () => content, clock, logger: silentLogger })(event)
  }
  const told = async (event?: NoticeEvent, now?: string) => {
    const notified = await notify(event, now)
    return notified.kind === 'refused' ? notified.why : notified.told
  }
  const waiting = async () => {
    const due = await store.claimOutbox({ now: new Date('2027-06-01T00:00:00Z'), leaseMs: 1, limit: 99 })
    return due.filter(({ id }) => id.startsWith('notice/'))
  }

  describe('who subscribed', () => {
    test('is told in the words of the dialog, by phone, at once by day', async () => {
      await subscribe(await relative('a'))
      await told()
      const [entry] = await waiting()
      expect(entry).toMatchObject({ kind: 'sms', dueAt: '2026-11-24T07:41:00.000Z' })
      expect(entry!.payload).toMatchObject({
        to: phone,
        text: 'Besök hos M: klart 8.41. Vill du veta mer? Svara MER. Avsluta med STOPP.',
        notAfter: '2026-11-25T07:41:00.000Z',
      })
    })
    test('in English is told in English', async () => {
      const resident = await relative('a')
      await resident.say('english')
      await resident.begin('hemtjanst-besok')
      for (const answer of ['yes', '070-123 45 67', '480215', 'notify me', 'M', 'no', 'yes'])
        await resident.say(answer)
      await told()
      const texts = (await waiting()).map(({ payload }) => (payload as TextMessage).text)
      expect(texts).toEqual(['Visit to M: done 8:41. Want to know more? Reply MORE. End with STOPP.'])
    })
    test('is left in peace until seven, unless the night was asked for', async () => {
      await subscribe(await relative('a'))
      expect(await told(visit, '2026-11-24T22:15:00Z')).toMatchObject([
        { kind: 'enqueued', dueAt: new Date('2026-11-25T06:00:00Z') },
      ])
      await subscribe(await relative('b'), 'ja')
      expect(await told({ ...visit, id: 'e2' }, '2026-11-24T22:15:00Z')).toMatchObject([
        { kind: 'enqueued', dueAt: new Date('2026-11-24T22:15:00Z') },
      ])
    })
    test('is kept once, however often the same is asked for, and told once of an event', async () => {
      await subscribe(await relative('a'))
      await subscribe(await relative('b'))
      expect(await store.records('subscription', { limit: 9 })).toHaveLength(1)
      expect(await told()).toMatchObject([{ kind: 'enqueued' }])
      expect(await told()).toMatchObject([{ kind: 'repeated' }])
      expect(await waiting()).toHaveLength(1)
      expect(await told({ ...visit, id: 'e2' })).toMatchObject([{ kind: 'enqueued' }])
    })
    test('to another person is not told', async () => {
      await subscribe(await relative('a'))
      expect(await told({ ...visit, person: 'Bengt' })).toEqual([])
    })
  })

  test.each([
    [{ ...visit, name: 'visit_dune' }, 'no dialog has a notice for it'],
    [{ ...visit, data: {} }, '"visit_time" is missing'],
    [{ ...visit, data: { visit_time: 'strax' } }, '"visit_time" is not of the type time'],
    [{ ...visit, data: { visit_time: '25:70' } }, '"visit_time" is not of the type time'],
    [
      { ...visit, data: { visit_time: '08:41', staff: 'Eva' } },
      '"staff" is not among what the notice is given',
    ],
  ])('an event that is not as agreed is refused: %j', async (event, why) => {
    await subscribe(await relative('a'))
    expect(await told(event)).toBe(why)
    expect(await waiting()).toEqual([])
  })

  test.each([
    ['2026-02-28', undefined],
    ['2026-02-31', '"day" is not of the type date'],
    ['2026-13-01', '"day" is not of the type date'],
  ])('a day that is none is refused, and names no value: %s', (day, fault) => {
    expect(dataFault({ gives: new Map([['day', 'date']]) } as unknown as Notice, { day })).toBe(fault)
  })

  describe('a subscription ends', () => {
    let resident: Resident
    let id: string
    beforeEach(async () => {
      resident = await relative('a')
      await subscribe(resident)
      id = (await store.records('subscription', { limit: 9 }))[0]!.id
      expect(await mayStillBeSent(store, id, nightClock.now())).toBe('yes')
    })
    const ended = async () => {
      expect(await told()).toEqual([])
      expect(await mayStillBeSent(store, id, nightClock.now())).toBe('ended')
      const [record] = await store.records('subscription', { limit: 9 })
      expect(JSON.stringify(record)).not.toMatch(/Britt|4670|"M"/)
      return (await store.records('audit', { limit: 9 })).map(({ value }) => (value as { why: string }).why)
    }

    test('by taking back the consent, when no dialog is open, and it is kept that it was', async () => {
      const { text } = await resident.say('Jag tar tillbaka mitt samtycke')
      expect(text).toContain('Det är noterat att du tar tillbaka ditt samtycke.')
      expect(text).toContain('Klart, du får inga fler sms')
      expect(await ended()).toEqual(['consent-withdrawn'])
      const consents = await store.records('consent', { limit: 9 })
      expect(consents.map(({ value }) => (value as { answer: boolean }).answer).sort()).toEqual([false, true])
    })
    test('by the wish to be forgotten, with what happens to the rest', async () => {
      const { text } = await resident.say('radera mina uppgifter')
      expect(text).toContain('Klart, du får inga fler sms')
      expect(text).toContain('21 dagar efter')
      expect(await ended()).toEqual(['consent-withdrawn'])
    })
    test('by the wish to be forgotten in its own dialog, which is told how too', async () => {
      await resident.begin('hemtjanst-besok')
      await resident.say('ja')
      const { text } = await resident.say('radera mina uppgifter')
      expect(text).toContain('"Meny"')
      expect(text).toContain('Då sparar jag inget.')
      expect(await ended()).toEqual(['consent-withdrawn'])
    })
    test('while another dialog is open, whose question is asked again', async () => {
      await resident.begin('felanmalan')
      const { text } = await resident.say('jag tar tillbaka mitt samtycke')
      expect(text).toContain('Klart, du får inga fler sms')
      expect(text).toContain('Vad gäller felet?')
      expect(await ended()).toEqual(['consent-withdrawn'])
    })
    test('while its own dialog is open again, which goes on without consent', async () => {
      await resident.begin('hemtjanst-besok')
      await resident.say('ja')
      const { text } = await resident.say('jag tar tillbaka mitt samtycke')
      expect(text).toContain('Klart, du får inga fler sms')
      expect(text).toContain('Då sparar jag inget.')
      expect(await ended()).toEqual(['consent-withdrawn'])
    })
    test('by STOPP on the web, where a stop in an open dialog is for the dialog', async () => {
      await resident.begin('felanmalan')
      expect((await resident.say('stopp')).text).toContain('Då avbryter jag')
      expect(await mayStillBeSent(store, id, nightClock.now())).toBe('yes')
      expect((await resident.say('Stopp!')).text).toContain('Klart, du får inga fler sms')
      expect(await ended()).toEqual(['stopped'])
      expect((await resident.say('stopp')).text).toContain('Det finns inget att avbryta')
    })
    test.each(['stopall', 'avstall', 'unsubscribe'])('by %s on the web, a stop as over SMS', async (word) => {
      expect((await resident.say(word)).text).toContain('Klart, du får inga fler sms')
      expect(await ended()).toEqual(['stopped'])
    })
    test('by STOPP in an SMS from the phone, before an open dialog hears it', async () => {
      const phoneOwner = await residentOf(store, {
        channel: 'sms',
        name: 'our:theirs',
        from: phone,
        content: await smallCity(),
      })
      await phoneOwner.begin('felanmalan')
      const { text } = await phoneOwner.say('STOPP')
      expect(text).toBe(
        'Du får inga fler sms från oss. Pågående ärenden tas om hand ändå. Svara START om du ändrar dig.',
      )
      expect((await phoneOwner.say('gatlampan är trasig')).text).toContain('Var är det?')
      expect(await ended()).toEqual(['stopped'])
    })
    test('also by a second STOPP, and no new one is made until START', async () => {
      const phoneOwner = await residentOf(store, { channel: 'sms', name: 'our:theirs', from: phone })
      const subscribeAgain = async () => {
        const resident = await relative('b')
        await resident.begin('hemtjanst-besok')
        for (const answer of [...answers, 'nej']) await resident.say(answer)
        return (await resident.say('ja')).text
      }
      // One that was kept before the opt-out was asked about.
      const [kept] = await store.records('subscription', { limit: 9 })
      const keys = [subscriberKeys.phone(phone)]
      await phoneOwner.say('STOPP')
      expect(await subscribeAgain()).toContain('Skriv START')
      await store.putRecord({ collection: 'subscription', id, value: kept!.value, keys })
      expect(await phoneOwner.say('STOPP')).toMatchObject({ text: '', outcome: 'guarded-opted-out' })
      expect(await mayStillBeSent(store, id, nightClock.now())).toBe('ended')
      await phoneOwner.say('START')
      expect(await subscribeAgain()).toContain('sparat')
    })
    test('not by STOPP from another phone', async () => {
      const other = await residentOf(store, { channel: 'sms', name: 'our:other', from: '+46709998877' })
      await other.say('STOPP')
      expect(await mayStillBeSent(store, id, nightClock.now())).toBe('yes')
    })
    test('by taking the consent back in an SMS from the phone', async () => {
      const phoneOwner = await residentOf(store, {
        channel: 'sms',
        name: 'our:theirs',
        from: phone,
        content: await smallCity(),
      })
      expect((await phoneOwner.say('jag tar tillbaka mitt samtycke')).text).toContain('inga fler sms')
      expect(await ended()).toEqual(['consent-withdrawn'])
    })
    test('when what was done is undone', async () => {
      await resident.tap(await resident.say('ångra'), 'Ja')
      expect(await ended()).toEqual(['undone'])
    })
    test('with the time of its consent', async () => {
      const later = '2027-11-25T08:00:00Z'
      expect(await told({ ...visit, id: 'e3' }, later)).toMatchObject([
        { kind: 'left-out', why: 'no-consent' },
      ])
      expect(await mayStillBeSent(store, id, new Date(later))).toBe('no-consent')
    })
    test('and what waits in the outbox may not be sent any more', async () => {
      await told(visit, '2026-11-24T22:15:00Z')
      await resident.say('stopp')
      const [entry] = await waiting()
      const { subscription } = entry!.payload as TextMessage
      expect(await mayStillBeSent(store, subscription!, nightClock.now())).toBe('ended')
    })
  })

  test('nothing to take back is told as that', async () => {
    const { text } = await (await relative('a')).say('jag tar tillbaka mitt samtycke')
    expect(text).toContain('Jag har inget samtycke från dig')
  })
})
