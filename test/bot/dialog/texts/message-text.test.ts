import type { Texts } from '../../../../bot/contracts/talk/texts'
import { formatMessage, placeholdersOf } from '../../../../bot/dialog/texts/message-text'

const texts = (byKey: Readonly<Record<string, string>>): Texts => ({
  id: 'prov',
  byKey: new Map(Object.entries(byKey)),
})
const thanks = texts({
  sv: 'Tack! Ärende {number}. {days, plural, one {# dag} other {# dagar}}.',
  'sv.sms': 'Ärende {number}.',
  en: "Thanks! It's case {number}.",
})

test('fills in answers and counts in the language asked for', () => {
  expect(formatMessage(thanks, 'sv', 'web', { number: 'F-1', days: 1 })).toEqual({
    text: 'Tack! Ärende F-1. 1 dag.',
    language: 'sv',
    missing: [],
  })
  expect(formatMessage(thanks, 'sv', 'web', { number: 'F-1', days: 3 }).text).toContain('3 dagar')
})

test('writes numbers as the language does, also beside a plural', () => {
  const fee = texts({ sv: '{fee, plural, =0 {Gratis.} other {{fee} kr, # totalt.}}', en: '{fee}' })
  expect(formatMessage(fee, 'sv', 'web', { fee: 12_000.5 }).text).toMatch(
    /^12\s000,5 kr, 12\s000,5 totalt\.$/,
  )
  expect(formatMessage(fee, 'en', 'web', { fee: 12_000.5 }).text).toBe('12,000.5')
  expect(formatMessage(fee, 'sv', 'web', { fee: 0 }).text).toBe('Gratis.')
})

test('takes the text of the channel where there is one', () => {
  expect(formatMessage(thanks, 'sv', 'sms', { number: 'F-1' }).text).toBe('Ärende F-1.')
  expect(formatMessage(thanks, 'en', 'sms', { number: 'F-1' })).toMatchObject({ language: 'en' })
})

test('leaves apostrophes and angle brackets as staff wrote them', () => {
  expect(formatMessage(thanks, 'en', 'web', { number: 'F-1' }).text).toBe("Thanks! It's case F-1.")
  expect(formatMessage(texts({ sv: "<b>'{x}'</b> ''" }), 'sv', 'web', { x: "O'Hara" }).text).toBe(
    "<b>'O'Hara'</b> ''",
  )
})

test('falls back to Swedish and says so', () => {
  expect(formatMessage(thanks, 'ar', 'web', { number: 'F-1', days: 2 })).toMatchObject({
    language: 'sv',
    text: 'Tack! Ärende F-1. 2 dagar.',
  })
  expect(formatMessage(texts({ en: 'Hello' }), 'ar', 'sms')).toMatchObject({ language: 'en', text: 'Hello' })
})

test('shows a missing answer as a dash and names it', () => {
  expect(formatMessage(thanks, 'sv', 'web', {})).toEqual({
    text: 'Tack! Ärende -. 0 dagar.',
    language: 'sv',
    missing: ['number', 'days'],
  })
})

test('a value is never read as a placeholder or as an inherited name', () => {
  expect(formatMessage(texts({ sv: '{x}' }), 'sv', 'web', { x: '{y} <b>' }).text).toBe('{y} <b>')
  expect(formatMessage(texts({ sv: '{toString}' }), 'sv', 'web', {}).missing).toEqual(['toString'])
})

test('counts in all six Arabic forms', () => {
  const days = texts({
    ar: '{n, plural, zero {zero} one {one} two {two} few {few} many {many} other {other}}',
  })
  const form = (n: number) => formatMessage(days, 'ar', 'web', { n }).text
  expect([0, 1, 2, 3, 11, 100].map(form)).toEqual(['zero', 'one', 'two', 'few', 'many', 'other'])
})

test('knows the placeholders of every language and channel', () => {
  expect(placeholdersOf(thanks)).toEqual(['number', 'days'])
  expect(placeholdersOf(texts({ sv: '{a, plural, one {{b}} other {#}}', en: '{c}' }))).toEqual([
    'a',
    'b',
    'c',
  ])
})
