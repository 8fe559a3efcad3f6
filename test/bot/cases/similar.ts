// The same fault reported by several: found, followed, and told of to all of them; on any store.
import { findSimilarCase, type ToCompare } from '../../../bot/cases/find-similar'
import { hearDesk, tellCaseKind } from '../../../bot/cases/hear-desk'
import { addEvent } from '../../../bot/cases/add-event'
import { madeRecord } from '../../../bot/cases/case-records'
import { followCase } from '../../../bot/cases/follow-case'
import { readCase } from '../../../bot/cases/read-case'
import { tellCase } from '../../../bot/cases/tell-case'
import type { CasePlace, MadeCase } from '../../../bot/contracts/cases/case'
import { toConversationId } from '../../../bot/contracts/talk/ids'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { Store } from '../../../bot/contracts/store/store'
import { createOutboxWorker } from '../../../bot/outbox/work-outbox'
import { placeOfCase } from '../../../bot/places/place-of-case'
import { residentOf } from '../../support/resident'
import { nightClock, openTestBot, shippedContent } from '../../support/test-bot'

const now = nightClock.now()
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
const here: CasePlace = { text: 'Storgatan 12' }

export function describeSimilar(openStore: () => Promise<Store> | Store): void {
  let store: Store
  let count = 0
  beforeAll(() => shippedContent())
  beforeEach(async () => {
    store = await openStore()
    count = 0
  })
  afterEach(() => store.close())

  const put = async (change: Partial<MadeCase> = {}) => {
    count += 1
    const made: MadeCase = {
      ...{
        number: `F-2026-00000${count}`,
        class: 'light',
        department: 'gata-park',
        at: daysAgo(1).toISOString(),
      },
      ...{ channel: 'web', language: 'sv', facts: {}, files: [], place: here },
      ...change,
    }
    await store.putRecord(madeRecord(made))
    return made
  }
  const find = async (change: Partial<ToCompare> = {}) =>
    (await findSimilarCase({ class: 'light', place: here, now, isShown: () => true, ...change }, store))
      ?.number

  describe('a case is taken for the same', () => {
    /** A degree of latitude is 111.2 km. */
    const metresNorth = (metres: number): CasePlace => ({
      text: `${metres} m`,
      lat: 56.05 + metres / 111_195,
      lon: 12.7,
    })
    test.each<[string, Partial<MadeCase>, Partial<ToCompare>, boolean]>([
      ['at the same place', {}, {}, true],
      ['at the same place in other letters', { place: { text: 'STORGATAN  12' } }, {}, true],
      ['at another number of the street', { place: { text: 'Storgatan 14' } }, {}, false],
      ['of another class', { class: 'ice' }, {}, false],
      ['without a place', { facts: {}, place: { text: '' } }, {}, false],
      ['six days old', { at: daysAgo(6.9).toISOString() }, {}, true],
      ['eight days old', { at: daysAgo(7.1).toISOString() }, {}, false],
      ['95 metres away', { place: metresNorth(95) }, { place: metresNorth(0) }, true],
      ['105 metres away', { place: metresNorth(105) }, { place: metresNorth(0) }, false],
      [
        'with the same words far away',
        { place: { ...metresNorth(5_000), text: 'Storgatan 12' } },
        { place: { ...metresNorth(0), text: 'Storgatan 12' } },
        false,
      ],
    ])('%s: %#', async (_name, made, toCompare, isFound) => {
      await put(made)
      expect((await find(toCompare)) !== undefined).toBe(isFound)
    })

    test('the latest of several', async () => {
      await put({ at: daysAgo(3).toISOString() })
      await put({ at: daysAgo(2).toISOString() })
      expect(await find()).toBe('F-2026-000002')
    })

    test.each(['Klart', 'Arkiverat'] as const)('but not when it is %s', async (status) => {
      const made = await put()
      await addEvent(store, made, { id: 'd', at: now.toISOString(), kind: 'status', status, by: 'desk' })
      expect(await find()).toBeUndefined()
    })
  })

  const report = async (name: string) => {
    const resident = await residentOf(store, { name })
    return { resident, asked: await resident.say('gatlyktan på Storgatan 12 är trasig') }
  }
  const reportWhole = async (name: string) => {
    const { resident } = await report(name)
    for (const answer of ['nej', 'hoppa över', '070-123 45 67', 'ja']) await resident.say(answer)
  }

  test('"jag också" counts once, and hears what the first one hears', async () => {
    await reportWhole('ada')
    const { resident, asked } = await report('bo')
    expect(asked.text).toContain(
      'Ett sådant fel är redan anmält vid Storgatan 12 den 24 november. Är det samma fel?',
    )
    await resident.say('ja')
    expect((await resident.say('ja')).text).toContain('Nu följer du ärende F-2026-000001')
    const again = await residentOf(store, { name: 'bo' })
    await again.say('gatlyktan på Storgatan 12 är trasig')
    for (const answer of ['ja', 'ja']) await again.say(answer)
    expect((await readCase(store, 'F-2026-000001'))?.followers).toBe(1)
    const followed = (await readCase(store, 'F-2026-000001'))!
    const { city: shipped } = await shippedContent()
    const own = {
      ...shipped.departments.get('gata-park')!,
      desk: { kind: 'email', to: 'a@exempel.se' } as const,
    }
    const follower = { conversationId: toConversationId('web:bo'), channel: 'web', language: 'sv' } as const
    const withDesk = { ...shipped, departments: new Map([['gata-park', own]]) }
    // Its department has been told of it.
    expect(followCase(followed, follower, { city: withDesk, now: nightClock.now() }).outbox).toEqual([])

    const city = (await shippedContent()).city
    const hear = hearDesk({ store, city: () => city, clock: nightClock })
    await hear('gata-park', 'F-2026-000001', { id: 'd1', status: 'Klart' })
    const bot = await openTestBot(store, { clock: nightClock })
    const tell = tellCase({ store, bot, city: () => city, writesLetters: false, clock: nightClock })
    const deeds = new Map([
      [tellCaseKind, tell],
      ['sms', () => Promise.resolve({ kind: 'done' } as const)],
    ])
    await createOutboxWorker({ store, deeds, clock: nightClock, logger: silentLogger }).workOff()
    for (const name of ['web:ada', 'web:bo']) {
      const last = (await store.linesAfter(toConversationId(name), 0, 1_000)).at(-1)
      expect(last).toMatchObject({
        outcome: 'told-case',
        reply: { text: expect.stringContaining('F-2026-000001') as string },
      })
    }
    expect((await resident.say('status')).text).toContain('Klart')
  })

  test.each([
    ['Drottninggatan 7', true],
    ['Drottninggatan 14', false],
  ])('a lamp reported at Drottninggatan 5 is asked about at %s: %s', async (address, isNear) => {
    const first = await residentOf(store, { name: 'ada' })
    await first.say('gatlyktan på Drottninggatan 5 är trasig')
    for (const answer of ['nej', 'hoppa över', 'hoppa över', 'ja']) await first.say(answer)
    const second = await residentOf(store, { name: 'bo' })
    const { text } = await second.say(`gatlyktan på ${address} är trasig`)
    expect(text.includes('redan anmält vid Drottninggatan 5 den 24 november. Är det samma fel?')).toBe(isNear)
  })

  test.each<[string, Partial<MadeCase>, boolean]>([
    ['in somebody’s own words is not', {}, false],
    ['of a report that anyone may read is', { channel: 'open311' }, true],
  ])('a case nearby at a place %s asked about', async (_name, made, isAsked) => {
    const { places } = await shippedContent()
    await put({
      ...made,
      place: { ...placeOfCase('Drottninggatan 5', places), text: 'hos Anna, andra huset' },
    })
    const { text } = await (await residentOf(store)).say('gatlyktan på Drottninggatan 7 är trasig')
    expect(text.includes('redan anmält vid hos Anna, andra huset')).toBe(isAsked)
    expect(text.includes('Är det samma fel?')).toBe(isAsked)
  })

  test('who follows learns nothing of whoever made it', async () => {
    await reportWhole('ada')
    const { resident, asked } = await report('bo')
    const said = [
      asked,
      await resident.say('ja'),
      await resident.say('ja'),
      await resident.say('mina ärenden'),
    ]
    expect(said.map(({ text }) => text).join(' ')).not.toMatch(/070|46701234567|ada/)
  })

  test('another fault at the same place is a case of its own', async () => {
    await reportWhole('ada')
    const { resident } = await report('bo')
    for (const answer of ['nej', 'nej', 'hoppa över', 'hoppa över']) await resident.say(answer)
    expect((await resident.say('ja')).text).toContain('F-2026-000002')
  })

  test('a case that goes with its conversation leaves nobody who follows nothing', async () => {
    await reportWhole('ada')
    const { resident } = await report('bo')
    await resident.say('ja')
    await store.erase(toConversationId('web:ada'))
    expect((await resident.say('ja')).text).toContain('kunde inte lägga till dig')
  })
}
