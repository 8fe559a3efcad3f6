import { checkMessage } from '../../../../bot/dialog/texts/check-message'
import { looseText } from '../../../../bot/yaml/written-text'
import { processorMs } from '../../../support/processor-time'

const check = (text: string, language = 'sv') =>
  checkMessage(looseText(text), language).findings.map(
    ({ code, place, message }) => `${place.column}-${place.endColumn} ${code} ${message.en}`,
  )

describe('T001', () => {
  test.each([
    ['Hej {namn', '5-10', 'a brace { is never closed'],
    ['Hej {}', '5-7', 'the braces {} are empty'],
    ["It's {a b}", '6-9', 'what stands in the braces is no name'],
    ['{a, farg}', '5-9', 'only {name} and {name, plural, …} exist'],
    ['{a, plural, one {x}}', '20-21', 'the plural lacks "other {…}"'],
    ['{d, date}', '1-10', 'has a form that is not used here'],
    ['{d, select, a {x} other {y}}', '1-29', 'has a form that is not used here'],
    ['{n, plural, other {# dagar}}', '1-29', 'lacks "one", which the language "sv" needs'],
  ])('tells %s', (text, columns, message) => {
    const found = check(text)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(`${columns} T001`)
    expect(found[0]).toContain(message)
  })

  test('asks for the forms each language has', () => {
    const english = '{n, plural, one {# day} other {# days}}'
    expect(check(english, 'en')).toEqual([])
    expect(check(english, 'fi')).toEqual([])
    expect(check(english, 'ar')).toEqual([
      `1-${english.length + 1} T001 the plural of {n} lacks "zero", "two", "few", "many", which the language "ar" needs`,
    ])
    expect(check('{n, plural, one {a} few {b} other {c}}', 'pl')).toEqual([
      expect.stringContaining('lacks "many"'),
    ])
    expect(check('{n, plural, one {a} other {b}}', 'fr')).toEqual([])
  })

  test('takes exact numbers for the forms they fill', () => {
    expect(check('{fee, plural, =0 {Gratis.} other {{fee} kr.}}')).toEqual([])
    expect(check('{n, plural, =1 {en} other {#}}')).toEqual([])
    expect(check('{n, plural, =5 {fem} other {#}}')).toEqual([expect.stringContaining('lacks "one"')])
  })

  test('looks inside plurals', () => {
    expect(check('{n, plural, one {{d, time}} other {#}}')).toEqual([expect.stringContaining('18-27 T001')])
  })

  test.each([
    ['braces', '{'.repeat(4_000)],
    ['plurals', '{a, plural, other {'.repeat(200)],
    ['a huge text', 'x'.repeat(100_000)],
  ])('bears hostile %s', (_, text) => {
    const took = processorMs(() => {
      expect(check(text)).toHaveLength(1)
    })
    expect(took).toBeLessThan(2_000)
  })
})
