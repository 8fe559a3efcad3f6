import fc from 'fast-check'
import { namesIn } from '../../../../bot/dialog/model/condition'
import { evaluate, holds, type Scope } from '../../../../bot/dialog/condition/evaluate'
import { parseCondition } from '../../../../bot/dialog/condition/parse-condition'
import type { Value } from '../../../../bot/contracts/talk/value'
import { processorMs } from '../../../support/processor-time'

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
    ['place has digits', true],
    ['kind has digits', false],
    ['not (place has digits) or danger', true],
    ['count has digits', false],
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
    'x has digits',
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

/** A hundred thousand characters of a piece again and again. */
const much = (piece: string): string => piece.repeat(Math.ceil(100_000 / piece.length)).slice(0, 100_000)

/** The least time of a few tries: the first one compiles, and any may meet the collector of garbage. */
const quickest = (text: string): number => {
  let least = Infinity
  for (let tries = 0; tries < 8 && least >= 50; tries += 1) {
    least = Math.min(
      least,
      processorMs(() => parseCondition(text), 50),
    )
  }
  return least
}

describe('a hundred thousand characters are parsed in under 50 ms', () => {
  test.each([
    ['alternatives', `${much('a is b or ')}a`],
    ['conditions that all hold', `${much('not a and ')}a`],
    ['a list', `a in (${much('b, ')}b)`],
    ['a list in quotes', `a in (${much('"b", ')}b)`],
    ['one word', much('a')],
    ['one word of letters with accents apart', much('a\u030a')],
    ['digits', much('1')],
    ['one text in quotes', `"${much('a')}"`],
    ['alternatives in brackets', `${'(a) or '.repeat(14_000)}a`],
  ])('%s', (_, text) => {
    expect(parseCondition(text).kind).toBe('parsed')
    expect(quickest(text)).toBeLessThan(50)
  })

  test.each([
    ['brackets', much('('), 'the condition is nested too deeply'],
    ['negations', much('not '), 'the condition is nested too deeply'],
    ['functions', much('if('), 'the condition is nested too deeply'],
    ['sizes', much('size('), 'the condition is nested too deeply'],
    ['a long sum', `${much('1+')}1`, 'more than 1000 numbers are added up here'],
    ['a long difference', `a${much(' - a')}`, 'more than 1000 numbers are added up here'],
    ['quotes', `"${much('""')}`, 'does not fit here'],
    ['a quote that is never closed', `a is "${much('x')}`, 'a quote is never closed'],
    ['many opening quotes', much('“'), 'a quote is never closed'],
    ['many opening quotes of many words', much('a is “b or '), 'a quote is never closed'],
    ['many faults', much('% & = '), 'the sign "%" is not used'],
    ['digits and a letter', `${much('1')}a`.replace(/^/, 'b '), 'does not fit here'],
    ['numbers and letters', much('1.1a'), 'the sign "." is not used'],
    ['blanks', much(' '), 'the condition ends too early'],
    ['blanks and a sign', `a${much(' ')}%`, 'the sign "%" is not used'],
    ['names joined by points', much('a.'), 'the sign "." is not used'],
    ['comparisons', much('a is '), 'two comparisons stand in a row'],
    ['a call of a long name', `${much('a')}(1)`, 'there is no "aaaa'],
  ])('%s, to one finding', (_, text, says) => {
    const { code, message } = faultOf(text)
    expect(code).toBe('D041')
    expect(message.en).toContain(says)
    expect(message.en.length).toBeLessThan(200)
    expect(quickest(text)).toBeLessThan(50)
  })
})

test('a sum of a thousand numbers is evaluated', () => {
  expect(valueOf('1+'.repeat(999) + '1')).toBe(1000)
})

test('nothing that is parsed is too deep to be evaluated', () => {
  const deepest = `${'('.repeat(39)}${'1+'.repeat(999)}1${')'.repeat(39)}`
  expect(valueOf(deepest)).toBe(1000)
})

test('a letter and its accent written apart are one letter', () => {
  expect(valueOf('va\u030ag is la\u030ang', { våg: 'lång' })).toBe(true)
})

/** FUZZ_MINUTES=60 tries new texts that long; otherwise a few thousand, the same each time. */
const minutes = Number(process.env.FUZZ_MINUTES ?? 0)
const runs = (numRuns: number): fc.Parameters<unknown> =>
  minutes > 0
    ? {
        numRuns: Number.MAX_SAFE_INTEGER,
        plugins: [fc.interruptAfterTimeLimit((minutes / 2) * 60_000)],
      }
    : { seed: 1, numRuns }

describe('any text', () => {
  const pieces = [
    ...['is', 'not', 'and', 'or', 'in', 'contains', 'inside', 'has', 'given', 'missing', 'yes', 'no'],
    ...['(', ')', ',', '+', '-', '<', '<=', '>', '>=', 'if(', 'size(', 'today()'],
    ...['kind', 'ice', 'items.what', 'items.', '3', '3.5', '3a', '2026-01-01', '8:30', '"x"', "'x y'", '”x”'],
    ...[
      '==',
      '!=',
      '&&',
      '|',
      '=',
      '%',
      'å',
      'a\u030a',
      '\u030a',
      '"',
      "'",
      '“',
      '”',
      '🙂',
      '\ud83d',
      '\n',
      '\u00a0',
    ],
    ...['är', 'och', 'constructor', '__proto__'],
  ]
  const piece = fc.constantFrom(...pieces)
  const glue = fc.constantFrom(' ', '', '  ')
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.tuple(fc.array(piece, { maxLength: 30 }), glue).map(([parts, between]) => parts.join(between)),
    fc.letrec((tie) => ({
      any: fc.oneof({ maxDepth: 5 }, tie('atom'), tie('pair'), tie('turned'), tie('chosen')),
      atom: fc.constantFrom(
        'kind',
        'size(kind)',
        'yes',
        '3',
        '"x"',
        'given kind',
        'kind is ice',
        'kind in (ice, snow)',
      ),
      pair: fc
        .tuple(tie('any'), fc.constantFrom('and', 'or', '+', '-', 'is', '<', 'is not'), tie('any'))
        .map(([left, word, right]) => `(${String(left)} ${word} ${String(right)})`),
      turned: tie('any').map((part) => `not (${String(part)})`),
      chosen: fc
        .tuple(tie('any'), tie('any'), tie('any'))
        .map(([when, then, otherwise]) => `if(${String(when)}, ${String(then)}, ${String(otherwise)})`),
    })).any as fc.Arbitrary<string>,
  )

  test(
    'parses or gives one finding inside the text, and never throws',
    () => {
      fc.assert(
        fc.property(texts, (text) => {
          const parsed = parseCondition(text)
          if (parsed.kind === 'faulty') {
            expect(parsed.findings).toHaveLength(1)
            const { place } = parsed.findings[0]!
            expect(place.column).toBeGreaterThanOrEqual(1)
            expect(place.endColumn).toBeGreaterThanOrEqual(place.column)
            expect(place.endColumn).toBeLessThanOrEqual(text.length + 1)
            return
          }
          expect(typeof holds(parsed.expression, scopeOf({ kind: 'ice' }))).toBe('boolean')
          expect(parsed.expression.span.end).toBeLessThanOrEqual(text.length)
          for (const name of namesIn(parsed.expression)) expect(text.normalize('NFC')).toContain(name)
        }),
        runs(5_000),
      )
    },
    120_000 + minutes * 60_000,
  )

  test(
    'of a hundred thousand characters takes less than 50 ms',
    () => {
      fc.assert(
        fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), glue, texts, (parts, between, start) => {
          const text = `${start}${much(parts.join(between) + between)}`
          expect(quickest(text)).toBeLessThan(50)
          const parsed = parseCondition(text)
          if (parsed.kind === 'parsed') holds(parsed.expression, scopeOf({ kind: 'ice' }))
        }),
        runs(200),
      )
    },
    120_000 + minutes * 60_000,
  )
})
