import { confusionPairs, type Mistaken, type Phrase } from '../../../../scripts/eval/understanding/confusions'

const mistaken = (label: string, takenFor: string, text: string, probability = 0.5): Mistaken => ({
  label,
  takenFor,
  text,
  probability,
  language: 'sv',
})
const phrases: readonly Phrase[] = [
  { text: 'tömma tunnan', label: 'a', language: 'sv' },
  { text: 'byta tunnan mot en mindre', label: 'b', language: 'sv' },
  { text: 'dela kärl med grannen', label: 'b', language: 'sv' },
  { text: 'empty the bin', label: 'b', language: 'en' },
]

test('joins both ways of a pair, counts each, and puts the surest mistake first', () => {
  const pairs = confusionPairs(
    [
      mistaken('b', 'a', 'tunnan är full', 0.4),
      mistaken('a', 'b', 'ny tunna', 0.6),
      mistaken('a', 'b', 'mindre tunna', 0.9),
      mistaken('c', 'a', 'något annat', 0.99),
    ],
    phrases,
    20,
  )
  expect(pairs.map(({ topics, counts }) => [...topics, ...counts])).toEqual([
    ['a', 'b', 2, 1],
    ['a', 'c', 0, 1],
  ])
  expect(pairs[0]?.phrases.map(({ text }) => text)).toEqual(['mindre tunna', 'ny tunna', 'tunnan är full'])
})

test('names the phrase of the other topic that is most like it, in the same language', () => {
  const [pair] = confusionPairs([mistaken('a', 'b', 'byta tunnan')], phrases, 20)
  expect(pair?.phrases[0]?.drawnBy).toBe('byta tunnan mot en mindre')
  const [other] = confusionPairs([{ ...mistaken('a', 'b', 'byta tunnan'), language: 'fi' }], phrases, 20)
  expect(other?.phrases[0]?.drawnBy).toBeUndefined()
})

test('gives no more pairs than were asked for, of as many mistakes the first of the alphabet', () => {
  const all = [mistaken('c', 'd', 'x'), mistaken('a', 'b', 'y'), mistaken('b', 'c', 'z')]
  expect(confusionPairs(all, phrases, 2).map(({ topics }) => topics)).toEqual([
    ['a', 'b'],
    ['b', 'c'],
  ])
  expect(confusionPairs([], phrases, 2)).toEqual([])
})
