import { noiseKinds, noiseOf, type NoiseKind } from '../../../../scripts/eval/understanding/noise'

const knownWords = new Set([
  'sop',
  'sopa',
  'tunna',
  'tunnan',
  'avfall',
  'taxa',
  'skola',
  'skjuts',
  'gata',
  'lykta',
])
const setting = { seed: 7, knownWords }

test.each<[NoiseKind, string, text: string, noisy: string]>([
  ['no-marks', 'sv', 'När töms kärlet på Åkergatan?', 'Nar toms karlet pa Akergatan?'],
  ['split', 'sv', 'soptunnan är full', 'sop tunnan är full'],
  ['split', 'sv', 'avfallstaxa och skolskjuts', 'avfalls taxa och skol skjuts'],
  ['split', 'sv', 'Gatulykta på bron', 'Gatulykta på bron'],
  ['sms-speak', 'sv', 'Jag undrar, vad är det för taxa?', 'ja undrar va e de för taxa'],
  ['sms-speak', 'sv', 'de har inte sagt något', 'dom har int sagt nåt'],
  ['sms-speak', 'en', 'Are you going to open for people?', 'r u gonna open 4 ppl'],
  ['capitals', 'sv', 'får jag elda löv', 'FÅR JAG ELDA LÖV'],
  ['no-spaces', 'sv', 'får jag  elda löv', 'fårjageldalöv'],
])('%s in %s: "%s" becomes "%s"', (kind, language, text, noisy) => {
  expect(noiseOf(kind, language, setting)?.(text)).toBe(noisy)
})

test.each<[NoiseKind, string]>([
  ['no-marks', 'en'],
  ['split', 'en'],
  ['sms-speak', 'fi'],
])('there is no %s in %s', (kind, language) => {
  expect(noiseOf(kind, language, setting)).toBeUndefined()
})

describe('one typo a word', () => {
  const misspell = (text: string, seed = 7) => noiseOf('typo', 'sv', { ...setting, seed })?.(text) ?? ''
  const text = 'jag vill byta storlek på soptunnan utanför huset'

  test('is the same again for the same seed, and another for another', () => {
    expect(misspell(text)).toBe(misspell(text))
    expect(misspell(text)).not.toBe(misspell(text, 8))
  })

  test('leaves short words and first letters, and changes each other word by at most one letter', () => {
    const written = text.split(' ')
    const noisy = misspell(text).split(' ')
    expect(noisy).toHaveLength(written.length)
    for (const [at, word] of written.entries()) {
      const other = noisy[at] ?? ''
      if (word.length < 4) expect(other).toBe(word)
      expect(other[0]).toBe(word[0])
      expect(Math.abs(other.length - word.length)).toBeLessThanOrEqual(1)
    }
    expect(noisy.filter((word, at) => word !== written[at]).length).toBeGreaterThan(3)
  })
})

test('every kind can be asked for in Swedish, and takes an empty text', () => {
  for (const kind of noiseKinds) expect(noiseOf(kind, 'sv', setting)?.('')).toBe('')
})
