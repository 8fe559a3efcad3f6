import { cleanText } from '../../../../bot/stages/message/clean-input'

describe('cleaning what a resident wrote', () => {
  test('composes letters, so that å is one character', () => {
    expect(cleanText('a\u030A')).toBe('å')
  })

  test('composes letters that a hidden character had kept apart', () => {
    expect(cleanText('a\u200B\u030A')).toBe('å')
    expect(cleanText('o\u00AD\u0308')).toBe('ö')
  })

  test('takes out hidden characters, so that no word hides another', () => {
    expect(cleanText('hj\u200Bälp\u202E \u{E0041}mig')).toBe('hjälp mig')
  })

  test('keeps joiners, which Persian and emoji need', () => {
    expect(cleanText('می\u200Cخواهم 👩\u200D👧')).toBe('می\u200Cخواهم 👩\u200D👧')
  })

  test('folds white space and keeps lines', () => {
    expect(cleanText('  ett \t två \n\n\n\n tre ')).toBe('ett två\n\ntre')
  })

  test('is quick on a long run of blanks', () => {
    expect(cleanText(`a${' '.repeat(16_000)}b`)).toBe('a b')
  })
})
