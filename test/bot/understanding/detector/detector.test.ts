// A detector of its own, from a handful of texts. How good the one of danger is: `npm run eval:emergency`.
import { readDangerExamples } from '../../../../bot/emergency/danger-examples'
import { trainDetector } from '../../../../bot/understanding/detector/train-detector'

const things = ['cykeln', 'bilen', 'båten', 'stugan', 'ladan', 'granen', 'soffan', 'spisen']
const examples = things.flatMap((thing) => [
  { text: `${thing} brinner med höga lågor`, kind: 'fire', group: thing },
  { text: `en man slog sönder ${thing} och sparkade mig`, kind: 'violence', group: thing },
  { text: `var kan jag ställa ${thing} över vintern`, kind: null, group: thing },
  { text: `vad kostar det att hyra ${thing} en dag`, kind: null, group: thing },
])
const detector = trainDetector(examples)

test.each([
  ['traktorn brinner med lågor', 'fire'],
  ['han slog och sparkade mig', 'violence'],
])('finds "%s" likely, and of the kind %s', (text, kind) => {
  const { probability, shares } = detector.detect(text)
  expect(probability).toBeGreaterThan(0.6)
  expect([...shares].sort((a, b) => b[1] - a[1])[0]?.[0]).toBe(kind)
  expect([...shares.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
})

test('finds what is like the others unlikely', () => {
  expect(detector.detect('vad kostar det att hyra traktorn').probability).toBeLessThan(0.4)
})

test('is the same when it is taught the same', () => {
  expect(trainDetector(examples).detect('granen brinner')).toEqual(detector.detect('granen brinner'))
})

test('hears others as before when it is taught one more', () => {
  const some = (first: number) => readDangerExamples().filter((_, at) => at % 6 === first)
  const one = { text: 'när öppnar simhallen i morgon bitti', kind: null, group: 'simhallen' }
  const [before, after] = [some(0), [one, ...some(0)]].map((taught) => trainDetector(taught))
  const moved = some(1).map(({ text }) =>
    Math.abs(after!.detect(text).probability - before!.detect(text).probability),
  )
  expect(moved.reduce((sum, by) => sum + by, 0) / moved.length).toBeLessThan(0.002)
})
