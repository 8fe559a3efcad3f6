// How much of a dialog its tests have been through.
import { coverageOf } from '../../../../bot/dialog/model/coverage'
import { walk, openFrame } from '../../../../bot/dialog/walk/walk'
import { act, ask, confirm, dialogOf, end, environment } from '../dialog-builder'
import { Talk } from '../talk'

const dialog = dialogOf([
  ask('kind', { choices: { light: 'Lampa', ice: 'Halka' } }),
  ask('details', { onlyIf: 'kind is ice' }),
  confirm('send'),
  act('write', 'create_case', { category: 'kind' }, ['case_number']),
  end(),
])

test('nothing is tested before the first walk', () => {
  const { steps, choices } = coverageOf(dialog, { trace: new Set(), answers: new Map() })
  expect(steps).toEqual({ tested: 0, all: 5 })
  expect(choices).toEqual({ tested: 0, all: 2 })
})

test('what one talk came by is tested, and the rest is named with its place', () => {
  const talk = new Talk(dialog)
  talk.answer({ kind: 'light' })
  talk.confirm()
  const { trace } = walk(dialog, talk.frame, environment)
  const { steps, choices, untested } = coverageOf(dialog, {
    trace,
    answers: new Map([['kind', new Set(['light'])]]),
  })
  expect(steps).toEqual({ tested: 4, all: 5 })
  expect(choices).toEqual({ tested: 1, all: 2 })
  expect(untested).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'step', name: 'ask: details' }),
      expect.objectContaining({ kind: 'choice', name: 'kind: ice' }),
    ]),
  )
})

test('a walk that stops at its first question came by that question only', () => {
  const { trace } = walk(dialog, openFrame(dialog, environment), environment)
  expect([...trace]).toEqual(['ask:kind'])
})
