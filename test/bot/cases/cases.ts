// Cases in a store: made once, written to by several at once, read as they stand; on any store.
import { addEvent } from '../../../bot/cases/add-event'
import { externalIdRecord, viewerRecord } from '../../../bot/cases/case-records'
import { openCase, type NewCase } from '../../../bot/cases/open-case'
import { casesSeenBy, readCase, recentCases, viewersOf } from '../../../bot/cases/read-case'
import type { CaseEvent } from '../../../bot/contracts/cases/case'
import { toConversationId } from '../../../bot/contracts/talk/ids'
import type { Store } from '../../../bot/contracts/store/store'
import { shippedContent } from '../../support/test-bot'

const ada = toConversationId('web:ada')
const bo = toConversationId('web:bo')
const newCase: NewCase = {
  class: 'light',
  facts: { place: 'Storgatan 12' },
  place: { text: 'Storgatan 12' },
  files: [],
  urgent: false,
  channel: 'web',
  language: 'sv',
  conversationId: ada,
  owner: 'gata-park',
  key: 'k1',
  at: new Date('2026-11-24T08:00:00Z'),
}
const done: CaseEvent = {
  id: 'd1',
  at: '2026-11-25T08:00:00.000Z',
  kind: 'status',
  status: 'Klart',
  by: 'desk',
}

export function describeCases(openStore: () => Promise<Store> | Store): void {
  let store: Store
  beforeAll(() => shippedContent())
  beforeEach(async () => {
    store = await openStore()
  })
  afterEach(() => store.close())

  const open = async (change: Partial<NewCase> = {}) => {
    const opened = await openCase({ ...newCase, ...change }, { store, city: (await shippedContent()).city })
    for (const record of opened.records) await store.putRecord(record)
    return opened
  }

  test('a case that was made is read as it stands', async () => {
    const { made } = await open()
    expect(await readCase(store, made.number)).toMatchObject({
      ...made,
      number: 'F-2026-000001',
      department: 'gata-park',
      status: 'Inskickat',
      history: [{ kind: 'created' }],
    })
  })

  test('the same call makes the same case, another one the next', async () => {
    const numbers = [await open(), await open(), await open({ key: 'k2' })].map(({ made }) => made.number)
    expect(numbers).toEqual(['F-2026-000001', 'F-2026-000001', 'F-2026-000002'])
  })

  test('what several write at once is all there', async () => {
    const { made } = await open()
    const notes = Array.from({ length: 8 }, (_, n): CaseEvent => ({
      ...done,
      id: `n${n}`,
      kind: 'note',
      text: `n${n}`,
    }))
    await Promise.all([...notes.map((note) => addEvent(store, made, note)), addEvent(store, made, done)])
    const read = await readCase(store, made.number)
    expect([read?.history.length, read?.status]).toEqual([10, 'Klart'])
  })

  test('the same event twice happened once, and another one under its name not at all', async () => {
    const { made } = await open()
    expect(await addEvent(store, made, done)).toEqual({ kind: 'added', event: done })
    expect(await addEvent(store, made, { ...done, at: '2026-11-26T08:00:00.000Z' })).toEqual({
      kind: 'repeated',
      event: done,
    })
    expect(await addEvent(store, made, { ...done, fixed: false })).toEqual({ kind: 'taken' })
    expect(await readCase(store, made.number)).toMatchObject({ status: 'Klart', fixed: true })
  })

  test('of several events under one name at the same moment one happened, and the others are told so', async () => {
    const { made } = await open()
    const statuses = ['Klart', 'Arkiverat', 'Under behandling', 'Väntar på komplettering'] as const
    const added = await Promise.all(statuses.map((status) => addEvent(store, made, { ...done, status })))
    expect(added.map(({ kind }) => kind).sort()).toEqual(['added', 'taken', 'taken', 'taken'])
    const first = statuses[added.findIndex(({ kind }) => kind === 'added')]
    expect((await readCase(store, made.number))?.history.at(-1)?.status).toBe(first)
  })

  test('keeps what a desk calls it', async () => {
    const { made } = await open()
    await store.putRecord(externalIdRecord(made, 'gata-park', 'KC-77'))
    expect(await readCase(store, made.number)).toMatchObject({ externalIds: { 'gata-park': 'KC-77' } })
  })

  test('is seen by the conversation that made it and by those that were let, and by no other', async () => {
    const { made } = await open()
    await open({ key: 'k2' })
    const viewer = {
      case: made.number,
      conversationId: bo,
      channel: 'web',
      language: 'en',
      why: 'carried',
    } as const
    await store.putRecord(viewerRecord(viewer))
    const seenBy = async (id: string) =>
      (await casesSeenBy(store, toConversationId(id))).map(({ number }) => number)
    expect(await seenBy('web:ada')).toEqual(['F-2026-000001', 'F-2026-000002'])
    expect(await seenBy('web:bo')).toEqual(['F-2026-000001'])
    expect(await seenBy('web:eve')).toEqual([])
    expect(await viewersOf(store, made.number)).toMatchObject([viewer])
  })

  test('goes with its history when its conversation is erased', async () => {
    const { made } = await open()
    await addEvent(store, made, done)
    await store.erase(ada)
    expect(await readCase(store, made.number)).toBeUndefined()
    expect(await store.records('case', { limit: 9 })).toEqual([])
  })

  test('a list of cases counts no events among them, and goes on where it ended', async () => {
    for (const key of ['a', 'b', 'c']) await open({ key })
    await addEvent(store, { number: 'F-2026-000002' }, done)
    const found: string[] = []
    let before: readonly [string, string] | undefined
    do {
      const page = await recentCases(store, { limit: 2, ...(before && { before }) })
      found.push(...page.cases.map(({ number }) => number))
      before = page.next
    } while (before !== undefined)
    expect(found.sort()).toEqual(['F-2026-000001', 'F-2026-000002', 'F-2026-000003'])
  })

  test.each(['F-2026-999999', '', 'F-2026-000001/event/x', '__proto__'])(
    'there is none called "%s"',
    async (number) => {
      await open()
      expect(await readCase(store, number)).toBeUndefined()
    },
  )
}
