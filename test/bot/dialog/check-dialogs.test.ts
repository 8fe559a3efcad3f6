import { compileDialogs, type CompiledDialogs } from '../../../bot/dialog/reading/compile-dialogs'
import { processorMs } from '../../support/processor-time'
import { broken, compileWith, sound, today, type SoundFile } from './sound-dialog'

test('finds nothing in a sound dialog', () => {
  const { findings, dialogs } = compileWith()
  expect(findings).toEqual([])
  expect([...dialogs.keys()]).toEqual(['nyckel'])
})

const codesOf = (changed: Readonly<Record<string, string>>) =>
  compileWith(changed).findings.map(
    ({ code, place, message }) => `${place.file}:${place.line}:${place.column} ${code} ${message.en}`,
  )
const without = (piece: string, file: SoundFile = 'nyckel.yaml') => ({ [file]: broken(file, piece, '') })

/** What is left out, the files then, and the finding. */
const gaps: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  ['a title', without('title: Beställ nyckel\n'), 'nyckel.yaml:1:1 D005 "title" is missing'],
  ['an owner', without('owner: kultur-fritid\n'), 'nyckel.yaml:1:1 A001 the dialog has no owner'],
  ['an end', without('  - end: done\n'), 'nyckel.yaml:57:5 D021 on some way the dialog runs out'],
  ['an input', without('count: count, '), 'nyckel.yaml:55:5 D011 "order_key" needs "count"'],
  [
    'tests',
    { 'nyckel.yaml': sound['nyckel.yaml'].replace(/tests:[^]*/, '') },
    'nyckel.yaml:1:9 X001 the dialog has no tests',
  ],
  [
    'start phrases',
    without('  - kan jag få en ny nyckel\n'),
    'nyckel.yaml:1:9 N002 only 2 start phrases in "sv"',
  ],
  [
    'a question',
    without('    question: Hur många?\n'),
    'nyckel.yaml:37:5 D005 the question of "count" is missing',
  ],
  [
    'an else text',
    without('    else: Det huset ligger inte i kommunen.\n'),
    'nyckel.yaml:17:11 D005 "else" is missing',
  ],
  [
    'one translated text',
    without('  kind: Which key is it about?\n', 'nyckel.en.yaml'),
    'nyckel.en.yaml:1:1 T020 "kind" is not translated to "en"',
  ],
  ['a translation', { 'nyckel.en.yaml': '' }, 'nyckel.yaml:1:1 T020 the translation to "en" is missing'],
  [
    'a text of the city',
    without('  hello: Hej! Vad kan jag hjälpa dig med?\n', 'city.yaml'),
    'D005 the text "hello" is missing',
  ],
  [
    'a translated text of the city',
    without('  clarify: Which of these do you mean?\n', 'city.en.yaml'),
    'city.en.yaml:2:1 T020 "clarify" is not translated to "en"',
  ],
  [
    'command words',
    without('  back: [tillbaka, gå tillbaka, backa, föregående, förra frågan]\n', 'city.yaml'),
    'D005 the words for "back" are missing',
  ],
]

describe('what is missing', () => {
  test.each(gaps)('%s', (_, changed, expected) => {
    expect(codesOf(changed).join('\n')).toContain(expected)
  })

  test('the city', () => {
    const { 'nyckel.yaml': text } = sound
    const { findings } = compileDialogs({ files: [{ path: 'nyckel.yaml', text }], today })
    expect(findings.map(({ place, message }) => `${place.file} ${message.en}`)).toContain(
      'city.yaml city.yaml is missing',
    )
    expect(codesOf({ 'city.yaml': '' })).toContain('city.yaml:1:1 D005 the file is empty')
  })

  test('a missing text of the city blocks; of a dialog it warns', () => {
    const severity = (changed: Readonly<Record<string, string>>) =>
      compileWith(changed).findings.find(({ code }) => code === 'T020')?.severity
    expect(severity(without('  clarify: Which of these do you mean?\n', 'city.en.yaml'))).toBe('error')
    expect(severity(without('  kind: Which key is it about?\n', 'nyckel.en.yaml'))).toBe('warning')
  })
})

describe('between dialogs', () => {
  const twin = (changes: (text: string) => string) => changes(sound['nyckel.yaml'])

  test('N001 tells a phrase of two dialogs in the later file, whatever the capitals', () => {
    const other = twin((text) =>
      text
        .replace('dialog: nyckel', 'dialog: las')
        .replace('Jag vill beställa', 'jag vill BESTÄLLA')
        .replace('nyckeln till', 'låset till')
        .replace('kan jag få', 'får jag'),
    )
    const found = compileWith({ 'las.yaml': other }).findings.filter(({ code }) => code === 'N001')
    expect(
      found.map(({ place, message }) => `${place.file}:${place.line}:${place.column} ${message.en}`),
    ).toEqual(['las.yaml:6:5 "jag vill BESTÄLLA en nyckel" also starts the dialog "nyckel"'])
  })

  test('N001 tells a copied file once, in the copy, which is the file that was written last', () => {
    const copy = twin((text) => text.replace('dialog: nyckel', 'dialog: borttappad'))
    const dayMs = 86_400_000
    const found = (changedAt: Readonly<Record<string, number>>) =>
      compileDialogs({
        files: Object.entries({ 'borttappad.yaml': copy, ...sound }).map(([path, text]) => ({
          path,
          text,
          changedAt: changedAt[path] ?? dayMs,
        })),
        today,
      })
    const told = ({ findings }: CompiledDialogs) =>
      findings
        .filter(({ code }) => code === 'N001')
        .map(({ place, message }) => `${place.file}:${place.line}:${place.column} ${message.sv}`)
    const late = found({ 'borttappad.yaml': 2 * dayMs })
    expect(told(late)).toEqual(['borttappad.yaml:6:5 alla 3 startfraser är kopierade från "nyckel"'])
    expect([...late.dialogs.keys()]).toEqual(['nyckel'])
    expect(told(found({ 'nyckel.yaml': 2 * dayMs }))).toEqual([
      'nyckel.yaml:6:5 alla 3 startfraser är kopierade från "borttappad"',
    ])
    // Fetched together: the order of the files decides.
    expect(told(found({ 'borttappad.yaml': dayMs + 900 }))).toEqual([
      'nyckel.yaml:6:5 alla 3 startfraser är kopierade från "borttappad"',
    ])
  })

  test('D004 tells two dialogs with one name in the file that is called something else', () => {
    const found = compileWith({ 'las.yaml': sound['nyckel.yaml'] }).findings.filter(
      ({ code }) => code === 'D004',
    )
    expect(found).toMatchObject([{ place: { file: 'las.yaml', line: 1, column: 9 }, fix: { text: 'las' } }])
    expect(found[0]?.message.sv).toBe('dialogen "nyckel" finns redan i nyckel.yaml')
    expect(found[0]?.hint?.sv).toBe('Skriv "dialog: las", som filen heter.')
  })

  test('T021 tells a translation of nothing', () => {
    const found = compileWith({ 'nykel.en.yaml': 'translates: nykel\nlanguage: en\n' }).findings
    expect(found).toMatchObject([{ code: 'T021', place: { line: 1, column: 13 }, fix: { text: 'nyckel' } }])
  })

  test('a dialog with an error is left out and the others serve', () => {
    const other = twin((text) =>
      text
        .replace('dialog: nyckel', 'dialog: las')
        .replace(/^ {2}- .*nyckel.*$/gm, '  - mitt lås')
        .replace('kind is other', 'kind is othr'),
    )
    expect([...compileWith({ 'las.yaml': other }).dialogs.keys()]).toEqual(['nyckel'])
  })

  test('an error in a translation leaves its dialog out', () => {
    const english = broken('nyckel.en.yaml', '{order_number}', '{order')
    expect([...compileWith({ 'nyckel.en.yaml': english }).dialogs.keys()]).toEqual([])
  })
})

describe('an article that the welcome leads to', () => {
  const files = Object.entries(sound).map(([path, text]) => ({ path, text }))

  test('must be there', () => {
    const { findings } = compileDialogs({ files, today, articles: ['grovsopor', 'kontakta'] })
    expect(findings).toMatchObject([
      {
        code: 'D010',
        severity: 'error',
        place: { file: 'city.yaml', column: '  article:'.length + 1 },
        message: { en: '"kontakta-oss" is no article' },
        hint: { en: 'Did you mean "kontakta"?' },
        fix: { text: 'kontakta' },
      },
    ])
  })

  test('is not asked for when only dialogs are checked', () => {
    expect(compileDialogs({ files, today }).findings).toEqual([])
  })
})

describe('what follows from a fault is not told', () => {
  const codes = (changed: Readonly<Record<string, string>>): readonly string[] =>
    compileWith(changed).findings.map(({ code }) => code)

  test.each([
    ['broken YAML', broken('nyckel.yaml', 'title: Beställ', 'title: Obs: beställ'), ['Y001']],
    ['an unknown action', broken('nyckel.yaml', '- do: find_key', '- do: find_keys'), ['D010']],
    [
      'a text that is cut off',
      broken('nyckel.yaml', 'Klart! Numret är {order_number}.', 'Klart! Nummer #{order_number}.'),
      ['Y010'],
    ],
    ['a misspelt part', broken('nyckel.yaml', 'steps:', 'stepz:'), ['D001']],
    ['a misspelt branch', broken('nyckel.yaml', '    then:', '    thn:'), ['D001']],
    ['an unusable name', broken('nyckel.yaml', '- ask: place', '- ask: channel'), ['D005']],
    ['an unknown step', broken('nyckel.yaml', '- ask: note', '- aks: note'), ['D002']],
    ['a wrong choice code', broken('nyckel.yaml', 'kind is other', 'kind is othr'), ['D040']],
  ])('%s', (_, text, expected) => {
    expect([...new Set(codes({ 'nyckel.yaml': text }))]).toEqual(expected)
  })
})

describe('the flow', () => {
  const found = (code: string, piece: string, by: string) =>
    compileWith({ 'nyckel.yaml': broken('nyckel.yaml', piece, by) }).findings.filter(
      (one) => one.code === code,
    )
  const confirm = '  - confirm: send\n    question: Ska jag beställa {count} av slaget {kind}?\n'

  test('a confirmation on one way only does not confirm the write', () => {
    expect(found('D030', confirm, confirm.replace('?\n', '?\n    only if: kind is door\n'))).toHaveLength(1)
  })
  test('a question after the confirmation voids it', () => {
    expect(found('D030', confirm, `${confirm}  - ask: extra\n    question: Något mer?\n`)).toHaveLength(1)
  })
  test('a write under the condition of its confirmation is confirmed', () => {
    const both = compileWith({
      'nyckel.yaml': sound['nyckel.yaml']
        .replace(confirm, confirm.replace('?\n', '?\n    only if: kind is door\n'))
        .replace('  - do: order_key\n', '  - do: order_key\n    only if: kind is door\n'),
    }).findings
    expect(both.filter(({ code }) => code === 'D030')).toEqual([])
  })
  test('an answer under a condition may be used under the same one', () => {
    expect(found('D042', 'if: state is lost and many', 'if: kind is other and given note')).toEqual([])
    expect(found('D042', 'if: state is lost and many', 'if: given contact and contact contains @')).toEqual(
      [],
    )
    expect(found('D042', 'if: state is lost and many', 'if: given contact and contact contains "@"')).toEqual(
      [],
    )
    expect(found('D042', 'if: state is lost and many', 'if: contact contains "@"')).toHaveLength(1)
  })
  test('steps after two ending branches are never reached', () => {
    const ends = '  - if: many\n    then: [{ end: many }]\n    else: [{ end: few }]\n'
    expect(found('D020', confirm, ends + confirm)).toHaveLength(1)
  })
})

describe('hostile dialogs', () => {
  const deep = '      - if: many\n        then:\n'
  test.each([
    [
      'ten thousand steps',
      sound['nyckel.yaml'].replace('steps:\n', `steps:\n${'  - say: Hej.\n'.repeat(10_000)}`),
    ],
    ['deep branches', sound['nyckel.yaml'].replace('  - end: done\n', `${deep.repeat(100)}  - end: done\n`)],
    ['a huge condition', broken('nyckel.yaml', 'kind is other', '('.repeat(100_000))],
    [
      'a name from Object',
      broken('nyckel.yaml', '- do: order_key', '- do: constructor').replace(
        'kind is other',
        'toString is __proto__',
      ),
    ],
    [
      'keys from Object',
      broken('nyckel.yaml', 'labels: { kind', '__proto__: 1\nconstructor: 2\nlabels: { kind'),
    ],
  ])('give findings in time: %s', (_, text) => {
    const took = processorMs(() => {
      expect(compileWith({ 'nyckel.yaml': text }).findings.length).toBeGreaterThan(0)
    })
    expect(took).toBeLessThan(5_000)
  })
})
