// From which day somebody wishes to be called, in the languages that call-backs are asked for in.
import { wishedDay } from '../../../bot/actions/wished-day'

const today = '2026-11-24'

test.each([
  ['sv', 'i morgon förmiddag'],
  ['en', 'tomorrow after 3 pm'],
  ['fi', 'huomenna aamulla'],
  ['ar', 'غدًا بعد الظهر'],
  ['ar', 'غدا'],
  ['so', 'berri galabta'],
  ['uk', 'завтра після обіду'],
  ['fa', 'فردا صبح'],
  ['pl', 'jutro po 15'],
  ['es', 'mañana por la mañana'],
  ['de', 'morgen nach 15 Uhr'],
])('%s: "%s" is tomorrow', (language, wish) => {
  expect(wishedDay(wish, today, language)).toBe('2026-11-25')
})

test.each([
  ['sv', 'på morgonen'],
  ['en', 'in the morning'],
  ['es', 'por la mañana'],
  ['de', 'am Morgen'],
  ['ar', 'بعد غد'],
  ['fa', 'پس فردا'],
])('%s: "%s" is not', (language, wish) => {
  expect(wishedDay(wish, today, language)).toBeUndefined()
})
