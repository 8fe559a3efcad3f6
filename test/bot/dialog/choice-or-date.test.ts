// A question whose choices are days takes any other day too, and words behind a second bar are answers alone.
import { splitLabel } from '../../../bot/dialog/reading/steps/read-choices'
import { environment, ask, confirm, dialogOf, end, act } from './dialog-builder'
import { Talk } from './talk'

const day = {
  ...ask('day', {
    choices: { today: 'I dag | idag', yesterday: 'I går | igår', earlier: 'Tidigare än så | tidigare' },
    must: 'day in (today, yesterday, earlier) or day <= today()',
    else: 'Den dagen har inte varit än.',
  }),
  types: ['choice', 'date'] as const,
}
const dialog = dialogOf([
  day,
  ask('out', { type: 'yes/no' }),
  confirm('send'),
  act('write', 'create_case', { when: 'day' }, ['case_number']),
  end(),
])
const said = (...texts: readonly string[]) => {
  const talk = new Talk(dialog)
  for (const text of texts) talk.say(text)
  return talk
}
const begun = (text: string) => {
  const talk = new Talk(dialog)
  talk.begin(text)
  return talk
}

// Today is Wednesday 2 December 2026.
test.each([
  ['i går', 'yesterday'],
  ['tidigare', 'earlier'],
  ['den 24:e', '2026-11-24'],
  ['den 3:e', '2026-11-03'],
  ['20 november', '2026-11-20'],
  ['förra onsdagen', '2026-11-25'],
  ['on Friday', '2026-11-27'],
  ['fredag', '2026-11-27'],
  ['two days ago', '2026-11-30'],
])('"%s" is %s', (text, value) => {
  expect(environment.today).toBe('2026-12-02')
  expect(said(text).answers).toEqual({ day: value })
})
test('a day that cannot be is refused', () => {
  const talk = said('i morgon')
  expect([talk.at, talk.said]).toEqual(['day', ['Den dagen har inte varit än.']])
})
test.each([
  ['sopbilen kom aldrig igår', { day: 'yesterday' }],
  ['soporna hämtades inte i fredags', { day: '2026-11-27' }],
  ['soporna hämtades inte den 20 november', { day: '2026-11-20' }],
  ['ni kommer på fredag', {}],
])('the first sentence "%s" says it', (text, answers) => expect(begun(text).answers).toEqual(answers))
test('a "nej" with a day corrects it, and said again is no answer either', () => {
  const talk = said('i fredags', 'nej det var i torsdags')
  expect([talk.at, talk.answers]).toEqual(['out', { day: '2026-11-26' }])
  talk.say('nej det var i torsdags')
  expect([talk.at, talk.answers]).toEqual(['out', { day: '2026-11-26' }])
  talk.say('nej')
  expect(talk.answers).toMatchObject({ out: false })
})
test('words behind a second bar are kept apart', () => {
  const read = (text: string) => {
    const written = splitLabel({
      text,
      place: () => ({ file: 'a', line: 1, column: 1, endLine: 1, endColumn: 1 }),
      edit: () => ({ file: 'a', from: 0, to: 0, text: '' }),
    } as never)
    return [written.label.text, written.synonyms.map((one) => one.text), written.answersOnly]
  }
  expect(read('Stor')).toEqual(['Stor', [], []])
  expect(read('Stor | stor, stora')).toEqual(['Stor', ['stor', 'stora'], []])
  expect(read('Stor | stora | xl')).toEqual(['Stor', ['stora', 'xl'], ['xl']])
  expect(read('Annat | | bänk')).toEqual(['Annat', ['bänk'], ['bänk']])
})
