// What every kind of desk promises, whatever is behind it.
import type { Case, CaseEvent } from '../../../bot/contracts/cases/case'
import type { CaseDesk, DeskDelivery, DeskKind } from '../../../bot/contracts/cases/case-desk'
import { toConversationId } from '../../../bot/contracts/talk/ids'
import { foldCase } from '../../../bot/cases/fold-case'

/** What has come to the other side. */
export interface Taken {
  readonly number: string
  readonly event: string
  readonly status: string
  /** By which the other side knows a repeat. */
  readonly key: string
}

export interface DeskWorld {
  readonly desk: CaseDesk
  readonly to: string
  readonly taken: () => readonly Taken[]
  /** Answers like this from now on: takes it, cannot now, refuses for good. */
  readonly behave: (how: 'takes' | 'busy' | 'refuses') => void
  /** Goes away altogether. */
  readonly vanish: () => Promise<void>
}

export const conversationId = toConversationId('web:ada')
export const caseWith = (change: Partial<Case> = {}, events: readonly CaseEvent[] = []): Case =>
  foldCase(
    {
      number: 'F-2026-000123',
      class: 'light',
      department: 'gata-park',
      at: '2026-11-24T08:00:00.000Z',
      channel: 'web',
      language: 'sv',
      place: { text: 'Ängelholmsvägen 12', lat: 56.05, lon: 12.7 },
      facts: { category: 'light', place: 'Ängelholmsvägen 12', urgent: true, contact: '+46701234567' },
      description: 'Lyktan är släckt.\nDet är mörkt.',
      files: [],
      conversationId,
      ...change,
    },
    events,
  )

export function describeDesk(kind: DeskKind, open: () => Promise<DeskWorld>): void {
  let world: DeskWorld
  let vanished = false
  beforeEach(async () => {
    world = await open()
    vanished = false
  })
  afterEach(async () => {
    if (!vanished) await world.vanish()
  })

  const delivery = (told: Case, event = told.history[0]!): DeskDelivery => ({
    case: told,
    event,
    desk: { kind, to: world.to },
    key: `desk/${told.number}/${event.id}`,
  })

  test('a new case comes, whole', async () => {
    expect(await world.desk.deliver(delivery(caseWith()))).toMatchObject({ kind: 'delivered' })
    expect(world.taken()).toMatchObject([{ number: 'F-2026-000123', event: 'created', status: 'Inskickat' }])
  })

  test('what happens later comes as it is', async () => {
    const event: CaseEvent = { id: 'e1', at: '2026-11-25T08:00:00.000Z', kind: 'reopened', by: 'resident' }
    const done: CaseEvent = {
      id: 'd1',
      at: '2026-11-24T09:00:00.000Z',
      kind: 'status',
      status: 'Klart',
      by: 'desk',
    }
    expect(await world.desk.deliver(delivery(caseWith({}, [done, event]), event))).toMatchObject({
      kind: 'delivered',
    })
    expect(world.taken()).toMatchObject([{ event: 'reopened', status: 'Under behandling' }])
  })

  test('a repeat is known by its key, and another delivery has another', async () => {
    const told = caseWith()
    for (const one of [told, told, caseWith({ number: 'F-2026-000124' })])
      await world.desk.deliver(delivery(one))
    const [first, second, third] = world.taken().map(({ key }) => key)
    expect(second).toBe(first)
    expect(third).not.toBe(first)
  })

  test.each([
    ['busy', 'failed'],
    ['refuses', 'refused'],
  ] as const)('one that %s is told to have %s, without a word of the case', async (how, expected) => {
    world.behave(how)
    const delivered = await world.desk.deliver(delivery(caseWith()))
    expect(delivered.kind).toBe(expected)
    expect(JSON.stringify(delivered)).not.toMatch(/ngelholm|F-2026|4670|Lyktan/)
  })

  test('one that is away has failed for now', async () => {
    vanished = true
    await world.vanish()
    expect(await world.desk.deliver(delivery(caseWith()))).toMatchObject({ kind: 'failed' })
  })

  test('what a resident wrote stays what it is, whatever it looks like', async () => {
    const hostile = 'x\r\nBcc: eve@example.net\r\n\r\n.\r\nMAIL FROM:<eve@example.net>\u0000 {"number":"F-1"}'
    const told = caseWith({
      place: { text: hostile },
      description: hostile,
      class: hostile,
      facts: { place: hostile },
    })
    expect(await world.desk.deliver(delivery(told))).toMatchObject({ kind: 'delivered' })
    expect(world.taken()).toMatchObject([{ number: 'F-2026-000123', event: 'created' }])
  })
}
