// Mistakes that people make who are no programmers: each is told once, in words that say what to do.
import { sentencesOf } from '../../../scripts/command/render-findings'
import { mistakesOfForm } from './mistakes-of-form'
import { mistakesOfWords } from './mistakes-of-words'
import { broken, compileWith } from './sound-dialog'

const mistakes = [...mistakesOfForm, ...mistakesOfWords]

test('there are more than fifty of them, each with a name of its own', () => {
  expect(new Set(mistakes.map(({ name }) => name)).size).toBe(mistakes.length)
  expect(mistakes.length).toBeGreaterThan(50)
})

describe.each(mistakes)('$name', ({ by: [piece, written], at, says, mended }) => {
  const text = broken('nyckel.yaml', piece, written)
  const { findings } = compileWith({ 'nyckel.yaml': text })

  test('gives one finding that says what to do', () => {
    expect(findings.map((found) => sentencesOf(found, 'sv'))).toEqual([says])
    expect(findings.map(({ place, code }) => `${place.line}:${place.column} ${code}`)).toEqual([at])
    expect(sentencesOf(findings[0]!, 'en')).not.toBe(says)
  })

  if (mended !== undefined) {
    test('is mended by its fix', () => {
      const { fix, place } = findings[0]!
      const fixed = text.slice(0, fix!.start) + fix!.text + text.slice(fix!.end)
      expect(fixed.split('\n')[place.line - 1]).toBe(mended)
    })
  }
})

describe('what looks like a mistake and is none', () => {
  test.each([
    ['a phone number without quotes', '    default: 1\n', '    default: 1\n    hint: 0701234567\n'],
    ['an empty line', '  - ask: note\n', '\n  - ask: note\n'],
    ['a comment', '  - ask: note\n', '  # Bara för annat\n  - ask: note\n'],
    ['quotes that are not needed', 'question: Hur många?', 'question: "Hur många?"'],
    ['a text with a colon in quotes', 'question: Hur många?', 'question: "Antal: hur många?"'],
    ['a text over two lines', 'question: Hur många?', 'question: Hur\n      många?'],
  ])('%s', (_, piece, written) => {
    const { findings } = compileWith({ 'nyckel.yaml': broken('nyckel.yaml', piece, written) })
    expect(findings.filter(({ code }) => code !== 'T020')).toEqual([])
  })
})

test('several mistakes of form in one file are told in one go', () => {
  const text = broken('nyckel.yaml', 'type: number', 'type:number')
    .replace('title: Beställ', 'title Beställ')
    .replace('    hint: Till', '\thint: Till')
    .replace('question: Vilken', 'question: Obs: vilken')
  const { findings } = compileWith({ 'nyckel.yaml': text })
  expect(findings.map(({ place, code }) => `${place.line} ${code}`)).toEqual([
    '2 Y001',
    '15 Y001',
    '28 Y001',
    '39 Y001',
  ])
})

test('a city.yaml that cannot be used does not make every owner unknown', () => {
  const { findings } = compileWith({ 'city.yaml': 'city: "Helsingborg\n', 'city.en.yaml': '' })
  expect(findings.map(({ code, place }) => `${place.file} ${code}`)).toEqual([
    'city.yaml Y001',
    'city.en.yaml D005',
  ])
})

test.each([
  ['an empty file', ''],
  ['a file of comments', '# Här ska min dialog stå.\n'],
])('%s is told', (_, text) => {
  const { findings } = compileWith({ 'min.yaml': text })
  expect(findings.map((found) => sentencesOf(found, 'sv'))).toEqual([
    'Filen är tom. Kopiera innehållet i en fil som liknar den, eller ta bort den.',
  ])
})
