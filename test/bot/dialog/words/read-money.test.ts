// Sums of money as residents write them, and how they are shown back.
import fc from 'fast-check'
import { readAnswer } from '../../../../bot/dialog/answers/read-answer'
import { showAnswer } from '../../../../bot/dialog/showing/show-value'
import { ask, environment } from '../dialog-builder'

fc.configureGlobal({ seed: 20_261_128 })

const read = (text: string, range?: readonly [number, number]) => {
  const reading = readAnswer(ask('q', { type: 'money', ...(range && { range }) }), text, environment)
  if (reading.kind === 'value') return reading.value
  if (reading.kind === 'ambiguous') return reading.values
  return reading.kind === 'invalid' ? reading : undefined
}

it.each<[string, number]>([
  ['450', 450],
  ['450 kr', 450],
  ['450kr', 450],
  ['450:-', 450],
  ['450 kronor', 450],
  ['SEK 450', 450],
  ['450 sek', 450],
  ['1 200:-', 1200],
  ['1 200 kr', 1200],
  ['1.200 kr', 1200],
  ['1,200', 1200],
  ['1 234 567', 1234567],
  ['12,50', 12.5],
  ['12.50 kr', 12.5],
  ['12:50', 12.5],
  ['1 200,50 kr', 1200.5],
  ['0', 0],
  ['det kostade 450 kr.', 450],
  ['ungefär 300 kronor', 300],
  ['hundra kronor', 100],
  ['450 kr, alltså 450', 450],
])('reads "%s" as %d', (text, value) => expect(read(text)).toBe(value))

it.each([
  'tusen spänn',
  '2 tusen',
  '2k',
  '100-200 kr',
  '-50',
  '12,5055',
  'hej',
  '',
  'gratis',
  'kostar det 300 kr?',
])('does not guess at "%s"', (text) => expect(read(text)).toBeUndefined())
it('asks back about two sums', () => expect(read('300 eller 450 kr')).toEqual([300, 450]))
it('keeps to its range, in kronor and öre', () => {
  expect(read('12,50', [0, 100])).toBe(12.5)
  expect(read('450', [0, 100])).toMatchObject({ why: 'question.bad-number', values: { from: 0, to: 100 } })
})
it.each<[number, string, string]>([
  [450, '450 kr', 'SEK 450'],
  [12.5, '12,50 kr', 'SEK 12.50'],
  [1200, '1\u00a0200 kr', 'SEK 1,200'],
])('shows %d', (value, sv, en) => {
  const question = ask('q', { type: 'money' })
  expect(showAnswer(question, value, environment)).toBe(sv)
  expect(showAnswer(question, value, { ...environment, language: 'en' })).toBe(en)
})
it('reads back what it shows', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.constantFrom('sv', 'en'), (ore, language) => {
      const value = ore / 100
      expect(read(String(showAnswer(ask('q', { type: 'money' }), value, { ...environment, language })))).toBe(
        value,
      )
    }),
  ))
