// A new version of a dialog's file in the middle of a talk.
import { adoptVersion } from '../../../../bot/dialog/walk/adopt-version'
import { walk } from '../../../../bot/dialog/walk/walk'
import { act, ask, confirm, dialogOf, end, environment } from '../dialog-builder'
import { said } from '../list-dialog'
import { Talk } from '../talk'

const kind = ask('kind', { choices: { hole: 'Hål', lamp: 'Lampa' } })
const before = dialogOf([
  kind,
  ask('place', { type: 'address' }),
  ask('count', { type: 'number' }),
  ask('note', { optional: true }),
  confirm(),
  act('write', 'w', { kind: 'kind' }),
  ask('more'),
  end(),
])
const talkBefore = () => {
  const talk = new Talk(before)
  talk.answer({ kind: 'hole', place: 'Storgatan 1', count: 3 })
  return talk
}

it('keeps the frame of the same shape as it is', () => {
  const { frame } = talkBefore()
  expect(adoptVersion(before, frame)).toEqual({ frame, dropped: [] })
  expect(adoptVersion(before, frame).frame).toBe(frame)
})
it('keeps answers that still fit and drops those whose question, type, range or code is gone', () => {
  const after = dialogOf(
    [
      ask('kind', { choices: { lamp: 'Lampa' } }),
      ask('count', { type: 'number', range: [1, 2] }),
      ask('place', { type: 'address' }),
      end(),
    ],
    { shapeHash: 'shape-2' },
  )
  const { frame, dropped } = adoptVersion(after, talkBefore().frame)
  expect(Object.keys(frame.answers)).toEqual(['place'])
  expect(dropped).toEqual(['kind', 'count'])
  expect(walk(after, frame, environment).stop).toMatchObject({ kind: 'asks', step: { name: 'kind' } })
})
it('voids a given confirmation, but never repeats a done write', () => {
  const talk = talkBefore()
  talk.say('hoppa över')
  talk.say('ja')
  expect(talk.at).toBe('more')
  const after = { ...before, shapeHash: 'shape-2' }
  const { frame } = adoptVersion(after, talk.frame)
  expect(frame.confirmed).toEqual({})
  expect(walk(after, frame, environment).stop).toMatchObject({ kind: 'asks', step: { name: 'more' } })
})
it('forgets a skip of what must be answered now', () => {
  const talk = talkBefore()
  talk.say('hoppa över')
  const after = dialogOf([ask('note'), end()], { shapeHash: 'shape-2' })
  const { frame } = adoptVersion(after, talk.frame)
  expect(frame.skipped).toEqual([])
  expect(walk(after, frame, environment).stop).toMatchObject({ kind: 'asks', step: { name: 'note' } })
})

it('keeps the question that waits under its new name, and what was passed over', () => {
  const talk = talkBefore()
  talk.say('hoppa över')
  talk.answer({ count: 4 })
  talk.tap({ name: 'change', value: 'place' })
  const after = {
    ...dialogOf([kind, ask('where', { type: 'address' }), ask('remark', { optional: true }), end()]),
    renamed: new Map([
      ['place', 'where'],
      ['note', 'remark'],
    ]),
    shapeHash: 'shape-2',
  }
  const { frame } = adoptVersion(after, talk.frame)
  expect(frame).toMatchObject({ open: 'where', skipped: ['remark'] })
})

it('keeps a list as it is in a version in which nothing is new, with the item that was begun', () => {
  for (const texts of [['soffa', 'ja'], ['två kylskåp'], ['soffa', 'ja', 'säng']]) {
    const talk = said(...texts)
    const same = { ...talk.dialog, shapeHash: 'shape-2' }
    const { frame, dropped } = adoptVersion(same, talk.frame)
    expect(dropped).toEqual([])
    expect(frame).toEqual({ ...talk.frame, shapeHash: 'shape-2' })
  }
})

it('still knows what was asked back, and what was ticked, where it is an answer in the new version', () => {
  const asked = { ...talkBefore().frame, open: 'kind', offered: ['hole', 'lamp'], ticked: ['lamp', 'gone'] }
  const same = { ...before, shapeHash: 'shape-2' }
  expect(adoptVersion(same, asked).frame).toMatchObject({ offered: ['hole', 'lamp'], ticked: ['lamp'] })
  const other = dialogOf([ask('kind', { choices: { lamp: 'Lampa' } }), end()], { shapeHash: 'shape-2' })
  expect(adoptVersion(other, asked).frame).toMatchObject({ offered: ['lamp'], ticked: ['lamp'] })
})
