// What events add up to, in whatever order and however often they come.
import fc from 'fast-check'
import {
  caseEventKinds,
  caseStatuses,
  type CaseEvent,
  type MadeCase,
} from '../../../bot/contracts/cases/case'
import { foldCase } from '../../../bot/cases/fold-case'

fc.configureGlobal({ seed: 20_261_128 })

const made: MadeCase = {
  number: 'F-2026-000123',
  class: 'light',
  department: 'gata-park',
  at: '2026-11-24T08:00:00.000Z',
  channel: 'web',
  language: 'sv',
  facts: {},
  files: [],
}
let count = 0
const event = (kind: CaseEvent['kind'], more: Partial<CaseEvent> = {}): CaseEvent => {
  count += 1
  return {
    id: `e${String(count).padStart(3, '0')}`,
    at: `2026-11-25T08:${String(count % 60).padStart(2, '0')}:00.000Z`,
    kind,
    by: 'desk',
    ...more,
  }
}
const status = (to: CaseEvent['status'], more: Partial<CaseEvent> = {}) =>
  event('status', { ...(to && { status: to }), ...more })
const standing = (...events: readonly CaseEvent[]) => {
  const { status: is, fixed, followers } = foldCase(made, events)
  return [is, fixed, followers]
}

beforeEach(() => {
  count = 0
})

test('a new case is sent in, and its history says when', () => {
  expect(foldCase(made, [])).toMatchObject({
    status: 'Inskickat',
    fixed: null,
    followers: 0,
    history: [{ id: 'created', kind: 'created', at: made.at }],
  })
})

test.each([
  ['goes through the words', [status('Under behandling')], ['Under behandling', null, 0]],
  ['closed is mended unless it is said not to be', [status('Klart')], ['Klart', true, 0]],
  ['closed but not mended', [status('Klart', { fixed: false })], ['Klart', false, 0]],
  ['opened again after its end', [status('Klart'), event('reopened')], ['Under behandling', null, 0]],
  ['not opened again before its end', [event('reopened')], ['Inskickat', null, 0]],
  [
    'a picture completes what waited for it',
    [status('Väntar på komplettering'), event('attachment')],
    ['Kompletterad', null, 0],
  ],
  [
    'a picture completes nothing else',
    [status('Under behandling'), event('attachment')],
    ['Under behandling', null, 0],
  ],
  [
    'archived stays archived, and as mended as it was',
    [status('Klart', { fixed: false }), status('Arkiverat'), status('Klart'), event('reopened')],
    ['Arkiverat', false, 0],
  ],
  ['followers are counted', [event('follower'), event('follower')], ['Inskickat', null, 2]],
  ['a note changes nothing', [event('note', { text: 'Hej' })], ['Inskickat', null, 0]],
] as const)('%s', (_name, events, expected) => {
  expect(standing(...events)).toEqual(expected)
})

test('adds up to the same whatever order the events are read in', () => {
  const anyEvent = fc.record({
    id: fc.stringMatching(/^[a-z]{3}$/),
    at: fc.constantFrom('2026-11-25T08:00:00.000Z', '2026-11-26T08:00:00.000Z'),
    kind: fc.constantFrom(...caseEventKinds),
    status: fc.constantFrom(...caseStatuses),
    by: fc.constant('desk' as const),
  })
  const events = fc.uniqueArray(anyEvent, { selector: ({ id }) => id, maxLength: 8 })
  fc.assert(
    fc.property(events, fc.infiniteStream(fc.nat()), (given, chance) => {
      const shuffled = [...given].map((one) => [chance.next().value as number, one] as const)
      const inOtherOrder = shuffled.sort(([a], [b]) => a - b).map(([, one]) => one)
      expect(foldCase(made, inOtherOrder)).toEqual(foldCase(made, given))
    }),
  )
})
