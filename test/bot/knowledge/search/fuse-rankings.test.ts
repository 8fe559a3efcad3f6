import { fuseRankings } from '../../../../bot/knowledge/search/fuse-rankings'

test('what stands high in both comes before what one alone has first', () => {
  expect(
    fuseRankings([
      ['a', 'b', 'c'],
      ['d', 'b', 'e'],
    ])[0],
  ).toBe('b')
})

test('of equals the first ranking has its way', () => {
  expect(
    fuseRankings([
      ['a', 'b'],
      ['b', 'a'],
    ]),
  ).toEqual(['a', 'b'])
  expect(fuseRankings([['a'], ['b']])).toEqual(['a', 'b'])
})

test('one ranking alone stays as it is, and nothing is nothing', () => {
  expect(fuseRankings([['c', 'a', 'b'], []])).toEqual(['c', 'a', 'b'])
  expect(fuseRankings([[], []])).toEqual([])
})
