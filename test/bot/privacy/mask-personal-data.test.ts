// What is masked and what is left alone: `masked.txt` and `left-alone.txt` are the document, this reads them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { personalDataKinds } from '../../../bot/contracts/talk/personal-data'
import { maskPersonalData, withoutMasks } from '../../../bot/privacy/mask-personal-data'

const today = '2026-11-24'
const known = ['042-10 50 00']
const mask = (text: string): string => maskPersonalData(text, { today, known }).text

const casesIn = (file: string): readonly string[] =>
  readFileSync(join(__dirname, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))

describe('masked', () => {
  const cases = casesIn('masked.txt').map((line) => line.split(' → '))
  test.each(cases)('%s → %s', (text, expected) => expect(mask(text)).toBe(expected))
  test('is each of them once more in what is masked already: a mask is no personal data', () => {
    for (const [, expected] of cases) expect(mask(expected!)).toBe(expected)
  })
})

describe('left alone', () => {
  test.each(casesIn('left-alone.txt'))('%s', (text) => expect(mask(text)).toBe(text))
})

test('nothing in the articles is personal data', () => {
  const folder = join(__dirname, '../../../knowledge')
  const lines = readdirSync(folder)
    .filter((file) => file.includes('.'))
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))
  expect(lines.length).toBeGreaterThan(500)
  expect(lines.filter((line) => mask(line) !== line)).toEqual([])
})

describe('what is hidden in a number does not hide it', () => {
  test.each([
    ['a zero-width space between the digits', '90\u200b01\u200b01-12\u200b39', '[personnummer]'],
    ['zero-width joiners', '9\u200d0\u200c0101-1239', '[personnummer]'],
    ['a word joiner and a byte order mark', '\ufeff900101\u2060-1239', '\ufeff[personnummer]'],
    ['right-to-left overrides', '\u202e900101-1239\u202c', '\u202e[personnummer]'],
    ['isolates', 'pnr \u2068900101-1239\u2069.', 'pnr \u2068[personnummer].'],
    ['tag characters', '900101\u{e0041}\u{e007f}-1239', '[personnummer]'],
    ['a soft hyphen', '900101-12\u00ad39', '[personnummer]'],
    ['variation selectors', '9\ufe0f00101-1239', '[personnummer]'],
    ['keycaps', '9\ufe0f\u20e30\ufe0f\u20e30\ufe0f\u20e3101-1239', '[personnummer]'],
    ['a mark over a digit', '9\u030800101-1239', '[personnummer]'],
    ['a Hangul filler', '900101\u3164-1239', '[personnummer]'],
    ['a no-break space', '900101\u00a01239', '[personnummer]'],
    ['many spaces and a line break', '900101  \n  1239', '[personnummer]'],
    ['dashes of other kinds', '900101\u20111239 900101\u22121239', '[personnummer] [personnummer]'],
    ['full-width digits', '９００１０１－１２３９', '[personnummer]'],
    ['Arabic digits', '٩٠٠١٠١-١٢٣٩', '[personnummer]'],
    ['Persian digits', '۹۰۰۱۰۱-۱۲۳۹', '[personnummer]'],
    ['Devanagari digits', '९००१०१-१२३९', '[personnummer]'],
    ['mathematical digits', '𝟗𝟎𝟎𝟏𝟎𝟏-𝟏𝟐𝟑𝟗', '[personnummer]'],
    ['superscripts and circles', '⁹⁰⁰¹⁰¹-①②③⑨', '[personnummer]'],
    ['a zero-width space in an address', 'anna\u200b@exempel\u200b.se', '[e-post]'],
    ['a full-width sign', 'anna＠exempel.se', '[e-post]'],
    ['a zero-width space in a phone number', '070\u200b-123 45\u200b 67', '[telefon]'],
    ['full-width letters of a plate', 'ＡＢＣ　１２３', '[regnummer]'],
    ['tags in a card', '4111 1111\u{e0031} 1111 1111', '[kortnummer]'],
  ])('%s', (_what, text, expected) => expect(mask(text)).toBe(expected))
})

describe('a number over two messages', () => {
  test.each([
    ['900101', '1239', '[personnummer]'],
    ['900101-', '1239', '[personnummer]'],
    ['mitt personnummer är 900101', '-1239 tack', '[personnummer] tack'],
    ['19900101', ' 1239', ' [personnummer]'],
    ['1990', '0101-1239', '[personnummer]'],
    ['900101-12', '39', '[personnummer]'],
    ['010203', '4568', '[personnummer]'],
    ['701063', '2391', '[personnummer]'],
    ['9001\u200b01', '12\u200b39', '[personnummer]'],
  ])('%s | %s', (before, text, expected) =>
    expect(maskPersonalData(text, { today, before }).text).toBe(expected),
  )
  test.each([
    ['070-123 45 67', '480215'],
    ['Storgatan 12', '1239'],
    ['900101', '1238'],
    ['900101', 'den 1239'],
    ['900101', '12391'],
    ['2026-11-24', '08.30'],
    ['hej', '1239'],
  ])('is none in %s | %s', (before, text) =>
    expect(maskPersonalData(text, { today, before })).toEqual({ text, kinds: [] }),
  )
})

describe('what may stay', () => {
  const text = 'Bo, 900101-1239, 070-123 45 67, bo@exempel.se'
  test('is of the kinds that a question asks for', () => {
    expect(maskPersonalData(text, { today, readable: ['phone', 'email'] })).toEqual({
      text: 'Bo, [personnummer], 070-123 45 67, bo@exempel.se',
      kinds: ['person-id'],
    })
  })
  test('is a number that is known, however it is written', () => {
    expect(maskPersonalData(text, { today, known: ['+46701234567', 'BO@exempel.se'] }).text).toBe(
      'Bo, [personnummer], 070-123 45 67, bo@exempel.se',
    )
  })
  test('says each masked kind once', () => {
    expect(maskPersonalData(`${text} ${text}`, { today }).kinds).toEqual(['person-id', 'phone', 'email'])
  })
})

test('without masks only the own words are left', () => {
  expect(withoutMasks(mask('jag heter Bo 900101-1239')).trim()).toBe('jag heter Bo')
})

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...[
      '900101-1239',
      '070-123 45 67',
      'a@b.se',
      '4111 1111 1111 1111',
      'ABC 123',
      'bg 505-0109',
      'a snabel-a b punkt se',
      'konto 8327-9, 123 456 789-0',
      'passnr 12345678',
      '900101-T239',
      'O7',
      '+46',
      '(0)',
      '[',
    ],
    ...[' ', '-', '0', '1', '9', '\u200b', '\u{e0041}', '０', 'ﷺ', '\ud800', '\n', 'å', 'hej'],
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  )
  test('keeps what is around what is masked, and tells of a kind only what it masked', () => {
    fc.assert(
      fc.property(text, fc.subarray([...personalDataKinds]), (given, readable) => {
        const masked = maskPersonalData(given, { today, readable })
        expect(masked.kinds.some((kind) => readable.includes(kind))).toBe(false)
        if (masked.kinds.length === 0) expect(masked.text).toBe(given)
        else expect(masked.text).not.toBe(given)
      }),
      { seed: 20261124, numRuns: 2000 },
    )
  })
  test('around a number does not hide it, when a word stands between', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        expect(mask(`${left} hej 19900101-1239 hej ${right}`)).toContain('[personnummer]')
      }),
      { seed: 20261124, numRuns: 2000 },
    )
  })
})
