// The rules of the shipped city.yaml, and what each word of a rule asks.
import { routeCase, type ToRoute } from '../../../bot/cases/route-case'
import type { City } from '../../../bot/contracts/city/city'
import type { RoutingRule } from '../../../bot/contracts/city/department'
import { shippedContent } from '../../support/test-bot'

let shipped: City
beforeAll(async () => {
  shipped = (await shippedContent()).city
})

/** A Wednesday at ten, when the city is open. */
const open = new Date('2026-11-25T09:00:00Z')
const closed = new Date('2026-11-25T22:00:00Z')
const route = (rules: readonly RoutingRule[], toRoute: Partial<ToRoute> = {}) =>
  routeCase(
    { class: 'light', urgent: false, at: open, owner: 'gata-park', ...toRoute },
    { ...shipped, routing: rules },
  )

test.each<readonly [string, Omit<RoutingRule, 'to'>, Partial<ToRoute>, boolean]>([
  ['nothing', {}, {}, true],
  ['its class', { classes: ['light'] }, {}, true],
  ['another class', { classes: ['ice'] }, {}, false],
  ['a word of its place', { places: ['väg 111'] }, { place: { text: 'Väg 111 vid Domsten' } }, true],
  ['a word without its dots', { places: ['Ödåkra'] }, { place: { text: 'odakra skola' } }, true],
  ['a part of a word', { places: ['Ring'] }, { place: { text: 'Ringvägen 2' } }, false],
  ['a place, of a case that has none', { places: ['E6'] }, {}, false],
  [
    'its road owner',
    { roadOwners: ['trafikverket'] },
    { place: { text: 'E6', roadOwner: 'trafikverket' } },
    true,
  ],
  [
    'another road owner',
    { roadOwners: ['trafikverket'] },
    { place: { text: 'Storgatan 1', roadOwner: 'kommun' } },
    false,
  ],
  ['open hours', { hours: 'open' }, {}, true],
  ['closed hours', { hours: 'closed' }, {}, false],
  ['closed hours, at night', { hours: 'closed' }, { at: closed }, true],
  ['urgency', { urgent: true }, { urgent: true }, true],
  ['urgency, of a case without', { urgent: true }, {}, false],
  ['two things, of which one holds', { classes: ['light'], urgent: true }, {}, false],
])('a rule that asks %s', (_name, asks, toRoute, fits) => {
  expect(route([{ ...asks, to: 'vatten' }], toRoute)).toBe(fits ? 'vatten' : 'gata-park')
})

test('the first that fits decides', () => {
  expect(route([{ classes: ['ice'], to: 'miljo' }, { to: 'vatten' }, { to: 'avfall' }])).toBe('vatten')
})

test('where nobody has it the contact centre does', () => {
  const { owner, ...nobody } = { owner: undefined, class: 'light', urgent: false, at: open }
  expect(owner).toBeUndefined()
  expect(routeCase(nobody, { ...shipped, routing: [] })).toBe('kontaktcenter')
  expect(route([], { owner: 'removed' })).toBe('kontaktcenter')
})

test('the shipped rules send state roads to those who pass it on, and the rest to their own department', () => {
  expect(route(shipped.routing, { place: { text: 'E6 vid Väla' } })).toBe('kontaktcenter')
  expect(route(shipped.routing, { place: { text: 'Storgatan 12' } })).toBe('gata-park')
})
