// A case goes out with the turn that made it, to the desk that its department has when it is done.
import { deliverToDesk } from '../../../bot/cases/deliver-to-desk'
import { openCase } from '../../../bot/cases/open-case'
import { readCase } from '../../../bot/cases/read-case'
import type { CaseDesk, Delivered, Desk, DeskDelivery } from '../../../bot/contracts/cases/case-desk'
import type { City } from '../../../bot/contracts/city/city'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { ClaimedEntry, Store } from '../../../bot/contracts/store/store'
import { openSqliteStore } from '../../../adapters/sqlite'
import { residentOf } from '../../support/resident'
import { nightClock, shippedContent } from '../../support/test-bot'

const email: Desk = { kind: 'email', to: 'felanmalan@exempel.se' }
const open311: Desk = { kind: 'open311', to: 'https://open311.exempel.se/v2' }

describe('an errand to a desk', () => {
  let store: Store
  let shipped: City
  beforeEach(async () => {
    store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
    shipped = (await shippedContent()).city
  })
  afterEach(() => store.close())

  const cityWith = (desk?: Desk): City => {
    const own = shipped.departments.get('gata-park')!
    const department = desk === undefined ? own : { ...own, desk }
    return { ...shipped, departments: new Map(shipped.departments).set('gata-park', department) }
  }
  const open = async (city: City, place?: string) => {
    const opened = await openCase(
      {
        ...{ class: 'light', facts: {}, files: [], urgent: false, channel: 'web', language: 'sv' },
        ...{ owner: 'gata-park', key: 'k', at: nightClock.now() },
        ...(place !== undefined && { place: { text: place } }),
      },
      { store, city },
    )
    for (const record of opened.records) await store.putRecord(record)
    return opened
  }
  const run = (entry: Partial<ClaimedEntry>, city: City, answer: Delivered = { kind: 'delivered' }) => {
    const delivered: DeskDelivery[] = []
    const desk: CaseDesk = {
      deliver: (one) => {
        delivered.push(one)
        return Promise.resolve(answer)
      },
    }
    const deed = deliverToDesk({ store, city: () => city, desks: { email: desk } })
    const claimed = { id: 'desk/x', kind: 'desk-email', dueAt: '', payload: {}, attempts: 1, ...entry }
    return deed(claimed).then((result) => ({ result, delivered }))
  }

  test('stands in the commit of the turn that made the case', async () => {
    const content = await shippedContent()
    const resident = await residentOf(store, { content: { ...content, city: cityWith(email) } })
    await resident.say('gatlyktan på Storgatan 12 är trasig')
    for (const answer of ['nej', 'hoppa över', 'hoppa över', 'ja']) await resident.say(answer)
    const entries = await store.claimOutbox({ now: nightClock.now(), leaseMs: 1_000, limit: 9 })
    expect(entries).toMatchObject([
      {
        id: 'desk/F-2026-000001/created',
        kind: 'desk-email',
        payload: { case: 'F-2026-000001', event: 'created' },
      },
    ])
    expect((await run(entries[0]!, cityWith(email))).delivered).toMatchObject([
      { case: { number: 'F-2026-000001', class: 'light' }, event: { kind: 'created' }, desk: email },
    ])
  })

  test('is none where the department has no desk', async () => {
    expect((await open(cityWith())).outbox).toEqual([])
  })

  test.each<[string, Desk | undefined, string | undefined]>([
    ['has an Open311 server, which takes no case without a place', open311, undefined],
    ['has no desk', undefined, 'Storgatan 12'],
  ])('goes to the contact centre where the department %s', async (_why, desk, place) => {
    const city = cityWith(desk)
    const centre = { ...city.departments.get('kontaktcenter')!, desk: email }
    const withCentre = { ...city, departments: new Map(city.departments).set('kontaktcenter', centre) }
    const { made, outbox } = await open(withCentre, place)
    expect([made.department, outbox.map(({ kind }) => kind)]).toEqual(['kontaktcenter', ['desk-email']])
    expect((await run(outbox[0]!, withCentre)).delivered).toMatchObject([{ desk: email }])
  })

  test('goes to an Open311 server with its place', async () => {
    const { made, outbox } = await open(cityWith(open311), 'Storgatan 12')
    expect([made.department, outbox.map(({ kind }) => kind)]).toEqual(['gata-park', ['desk-open311']])
  })

  test('goes to the desk that the department has now', async () => {
    const { outbox } = await open(cityWith(email))
    const moved: Desk = { kind: 'email', to: 'ny@exempel.se' }
    expect((await run(outbox[0]!, cityWith(moved))).delivered).toMatchObject([{ desk: moved }])
    expect(await run(outbox[0]!, cityWith())).toMatchObject({ result: { kind: 'dropped' }, delivered: [] })
  })

  test('keeps what the desk calls the case', async () => {
    const { outbox, made } = await open(cityWith(email))
    const { result } = await run(outbox[0]!, cityWith(email), { kind: 'delivered', externalId: 'KC-77' })
    expect(result).toEqual({ kind: 'done' })
    expect(await readCase(store, made.number)).toMatchObject({ externalIds: { 'gata-park': 'KC-77' } })
  })

  test.each<[Delivered, string]>([
    [{ kind: 'failed', reason: 'busy' }, 'retry'],
    [{ kind: 'refused', reason: 'no' }, 'give-up'],
  ])('that ends as %j is to %s', async (delivered, kind) => {
    const { outbox } = await open(cityWith(email))
    expect((await run(outbox[0]!, cityWith(email), delivered)).result).toMatchObject({ kind })
  })

  test('is tried again where its kind of desk is not set up', async () => {
    const webhook: Desk = { kind: 'webhook', to: 'https://exempel.se/in' }
    const { outbox } = await open(cityWith(webhook))
    expect((await run(outbox[0]!, cityWith(webhook))).result).toEqual({
      kind: 'retry',
      reason: 'no webhook is set up',
    })
  })

  test.each([
    [{ case: 'F-2026-999999', event: 'created' }, 'dropped'],
    [{ case: 'F-2026-000001', event: 'e9' }, 'dropped'],
    ['F-2026-000001', 'give-up'],
  ])('about %j is %s', async (payload, kind) => {
    await open(cityWith(email))
    expect(await run({ payload }, cityWith(email))).toMatchObject({ result: { kind }, delivered: [] })
  })
})
