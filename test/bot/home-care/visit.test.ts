// A visit is the same however its events came.
import fc from 'fast-check'
import {
  visitEventTypes,
  type VisitEvent,
  type VisitEventType,
} from '../../../bot/contracts/home-care/home-care'
import { visitOf } from '../../../bot/home-care/visit'
import { morning, visitEvent } from './visit-events'

fc.configureGlobal({ seed: 20_261_128 })

const stateOf = (...types: readonly VisitEventType[]) =>
  visitOf(types.map((type, index) => visitEvent(type, index + 1)))?.state

const anyEvent = fc
  .record({
    type: fc.constantFrom(...visitEventTypes),
    seq: fc.integer({ min: 0, max: 6 }),
    eventId: fc.uuid(),
    minute: fc.integer({ min: 0, max: 600 }),
    hasWindow: fc.boolean(),
    client: fc.constantFrom('client-1', 'client-1', 'client-1', 'client-2'),
  })
  .map(({ type, seq, eventId, minute, hasWindow, client }): VisitEvent => {
    const at = (minutes: number) => new Date(Date.parse(morning.start) + minutes * 60_000).toISOString()
    return {
      eventId,
      type,
      visitId: 'visit-1',
      clientRef: client,
      seq,
      occurredAt: at(minute),
      ...(hasWindow && { window: { start: at(minute), end: at(minute + 45) } }),
    }
  })

describe('a visit', () => {
  test('is not there without events', () => expect(visitOf([])).toBeUndefined())

  test.each([
    [['planned'], 'planned'],
    [['planned', 'changed', 'changed'], 'planned'],
    [['planned', 'started'], 'started'],
    [['planned', 'started', 'completed'], 'completed'],
    [['planned', 'cancelled'], 'cancelled'],
    [['planned', 'missed'], 'missed'],
    [['planned', 'missed', 'started'], 'started'],
    [['planned', 'started', 'missed'], 'started'],
    [['planned', 'completed', 'missed'], 'completed'],
    [['planned', 'completed', 'cancelled'], 'completed'],
    [['planned', 'started', 'cancelled'], 'cancelled'],
    [['planned', 'cancelled', 'started'], 'started'],
    [['planned', 'cancelled', 'changed'], 'planned'],
    [['planned', 'missed', 'changed'], 'planned'],
    [['started'], 'started'],
    [['completed'], 'completed'],
  ] as const)('after %j is %s', (types, state) => expect(stateOf(...types)).toBe(state))

  test('is at the time of its newest plan, and at that of another event only without one', () => {
    const later = { start: '2026-11-24T09:00:00.000Z', end: '2026-11-24T10:00:00.000Z' }
    const changed = visitEvent('changed', 3, { window: later })
    const started = visitEvent('started', 4, { window: morning })
    expect(visitOf([visitEvent('planned', 1), changed, started])?.window).toEqual(later)
    expect(visitOf([started])?.window).toEqual(morning)
    expect(visitOf([visitEvent('started', 1)])?.window).toBeUndefined()
  })

  test('belongs to nobody when its events name several clients', () => {
    const other = visitEvent('completed', 2, { clientRef: 'client-2' })
    expect(visitOf([visitEvent('planned', 1), other])).toMatchObject({
      clientRef: undefined,
      state: 'completed',
    })
  })

  test('is the same whatever the order of its events and however often each came', () => {
    const anyTelling = fc
      .uniqueArray(anyEvent, { selector: ({ eventId }) => eventId, minLength: 1, maxLength: 8 })
      .chain((events) =>
        fc.tuple(
          fc.constant(events),
          fc.shuffledSubarray([...events, ...events, ...events], { minLength: events.length * 3 }),
        ),
      )
    fc.assert(
      fc.property(anyTelling, ([events, told]) => {
        expect(visitOf(told)).toEqual(visitOf(events))
      }),
      { numRuns: 500 },
    )
  })

  test('that was completed stays so, whatever else is told', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 8 }), (events) => {
        expect(visitOf([...events, visitEvent('completed', 3)])?.state).toBe('completed')
      }),
    )
  })

  test('that was begun is never missed', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 8 }), (events) => {
        expect(['started', 'completed', 'cancelled']).toContain(
          visitOf([...events, visitEvent('started', 3)])?.state,
        )
      }),
    )
  })
})
