// How far apart two words are: forms of one word, dots left out, slips, and words that only look alike.
import { closenessOf, findPhrase, stem, wordsOf } from '../../../../bot/dialog/words/fold-words'

it.each<[string, string, number | undefined]>([
  ['lampa', 'lampa', 0],
  ['lamporna', 'lampa', 1],
  ['platsen', 'plats', 1],
  ['hålet', 'hål', 1],
  ['halka', 'hälka', 2],
  ['groparna', 'grop', 1],
  ['gangvagen', 'gångväg', 3],
  ['gatlytka', 'gatlykta', 4],
  ['bäddsoffan', 'soffa', 4],
  ['halt', 'hål', undefined],
  ['asfalt', 'halt', undefined],
  ['hus', 'mus', undefined],
  ['', 'hål', undefined],
])('"%s" is %s at distance %s', (written, wanted, closeness) =>
  expect(closenessOf(written, wanted)).toBe(closeness),
)

it('leaves a stem of at least three letters', () => {
  for (const word of ['en', 'is', 'isen', 'stenar', 'a', ''])
    expect(stem(word).length).toBeGreaterThanOrEqual(Math.min(3, word.length))
})
it('finds a phrase written apart or together', () => {
  expect(findPhrase(wordsOf('min gat lykta är trasig'), ['gatlykta'])).toEqual([
    { from: 1, to: 3, closeness: 0 },
  ])
  expect(findPhrase(wordsOf('min epost'), ['e', 'post'])).toEqual([{ from: 1, to: 2, closeness: 0 }])
})

test.each([
  ['att', 'åttan'],
  ['ett', 'ettan'],
  ['för', 'fören'],
])('the little word "%s" is no form of "%s"', (written, wanted) => {
  expect(closenessOf(written, wanted)).toBeUndefined()
})

test('a little word without its dots is the same word', () => {
  expect(closenessOf('nar', 'när')).toBe(2)
})
