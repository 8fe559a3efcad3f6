import { readWhom } from '../../../../bot/knowledge/follow-up/read-whom'

const saysIt = (message: string, said: string, language = 'sv'): readonly boolean[] =>
  readWhom(message, language).map(({ occasions }) =>
    occasions.every(({ says }) => says.test(said.toLowerCase())),
  )

test.each([
  'han är 78',
  'Hon är 5 år.',
  'hon är fem år gammal',
  'min mamma är över 80',
  'ja, jag är pensionär',
  'han fyller tre i år',
])('tells for whom: %s', (message) => {
  expect(readWhom(message, 'sv')).not.toEqual([])
})

test.each(['he is 78', "she's five years old", "I'm a pensioner", 'my son is 3'])(
  'in English: %s',
  (message) => {
    expect(readWhom(message, 'en')).not.toEqual([])
  },
)

test.each([
  'vi är fyra',
  'han är elak',
  'jag är rädd',
  'hon är 5 år och vill börja dansa',
  'är han 78',
  'jag är en vuxen',
  'hon är 500',
])('tells more or less than that: %s', (message) => {
  expect(readWhom(message, 'sv')).toEqual([])
})

test.each([
  ['han är 8 år', 'Barn under 10 år får gå med en vuxen', true],
  ['han är 8 år', 'Barn under 4 år går gratis', false],
  ['hon är 5', 'från hösten barnet fyller tre', true],
  ['hon är 2', 'från hösten barnet fyller tre', false],
  ['hon är 25', 'platsen är fri i 25 år', false],
])('an age by what is said of it first: "%s" – "%s"', (message, said, isMeant) => {
  expect(saysIt(message, said)[0]).toBe(isMeant)
})

test('and then by what is said of those of that age', () => {
  expect(saysIt('hon är 5', 'Barn 20 kronor')).toEqual([false, true])
  expect(saysIt('hon är 78', 'Barn 20 kronor')).toEqual([false, false])
  expect(saysIt('hon är 78', 'För pensionärer 20 kronor')).toEqual([false, true])
})
