import { parseYaml } from '../../../bot/yaml/parse-yaml'
import { isEmpty, scalarOf, valueOf, type YamlMap } from '../../../bot/yaml/node'
import { writtenText } from '../../../bot/yaml/written-text'
import type { Finding } from '../../../bot/contracts/basics/finding'
import { processorMs } from '../../support/processor-time'

const findingsOf = (text: string): readonly Finding[] => parseYaml('dialogs/prov.yaml', text).findings
const brief = (text: string) =>
  findingsOf(text).map(({ code, place, message }) => `${place.line}:${place.column} ${code} ${message.en}`)
const mapOf = (text: string): YamlMap => {
  const parsed = parseYaml('dialogs/prov.yaml', text)
  expect(parsed.findings).toEqual([])
  const root = parsed.documents[0]?.root
  if (root?.kind !== 'map') throw new Error('no map')
  return root
}
const mended = (text: string): string =>
  findingsOf(text)
    .flatMap(({ fix }) => fix ?? [])
    .sort((a, b) => b.start - a.start)
    .reduce((mending, fix) => mending.slice(0, fix.start) + fix.text + mending.slice(fix.end), text)

test('keeps every value as the text that was written', () => {
  const map = mapOf('phone: 0701234567\nversion: 1.10\nanswer: no\ndate: 2026-03-01\nempty:\n')
  expect(map.entries.map(({ value }) => value.kind === 'scalar' && value.text)).toEqual([
    '0701234567',
    '1.10',
    'no',
    '2026-03-01',
    '',
  ])
  expect(isEmpty(valueOf(map, 'empty')!)).toBe(true)
})

test('gives each key and value its exact range', () => {
  const map = mapOf('steps:\n  - say: "Hej"\n')
  const list = valueOf(map, 'steps')
  const step = list?.kind === 'list' ? list.items[0] : undefined
  const say = step?.kind === 'map' ? step.entries[0] : undefined
  expect(say?.key.place).toMatchObject({ file: 'dialogs/prov.yaml', line: 2, column: 5, endColumn: 8 })
  expect(say?.value.place).toMatchObject({ line: 2, column: 10, endLine: 2, endColumn: 15 })
})

test('reads several documents of a file with places in the whole file', () => {
  const { documents } = parseYaml('f.yaml', 'a: 1\n---\nb: 2\n')
  expect(documents).toHaveLength(2)
  expect(documents[1]?.root?.place).toMatchObject({ line: 3, column: 1 })
})

describe('the place of a character inside a text', () => {
  const column = (yaml: string, part: string): readonly [number, number] => {
    const written = writtenText(scalarOf(mapOf(yaml), 'a')!)
    const place = written.place(written.text.indexOf(part))
    return [place.line, place.column]
  }
  test.each([
    ['plain', 'a: ett två tre\n', 'tre', [1, 12]],
    ['double quotes with escapes', 'a: "ett \\"två\\" \\u00e5 tre"\n', 'tre', [1, 24]],
    ['single quotes with a doubled apostrophe', "a: 'ett''s två'\n", 'två', [1, 12]],
    ['a folded plain text', 'a: ett\n  två\n  tre\n', 'tre', [3, 3]],
    ['a literal block', 'a: |\n  ett\n  två tre\n', 'tre', [3, 7]],
    ['a folded block', 'a: >-\n    ett\n    två tre\n', 'tre', [3, 9]],
  ])('is right in %s', (_, yaml, part, expected) => {
    expect(column(yaml, part)).toEqual(expected)
  })
})

describe('Y001', () => {
  test.each([
    ['two colons', 'say: Obs: ring 112\n', '1:6', 'two colons on one line'],
    ['a tab', 'a:\n\tb: 2\n', '2:1', 'begins with a tab'],
    ['a duplicate key', 'a: 1\nb: 2\na: 3\n', '3:1', '"a" stands twice (first on line 1)'],
    ['an open bracket', 'a: [x, y\nb: 2\n', '1:4', 'the bracket [ is never closed'],
    ['a reserved character', 'say: @hej\n', '1:6', 'a text cannot begin with @'],
  ])('tells %s with its place', (_, yaml, at, part) => {
    const found = brief(yaml)
    expect(found[0]).toContain(`${at} Y001`)
    expect(found.join('\n')).toContain(part)
  })

  test('mends two colons and reserved characters by quoting', () => {
    expect(mended('say: Obs: ring "112"\n')).toBe('say: \'Obs: ring "112"\'\n')
    expect(mended('- say: @hej du\n')).toBe('- say: "@hej du"\n')
    expect(mended('- Obs: ring: 112\n')).toBe('- Obs: "ring: 112"\n')
  })

  test('does not stop at the first fault', () => {
    expect(brief('a: @x\nb: %y\nc: `z`\n')).toHaveLength(3)
  })

  test('leaves a tree with a duplicate key readable', () => {
    const { documents } = parseYaml('f.yaml', 'a: 1\na: 2\n')
    expect(documents[0]).toMatchObject({ broken: false, root: { kind: 'map' } })
  })
})

describe('Y010', () => {
  test('tells a text that is cut off, and mends it', () => {
    const yaml = 'steps:\n  - say: Tack! Ditt ärende #{id} är klart.\n'
    expect(brief(yaml)).toEqual(['2:10 Y010 the text is cut off at "#": only "Tack! Ditt ärende" is used'])
    expect(mended(yaml)).toBe('steps:\n  - say: "Tack! Ditt ärende #{id} är klart."\n')
  })
  test('tells a text that is swallowed whole', () => {
    expect(brief('say: #12 är nästa\n')).toEqual(['1:6 Y010 the text is cut off at "#": nothing is used'])
  })
  test('leaves real comments alone', () => {
    expect(brief('owner: gata   # department\nsteps: # all of them\n  - a #\n')).toEqual([])
  })
})

describe('Y011', () => {
  test.each([
    ['an anchor', 'b: &x 1\n', '1:4', 'b: "&x 1"\n'],
    ['an alias', 'b: *x\n', '1:4', 'b: "*x"\n'],
    ['a tag', 'b: !urgent ja\n', '1:4', 'b: "!urgent ja"\n'],
  ])('refuses %s', (_, yaml, at, fixed) => {
    expect(brief(yaml)).toEqual([expect.stringContaining(`${at} Y011`)])
    expect(mended(yaml)).toBe(fixed)
  })
  test('refuses a merge key', () => {
    expect(brief('<<: { a: 1 }\n')).toEqual([expect.stringContaining('1:1 Y011')])
  })
  test('accepts the same signs in quotes', () => {
    expect(brief('a: "&x"\nb: "*x"\nc: "!x"\n')).toEqual([])
  })
})

describe('Y012', () => {
  test('tells dashes without a space, and mends them', () => {
    expect(brief('start:\n  -hej\n  -hopp\n')).toEqual([expect.stringContaining('2:3 Y012')])
    expect(mended('start:\n  -hej\n  -hopp\n')).toBe('start:\n  - hej\n  - hopp\n')
  })
  test('tells a list that has become one text', () => {
    expect(brief('start: Hej\n  - du\n')).toEqual([expect.stringContaining('1:8 Y012 the list has become')])
  })
  test('accepts negative numbers and rows of dashes', () => {
    expect(brief('a: -5\nb: ---x\nc: två - tre\n')).toEqual([])
  })
})

describe('hostile files', () => {
  const inMs = (text: string) => {
    let findings: readonly Finding[] = []
    const ms = processorMs(() => {
      findings = findingsOf(text)
    })
    return { ms, findings }
  }
  test.each([
    ['deep brackets', '['.repeat(100_000)],
    ['deep maps', '{a: '.repeat(50_000)],
    ['deep dashes', '- '.repeat(50_000)],
    ['depth that the parser bears', '- '.repeat(60) + 'x'],
    ['a huge file', 'a: b\n'.repeat(200_000)],
    [
      'a billion laughs',
      'a: &a [x, x]\n' +
        'bcdefghij'
          .split('')
          .map((name) => `${name}: &${name} [*a, *a, *a]\n`)
          .join(''),
    ],
    ['a thousand of the same key', 'k: v\n'.repeat(1000)],
  ])('gives findings quickly for %s', (_, text) => {
    const { ms, findings } = inMs(text)
    expect(findings.length).toBeGreaterThan(0)
    expect(ms).toBeLessThan(3000)
  })
  test('bears twenty thousand keys, in time that grows with their number', () => {
    const keys = (count: number) => Array.from({ length: count }, (_, n) => `k${n}: v`).join('\n')
    const least = (count: number) => Math.min(...[1, 2, 3].map(() => inMs(keys(count)).ms))
    expect(findingsOf(keys(20_000))).toEqual([])
    // Four times as many keys: four times the time, or sixteen times if each were held against all others.
    expect(least(20_000) / least(5_000)).toBeLessThan(10)
  })
})
