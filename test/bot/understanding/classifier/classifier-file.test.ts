// A classifier as bytes and back answers exactly as before, with few classes and with more than one byte can count,
// also when it is only what belongs to none of them that is more.
import {
  classifierFromBytes,
  classifierToBytes,
} from '../../../../bot/understanding/classifier/classifier-file'
import { trainClassifier } from '../../../../bot/understanding/classifier/train-classifier'

const syllables = [
  'ba',
  'ke',
  'li',
  'mo',
  'nu',
  'pa',
  're',
  'si',
  'to',
  'vu',
  'fa',
  'ge',
  'hi',
  'jo',
  'du',
  'ra',
  'se',
]
const wordOf = (n: number): string =>
  `${syllables[n % 17] ?? ''}${syllables[Math.floor(n / 17) % 17] ?? ''}${syllables[Math.floor(n / 289)] ?? ''}`

const elsewhere = ['recept på pannkakor', 'vem vann matchen'].map((text) => ({ text, label: null }))

test.each([3, 256, 300])('with %i classes', (count) => {
  const examples = Array.from({ length: count }, (_, n) => [
    { text: `hur fungerar ${wordOf(n)} här`, label: `class-${n}` },
    { text: `${wordOf(n)} tack`, label: `class-${n}` },
  ]).flat()
  const taught = trainClassifier([...examples, ...elsewhere])
  const read = classifierFromBytes(classifierToBytes(taught))
  for (const text of [...[0, 1, count - 1].map((n) => `berätta om ${wordOf(n)}`), 'recept på matchen'])
    expect(read.classify(text)).toEqual(taught.classify(text))
  expect(read.classify(`berätta om ${wordOf(count - 1)}`).best[0]?.label).toBe(`class-${count - 1}`)
})
