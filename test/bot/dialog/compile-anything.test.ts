// Files that nobody meant to write: whatever stands in them, the reading half answers with findings and never throws.
import fc from 'fast-check'
import { compileWith, sound, type SoundFile } from './sound-dialog'

const names = Object.keys(sound) as SoundFile[]
const pieces = fc.constantFrom(
  ...[
    '',
    ' ',
    '\n',
    '  ',
    ':',
    ': ',
    '- ',
    '-',
    '#',
    ' #x',
    '{',
    '}',
    '[',
    ']',
    '|',
    '>',
    '"',
    "'",
    '&a ',
    '*a',
    '!x ',
    ',',
  ],
  ...[
    'ask: ',
    'if: ',
    'do: ',
    'then:',
    'end',
    'null',
    '~',
    '<<: {}',
    '{}',
    '[]',
    '---\n',
    '\t',
    '\r\n',
    'å',
    '\u0000',
    '{x}',
  ],
  ...[
    'say: {}\n',
    'choices: []\n',
    'with: x\n',
    '__proto__: 1\n',
    'constructor',
    '{n, plural, one {',
    'given',
    'is is',
    '\ud800',
  ],
)
const edit = fc.record({
  file: fc.constantFrom(...names),
  at: fc.nat(),
  drop: fc.nat({ max: 60 }),
  piece: pieces,
})

test('any edits of sound files give findings with places inside them', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      const files: Record<string, string> = {}
      for (const { file, at, drop, piece } of edits) {
        const text = files[file] ?? sound[file]
        const start = at % (text.length + 1)
        files[file] = text.slice(0, start) + piece + text.slice(start + drop)
      }
      const { findings, dialogs } = compileWith(files)
      for (const { place, fix } of findings) {
        const text = files[place.file] ?? sound[place.file as SoundFile]
        expect(place.line).toBeLessThanOrEqual(text.split('\n').length)
        expect(place.column).toBeGreaterThan(0)
        if (fix !== undefined) expect(fix.end).toBeLessThanOrEqual(text.length)
      }
      for (const dialog of dialogs.values()) expect(dialog.steps.length).toBeGreaterThan(0)
    }),
    { seed: 7, numRuns: 150 },
  )
})

test.each([
  '',
  '{}',
  '[]',
  '- a',
  'hej',
  'null',
  '---\n---\n',
  'dialog:',
  'dialog: []',
  'translates: nyckel',
  'city: x',
])('a file with only %j is answered', (text) => {
  expect(() => compileWith({ 'udda.yaml': text })).not.toThrow()
})

test.each([
  'steps: x',
  'steps: { say: 1 }',
  'steps: [[], {}, x, { ask: [] }, { if: {} }, { do: }, { end: {} }]',
])('steps that are none give findings: %s', (steps) => {
  const text = `dialog: udda\ntitle: Udda\nowner: avfall\nstart: [a b, c d, e f]\n${steps}\n`
  const { findings, dialogs } = compileWith({ 'udda.yaml': text })
  expect(findings.some(({ severity }) => severity === 'error')).toBe(true)
  expect(dialogs.has('udda')).toBe(false)
})
