// The faults of a list in a dialog's file: each with its code, its place and its sentence.
import { compileList, english, source } from './list-dialog'

interface Fault {
  readonly code: string
  /** What is replaced, and by what; the finding stands on what is between « and ». */
  readonly change: readonly [piece: string, by: string]
  readonly says: string
  readonly sv: string
  readonly hint?: string
}

const faults: readonly Fault[] = [
  {
    code: 'D023',
    change: ['- ask: things\n', '- ask: «things»\n'],
    says: 'the list has no "max"',
    sv: 'listan saknar "max"',
    hint: 'Lägg till max: 8',
  },
  {
    code: 'D005',
    change: ['max: 4', 'max: «21»'],
    says: '"max" must be a number from 1 to 20',
    sv: '"max" ska vara ett tal från 1 till 20',
  },
  { code: 'D005', change: ['max: 4', 'max: «0»'], says: '"max" must be', sv: '"max" ska vara' },
  {
    code: 'D005',
    change: ['      - ask: count\n', '      - «say»: count\n'],
    says: 'only plain questions can stand under "each"',
    sv: 'under "each" kan bara vanliga frågor stå',
    hint: 'Börja med "- ask:"',
  },
  {
    code: 'D005',
    change: ['      - ask: count\n', '      - «ask»: count\n        max: 3\n'],
    says: 'only plain questions can stand under "each"',
    sv: 'under "each" kan bara',
  },
  {
    code: 'D037',
    change: ['    max: 4\n', '    max: 4\n    keep: «0 days»\n'],
    says: 'the answer is to be removed after 0 days',
    sv: 'svaret ska tas bort efter 0 dagar',
  },
  {
    code: 'D005',
    change: ['    max: 4\n', '    max: 4\n    «default»: soffa\n'],
    says: '"default" belongs to a question under "each"',
    sv: '"default" hör till en fråga under "each"',
  },
  {
    code: 'D005',
    change: ['    max: 4\n', '    max: 4\n    type: «text»\n'],
    says: '"each" always has the type list',
    sv: '"each" har alltid typen list',
  },
  {
    code: 'D005',
    change: ['type: phone', 'type: «phone or list»'],
    says: 'a list takes no other answers',
    sv: 'en lista tar inga andra svar',
  },
  {
    code: 'D004',
    change: ['- ask: note', '- ask: «what»'],
    says: 'the name "what" is used already',
    sv: 'namnet "what" används redan',
  },
  {
    code: 'D005',
    change: ['- ask: note', '- ask: «more»'],
    says: '"more" cannot be a name',
    sv: '"more" kan inte vara ett namn',
  },
  {
    code: 'D001',
    change: ['        range: 1..5', '        «rnge»: 1..5'],
    says: 'nothing that can stand in an "ask" under "each"',
    sv: 'inget som kan stå i ett "ask" under "each"',
  },
  {
    code: 'D040',
    change: ['things.what contains fridge', 'things.what contains «fridg»'],
    says: '"fridg" is not one of sofa, fridge, other, paint',
    sv: '"fridg" är inget av',
  },
  {
    code: 'D040',
    change: ['things.what contains fridge', 'things.what in (sofa, «stol»)'],
    says: '"stol" is not one of',
    sv: '"stol" är inget av',
  },
  {
    code: 'D040',
    change: ['things.what contains fridge', '«things.what is fridge»'],
    says: '"things.what" is a list and cannot be equal to one answer',
    sv: '"things.what" är en lista och kan inte vara lika med ett svar',
    hint: 'Skriv "things.what contains …"',
  },
  {
    code: 'D040',
    change: ['things.what contains fridge', '«things.wath» contains fridge'],
    says: '"things.wath" is no answer of the dialog',
    sv: '"things.wath" är inget svar',
    hint: 'Menade du "things.what"?',
  },
  {
    code: 'D040',
    change: ['only if: what is other', 'only if: what is «othr»'],
    says: '"othr" is not one of sofa, fridge, other, paint',
    sv: '"othr" är inget av',
  },
  {
    code: 'T003',
    change: ['Hur många av {what}?', 'Hur många av {«waht»}?'],
    says: 'there is no answer called {waht}',
    sv: 'det finns inget svar som heter {waht}',
  },
  {
    code: 'N005',
    change: ['<things.what=en gammal soffa>', '<«things.wat»=en gammal soffa>'],
    says: '"things.wat" is no question of the dialog',
    sv: '"things.wat" är ingen fråga i dialogen',
  },
  {
    code: 'N004',
    change: ['Annan möbel | stol', 'Annan möbel | «soffa», stol'],
    says: '"soffa" belongs to two answers',
    sv: '"soffa" hör till två svar',
  },
  {
    code: 'D042',
    change: ['        range: 1..5\n', '        range: 1..5\n        only if: «full is yes»\n'],
    says: '"things.full" may be missing here',
    sv: '"things.full" kan saknas här',
  },
]

const withoutMarks = (text: string): string => text.replace(/[«»]/g, '')

it.each(faults)('$code: $says', ({ code, change: [piece, by], says, sv, hint }) => {
  expect(source.split(piece).length).toBeGreaterThan(1)
  const written = source.replace(piece, () => by)
  const changed = code === 'D023' ? written.replace('    max: 4\n', '') : written
  const before = changed.slice(0, changed.indexOf('«'))
  const place = { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') }
  const { findings } = compileList(withoutMarks(changed))
  const found = findings.filter((finding) => finding.code === code && finding.message.en.includes(says))
  expect(findings.map((finding) => `${finding.code} ${finding.message.en}`)).toContainEqual(
    expect.stringContaining(says),
  )
  expect(found[0]).toMatchObject({ place })
  expect(found[0]?.message.sv).toContain(sv)
  if (hint !== undefined) expect(found[0]?.hint?.sv).toContain(hint)
})

it('finds no fault in a sound list', () => {
  expect(compileList().findings).toEqual([])
})

it('asks for "more" and "each" where one of them stands alone', () => {
  const codes = (text: string) =>
    compileList(text).findings.map(({ code, message }) => `${code} ${message.en}`)
  expect(codes(source.replace('    more: Något mer?\n', ''))).toContainEqual(
    expect.stringContaining('D005 "more" is missing'),
  )
  expect(codes(source.replace(/ {4}each:\n(?: {6,}.*\n)+/, ''))).toContainEqual(
    expect.stringContaining('D005 "each" is missing'),
  )
})

describe('its translation', () => {
  const told = (changed: string) =>
    compileList(source, changed).findings.map(({ code, message }) => `${code} ${message.en}`)

  it.each([
    ['  things.more: Anything else?\n', 'T020 "things.more" is not translated to "en"'],
    ['  things.count: How many of {what}?\n', 'T020 "things.count" is not translated to "en"'],
    ['  things.what.must: We do not collect paint.\n', 'T020 "things.what.must" is not translated to "en"'],
    [', paint: Paint', 'T020 "choices.things.what.paint" is not translated to "en"'],
  ])('lacks %s', (piece, finding) => {
    expect(english).toContain(piece)
    expect(told(english.replace(piece, ''))).toEqual([finding])
  })

  it('may not have what the list has not', () => {
    expect(told(english.replace('  things.more', '  things.mor: X\n  things.more'))).toEqual([
      'T021 "things.mor" is not in the dialog',
    ])
    expect(told(english.replace('things.what: {', 'things.wat: {'))).toContainEqual(
      'T021 "things.wat" is not in the dialog',
    )
    expect(told(english.replace('How many of {what}?', 'How many?'))).toEqual([
      'T022 the translation lacks {what}, which the Swedish text has',
    ])
  })
})
