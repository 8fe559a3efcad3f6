import fc from 'fast-check'
import { namesIn } from '../../../bot/dialog/condition'
import { evaluate, holds, type Scope } from '../../../bot/dialog/evaluate'
import { parseCondition } from '../../../bot/dialog/parse-condition'
import type { Value } from '../../../bot/contracts/value'
import { processorMs } from '../../support/processor-time'

const scopeOf = (values: Readonly<Record<string, Value>>): Scope => ({
  value: (name) => values[name],
  today: '2026-03-30',
  channel: 'web',
  isInside: (address, area) => area === 'city' && address === 'Storgatan 12',
})
const expressionOf = (text: string) => {
  const parsed = parseCondition(text)
  if (parsed.kind === 'faulty') throw new Error(parsed.findings[0]?.message.en)
  return parsed.expression
}
const valueOf = (text: string, values: Readonly<Record<string, Value>> = {}) =>
  evaluate(expressionOf(text), scopeOf(values))
const faultOf = (text: string) => {
  const parsed = parseCondition(text)
  if (parsed.kind === 'parsed') throw new Error(`no fault in ${text}`)
  return parsed.findings[0]!
}

describe('evaluates', () => {
  const answers = {
    kind: 'ice',
    danger: true,
    count: 3,
    what: ['sofa', 'paint'],
    place: 'Storgatan 12',
    free: 0,
  }
  test.each<[string, Value | undefined]>([
    ['danger is yes', true],
    ['danger is no', false],
    ['danger', true],
    ['danger is yes or kind is pothole', true],
    ['danger is no and kind is ice or count > 2', true],
    ['danger is no and (kind is ice or count > 2)', false],
    ['not danger', false],
    ['not not danger', true],
    ['kind is not ice', false],
    ['kind in (pothole, ice)', true],
    ['kind is "ICE"', true],
    ['count >= 3', true],
    ['count < 3', false],
    ['count + 2 - 1', 4],
    ['count > -1', true],
    ['what contains paint', true],
    ['what contains fridge', false],
    ['size(what)', 2],
    ['size(nothing)', 0],
    ['place inside city', true],
    ['if(free > 0, 0, 450)', 450],
    ['today()', '2026-03-30'],
    ['today() + 2', '2026-04-01'],
    ['today() < 2026-12-24', true],
    ['2026-04-02 - today()', 3],
    ['channel is web', true],
    ['channel is sms', false],
    ['given count', true],
    ['nothing given', false],
    ['nothing is missing', true],
    ['count is not missing', true],
    ['nothing is not given', true],
    ['"hej"', 'hej'],
  ])('%s → %p', (text, expected) => {
    expect(valueOf(text, answers)).toEqual(expected)
  })

  test.each([
    'x is yes',
    'x is not yes',
    'x < 1',
    'x >= 1',
    'x in (a, b)',
    'x contains a',
    'x inside city',
    'x + 1 > 0',
  ])('a missing answer makes "%s" false', (text) => {
    expect(valueOf(text)).toBe(false)
  })

  test('a text is no order and no number', () => {
    expect(valueOf('a < 3', { a: 'två' })).toBe(false)
    expect(valueOf('a + 3', { a: 'två' })).toBeUndefined()
  })
})

test('names every answer it reads, and no choice code', () => {
  expect(namesIn(expressionOf('kind is ice or items.what contains paint and given contact'))).toEqual([
    'kind',
    'items.what',
    'contact',
  ])
})

describe('D041', () => {
  test.each([
    ['kind == ice', 6, 8, 'write "is" instead of "=="'],
    ['kind is ice && danger', 13, 15, 'write "and" instead of "&&"'],
    ['kind is', 7, 8, 'the condition ends too early'],
    ['(kind is ice', 12, 13, 'the condition ends too early; ")" was expected'],
    ['kind is ice)', 12, 13, '")" does not fit here in the condition'],
    ['a > 1 < 5', 7, 8, 'two comparisons stand in a row'],
    ['min(a, b)', 1, 4, 'there is no "min(…)"'],
    ['kind is "ice', 9, 13, 'a quote is never closed'],
    ['a % 2', 3, 4, 'the sign "%" is not used in conditions'],
    ['constructor(1)', 1, 12, 'there is no "constructor(…)"'],
    ['', 1, 1, 'the condition ends too early'],
  ])('tells "%s" with its columns', (text, column, endColumn, message) => {
    const fault = faultOf(text)
    expect(fault).toMatchObject({ code: 'D041', severity: 'error', place: { column, endColumn } })
    expect(fault.message.en).toContain(message)
  })

  test('offers to write a foreign sign as ours', () => {
    expect(faultOf('kind != ice').fix).toEqual({ start: 5, end: 7, text: 'is not' })
  })
})

describe('hostile conditions', () => {
  test.each([
    ['brackets', '('.repeat(100_000)],
    ['negations', 'not '.repeat(25_000)],
    ['functions', 'if('.repeat(33_000)],
    ['a long sum', '1+'.repeat(50_000) + '1'],
    ['quotes', '"'.repeat(100_001)],
    ['brackets within the length', '('.repeat(1_900)],
    ['negations within the length', 'not '.repeat(480) + 'a'],
  ])('end quickly in a finding: %s', (_, text) => {
    const took = processorMs(() => {
      expect(faultOf(text).code).toBe('D041')
    })
    expect(took).toBeLessThan(500)
  })

  test('the longest sum allowed is evaluated', () => {
    expect(valueOf('1+'.repeat(999) + '1')).toBe(1000)
  })
})

describe('any text', () => {
  const word = fc.constantFrom(
    ...[
      'is',
      'not',
      'and',
      'or',
      'in',
      '(',
      ')',
      ',',
      '+',
      '-',
      '<',
      '<=',
      'given',
      'missing',
      'if(',
      'size(',
    ],
    ...[
      'today()',
      'kind',
      'ice',
      'yes',
      'no',
      '3',
      '"x"',
      '2026-01-01',
      'contains',
      'inside',
      '==',
      'å',
      '"',
    ],
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(word, { maxLength: 30 }).map((parts) => parts.join(' ')),
  )

  test('parses or gives one finding inside the text, and never throws', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseCondition(text)
        if (parsed.kind === 'faulty') {
          expect(parsed.findings).toHaveLength(1)
          const { place } = parsed.findings[0]!
          expect(place.column).toBeGreaterThanOrEqual(1)
          expect(place.endColumn).toBeLessThanOrEqual(text.length + 1)
          return
        }
        expect(typeof holds(parsed.expression, scopeOf({ kind: 'ice' }))).toBe('boolean')
        expect(parsed.expression.span.end).toBeLessThanOrEqual(text.length)
      }),
      { seed: 1, numRuns: 3_000 },
    )
  })
})
