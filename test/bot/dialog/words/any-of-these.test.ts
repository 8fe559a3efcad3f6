// Who leaves the choice to us says so in few words; a day, or a word beside it, is a choice of their own.
import { readAnyOfThese } from '../../../../bot/dialog/words/any-of-these'

test.each([
  'första bästa',
  'ta första bästa tid',
  'jag tar den första',
  'forsta lediga tack',
  'vilken som helst',
  'det spelar ingen roll',
  'spelar ingen roll när',
  'det kvittar för mig',
  'first available',
  'any of them',
  "it doesn't matter",
])('"%s": any of them', (text) => {
  expect(readAnyOfThese(text)).toBe('any')
})

test.each([
  'så snart som möjligt',
  'den tidigaste tiden',
  'snarast',
  'så fort det går',
  'as soon as possible',
  'the earliest please',
])('"%s": the soonest', (text) => {
  expect(readAnyOfThese(text)).toBe('soonest')
})

test.each([
  'första veckan i juni',
  'inte den första',
  'fredag',
  'ingen av dem',
  'senare tider',
  'snart',
  'none of them',
])('"%s" leaves nothing to us', (text) => {
  expect(readAnyOfThese(text)).toBeUndefined()
})
