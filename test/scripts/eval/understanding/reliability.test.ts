import { binsOf, calibrationError, type Held } from '../../../../scripts/eval/understanding/reliability'
import { reliabilitySvg } from '../../../../scripts/eval/understanding/reliability-svg'

const held = (probability: number, right: number, wrong: number): readonly Held[] => [
  ...Array.from({ length: right }, () => ({ probability, isRight: true })),
  ...Array.from({ length: wrong }, () => ({ probability, isRight: false })),
]

test.each<[string, readonly Held[], error: number]>([
  ['nothing', [], 0],
  ['true probabilities', [...held(0.75, 3, 1), ...held(0.5, 2, 2)], 0],
  ['always sure, half of the time right', held(1, 5, 5), 0.5],
  ['too modest', held(0.2, 10, 0), 0.8],
  [
    'two bins of which one is wrong by 0.5, with a quarter of the answers',
    [...held(1, 6, 0), ...held(0.5, 2, 0)],
    0.125,
  ],
])('the calibration error of %s', (_, answers, error) => {
  expect(calibrationError(binsOf(answers))).toBeCloseTo(error, 10)
})

test('ten bins hold each answer once, a probability of 1 in the last', () => {
  const bins = binsOf([0, 0.05, 0.1, 0.95, 1].map((probability) => ({ probability, isRight: true })))
  expect(bins.map(({ count }) => count)).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 2])
  expect(bins[9]).toMatchObject({ meanProbability: 0.975, accuracy: 1 })
})

test('the picture has a panel for each language, in words too, and no markup of a title', () => {
  const bins = binsOf([...held(0.75, 3, 1), ...held(0.95, 8, 0)])
  const svg = reliabilitySvg([
    { title: 'sv', bins, calibrationError: 0.0312 },
    { title: '<en>', bins, calibrationError: 0.5 },
  ])
  expect(svg).toContain('<title>Reliability: sv, expected calibration error 3.1 %; &lt;en&gt;, expected')
  expect(svg.match(/<g /g)).toHaveLength(2)
  expect(svg.match(/<circle /g)).toHaveLength(4)
  expect(svg).not.toMatch(/NaN|undefined|<en>/)
})
