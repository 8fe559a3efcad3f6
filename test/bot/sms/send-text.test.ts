// Whether a text may go is asked when it goes, not when it was put into the outbox.
import { openSqliteStore } from '../../../adapters/sqlite'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { SendResult, SmsSender } from '../../../bot/contracts/sms/sms-gateway'
import type { Store } from '../../../bot/contracts/store/store'
import { textMessageEntry, type TextMessage } from '../../../bot/contracts/sms/text-message'
import { createOutboxWorker } from '../../../bot/outbox/work-outbox'
import { createTextBudget } from '../../../bot/sms/text-budget'
import { hasOptedOut, optOutRecord } from '../../../bot/sms/opt-out'
import { createSendText, sendWaitingText } from '../../../bot/sms/send-text'

const phone = '+46701740605'
const hourMs = 3_600_000
const timeZone = 'Europe/Stockholm'

describe('a text in the outbox', () => {
  let nowMs: number
  const clock = { now: () => new Date(nowMs) }
  let store: Store
  let sent: string[]
  let answers: SendResult[]
  let taken: string[]
  const sender: SmsSender = {
    name: 'recorder',
    send({ text }) {
      const answer = answers.shift() ?? { kind: 'sent', id: `id${sent.length + 1}` }
      if (answer.kind === 'sent') sent.push(text)
      return Promise.resolve(answer)
    },
    takenSince: () => Promise.resolve(taken),
  }
  let mayBeTold = true
  beforeEach(() => {
    nowMs = Date.parse('2026-11-24T12:00:00Z')
    store = openSqliteStore({ file: ':memory:', clock, logger: silentLogger })
    sent = []
    answers = []
    taken = []
    mayBeTold = true
  })
  afterEach(() => store.close())

  const put = (message: Partial<TextMessage> = {}, id = 't1') => {
    const notAfter = new Date(nowMs + 48 * hourMs).toISOString()
    return store.enqueue(textMessageEntry(id, clock.now(), { to: phone, text: 'Hej!', notAfter, ...message }))
  }
  const sendTextWith = (kronorPerDay = 100) =>
    createSendText({
      store,
      senderFor: () => Promise.resolve(sender),
      city: () => ({ timeZone, quiet: { from: 21 * 60, to: 8 * 60 } }),
      mayBeTold: () => Promise.resolve(mayBeTold),
      budget: createTextBudget({ kronorPerDay, kronorPerPart: 1, timeZone: () => timeZone, clock }),
      countries: ['+46'],
      clock,
    })
  const workOff = async (kronorPerDay = 100) => {
    const sendText = sendTextWith(kronorPerDay)
    await createOutboxWorker({
      store,
      deeds: new Map([['sms', sendWaitingText(sendText)]]),
      clock,
      logger: silentLogger,
    }).workOff()
  }
  const left = () => store.countOutbox()

  test('goes in characters that cost least, and leaves no words in what is noted', async () => {
    await put({ text: 'Klart – tack…' })
    await workOff()
    expect(sent).toEqual(['Klart - tack...'])
    const note = await store.record('sent-text', 't1')
    expect(note?.value).toMatchObject({ gateway: 'recorder', gatewayId: 'id1', parts: 1 })
    expect(JSON.stringify(note)).not.toMatch(/Klart|70174/)
  })
  test('goes to nobody who has written STOPP, unless they have asked since', async () => {
    await put({}, 'unasked')
    await put({ asked: true, text: 'Asked before' }, 'before')
    nowMs += 1000
    await store.putRecord(await optOutRecord(store, phone, { out: true, by: 'resident', now: clock.now() }))
    nowMs += 1000
    await put({ asked: true, text: 'Svar' }, 'asked')
    await workOff()
    expect(sent).toEqual(['Svar'])
    expect(await left()).toEqual({ waiting: 0, dead: 0 })
  })
  test('with a code that somebody waits for goes at night, and to nobody who has written STOPP', async () => {
    nowMs = Date.parse('2026-11-24T22:30:00Z')
    await put({ awaited: true, text: 'Kod 1' }, 'code1')
    await workOff()
    await store.putRecord(await optOutRecord(store, phone, { out: true, by: 'resident', now: clock.now() }))
    await put({ awaited: true, text: 'Kod 2' }, 'code2')
    await workOff()
    expect([sent, await left()]).toEqual([['Kod 1'], { waiting: 0, dead: 0 }])
  })
  test('goes to nobody whose consent has ended meanwhile', async () => {
    await put({ subscription: 's1' })
    mayBeTold = false
    await workOff()
    expect([sent, await left()]).toEqual([[], { waiting: 0, dead: 0 }])
  })
  test('waits for the morning at night, and counts no attempt; an answer does not wait', async () => {
    nowMs = Date.parse('2026-11-24T22:30:00Z')
    await put({}, 'news')
    await put({ asked: true, text: 'Svar' }, 'answer')
    await workOff()
    expect(sent).toEqual(['Svar'])
    nowMs = Date.parse('2026-11-25T07:00:00Z')
    const [entry] = await store.claimOutbox({ now: clock.now(), leaseMs: 1, limit: 9 })
    expect(entry).toMatchObject({ id: 'news', attempts: 1 })
  })
  test('that is too late is let go', async () => {
    await put({ notAfter: new Date(nowMs + hourMs).toISOString() })
    nowMs += 2 * hourMs
    await workOff()
    expect([sent, await left()]).toEqual([[], { waiting: 0, dead: 0 }])
  })
  test('waits for tomorrow when the money of the day is gone', async () => {
    await put({}, 'a')
    await put({}, 'b')
    await workOff(1)
    expect(sent).toHaveLength(1)
    nowMs += 10 * hourMs
    await workOff(1)
    expect(sent).toHaveLength(1)
    // Midnight is past, and so is the quiet of the night.
    nowMs += 10 * hourMs
    await workOff(1)
    expect(sent).toHaveLength(2)
  })
  test.each([
    ['23', '2028-03-25T23:30:00Z', '2028-03-26T22:00:00.000Z'],
    ['25', '2027-10-30T22:30:00Z', '2027-10-31T23:00:00.000Z'],
  ])('on the day of %s hours money comes at midnight', (_hours, now, midnight) => {
    nowMs = Date.parse(now)
    const budget = createTextBudget({ kronorPerDay: 1, kronorPerPart: 1, timeZone: () => timeZone, clock })
    expect(budget.renewedAt().toISOString()).toBe(midnight)
  })
  test('that stays after all costs nothing of the money of the day', async () => {
    const sendText = sendTextWith(1)
    const notAfter = new Date(nowMs + hourMs).toISOString()
    const [entry, message] = [
      { id: 't1', dueAt: clock.now().toISOString() },
      { to: phone, text: 'Hej!', notAfter },
    ]
    const wait = { kind: 'wait', until: clock.now() } as const
    expect(await sendText(entry, message, () => Promise.resolve(wait))).toEqual(wait)
    expect(await sendText(entry, message, () => Promise.resolve(undefined))).toEqual({ kind: 'done' })
  })
  describe('that did not go', () => {
    const one = { id: 't1', dueAt: '2026-11-24T12:00:00.000Z' }
    const other = { ...one, id: 't2' }
    const message = () => ({
      to: phone,
      text: 'Hej!',
      notAfter: new Date(nowMs + 24 * hourMs).toISOString(),
      asked: true,
    })

    test.each<SendResult>([
      { kind: 'failed', code: 'http-401' },
      { kind: 'refused', code: '21211' },
      { kind: 'opted-out' },
    ])('costs nothing of the money of the day: %j', async (answer) => {
      const send = sendTextWith(1)
      answers = [answer]
      await send(one, message())
      expect(await send(other, message())).toEqual({ kind: 'done' })
    })

    test('and was not even begun costs nothing either', async () => {
      const send = sendTextWith(1)
      const away = jest.spyOn(store, 'putRecord').mockRejectedValueOnce(new Error('away'))
      await expect(send(one, message())).rejects.toThrow('away')
      away.mockRestore()
      expect(await send(other, message())).toEqual({ kind: 'done' })
    })

    test('as far as is known keeps its money, and costs no more when it is tried again', async () => {
      const send = sendTextWith(1)
      answers = [{ kind: 'failed', code: 'away', mayHaveGone: true }]
      await send(one, message())
      expect(await send(other, message())).toMatchObject({ kind: 'wait' })
      expect(await send(one, message())).toEqual({ kind: 'done' })
      expect(await send(other, message())).toMatchObject({ kind: 'wait' })
    })

    test('before midnight gives nothing back to the day after', () => {
      const budget = createTextBudget({
        ...{ kronorPerDay: 5, kronorPerPart: 1, timeZone: () => timeZone, clock },
      })
      budget.spend('before', 3)
      nowMs = Date.parse('2026-11-24T23:00:01Z')
      budget.spend('after', 4)
      budget.giveBack('before')
      expect([budget.kronorToday(), budget.spend('more', 2)]).toEqual([4, false])
      // Tried again on another day it is paid for from that day's money.
      expect(budget.spend('before', 1)).toBe(true)
      budget.giveBack('after')
      budget.giveBack('after')
      expect(budget.kronorToday()).toBe(1)
    })
  })
  test('to a phone that has told the gateway to stop is kept as STOPP, and not tried again', async () => {
    await put()
    answers = [{ kind: 'opted-out' }]
    await workOff()
    expect(await hasOptedOut(store, phone)).toBe(true)
    expect(await left()).toEqual({ waiting: 0, dead: 0 })
  })
  test('that the gateway refuses is a dead letter at once; one that failed is tried again', async () => {
    await put({}, 'refused')
    answers = [{ kind: 'refused', code: '21211' }]
    await workOff()
    expect(await left()).toEqual({ waiting: 0, dead: 1 })
    await put({}, 'failed')
    answers = [{ kind: 'failed', code: 'away' }]
    await workOff()
    expect(await left()).toEqual({ waiting: 1, dead: 1 })
    nowMs += hourMs
    await workOff()
    expect(sent).toEqual(['Hej!'])
  })
  test('goes to no country that texts do not come from', async () => {
    await put({ to: '+37120000000', asked: true })
    await workOff()
    expect([sent, await left()]).toEqual([[], { waiting: 0, dead: 0 }])
  })
  test('that was taken although the line broke is not sent again', async () => {
    await put()
    taken = ['id-of-the-first']
    answers = [{ kind: 'failed', code: 'away' }]
    await workOff()
    nowMs += hourMs
    await workOff()
    expect(sent).toEqual([])
    expect((await store.record('sent-text', 't1'))?.value).toMatchObject({ gatewayId: 'id-of-the-first' })
  })
  test('to somebody in danger goes also when the money is gone', async () => {
    await put({ asked: true, urgent: true })
    await workOff(0)
    expect(sent).toEqual(['Hej!'])
  })
  test('of a notice that is late waits for the morning, and one for the night does not', async () => {
    nowMs = Date.parse('2026-11-24T22:30:00Z')
    await put({ subscription: 's1', text: 'I tid' }, 'in time')
    nowMs -= hourMs
    await put({ subscription: 's1', text: 'Sent' }, 'late')
    nowMs += hourMs
    await workOff()
    expect(sent).toEqual(['I tid'])
  })
  test('that is no text is a dead letter', async () => {
    await store.enqueue({
      id: 'x',
      kind: 'sms',
      dueAt: clock.now().toISOString(),
      payload: { to: 'Skatteverket' },
    })
    await workOff()
    expect(await left()).toEqual({ waiting: 0, dead: 1 })
  })
})
