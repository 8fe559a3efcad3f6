import type { Classifier } from '../../../bot/contracts/talk/classifier'
import { withLoneWords, type AskedExample } from '../../../bot/understanding/lone-word'

const sureOf = (label: string): Classifier => ({
  classify: () => ({ best: [{ label, probability: 0.99 }], inScope: 0.9 }),
})

const examples: readonly AskedExample[] = [
  { text: 'hur skaffar jag lånekort', label: 'article:library', language: 'sv' },
  { text: 'när öppnar biblioteket', label: 'article:library', language: 'sv' },
  { text: 'jag har tappat mitt busskort', label: 'article:bus', language: 'sv' },
  { text: 'mitt kort till bussen är borta', label: 'article:bus', language: 'sv' },
  { text: 'lämna tillbaka bok', label: 'article:library', language: 'sv' },
  { text: 'I lost my card', label: 'article:bus', language: 'en' },
  { text: 'mitt bankkort är spärrat', label: null, language: 'sv' },
]
const classifier = withLoneWords(sureOf('dialog:lost-and-found'), examples)

test('a word goes to the topic whose questions have it, whatever the model says', () => {
  expect(classifier.classify('Biblioteken?', 'sv')).toEqual({
    best: [{ label: 'article:library', probability: 0.8 }],
    inScope: 1,
  })
})

test('a word of several topics is close to each, in the share of their questions that have it', () => {
  const { best, inScope } = classifier.classify('mitt kort', 'sv')
  expect(best.map(({ label }) => label)).toEqual(['article:bus', 'article:library'])
  expect(best[0]?.probability).toBeCloseTo((0.8 * (1.5 / 2)) / (1.5 / 2 + 0.5 / 3), 6)
  // Compounds count half: one of ours has the word itself, two a compound of it, and so has one that is nobody's.
  expect(inScope).toBeCloseTo(2 / 2.5, 6)
})

test('a word that no question has, but that resembles one, is never gone ahead with', () => {
  expect(classifier.classify('bibloteket', 'sv').best).toEqual([
    { label: 'dialog:lost-and-found', probability: 0.5 },
  ])
})

test.each([
  ['a word that no question has anything of', 'Fatima'],
  ['a short one that shares its stem with a word that says nothing', 'Anna'],
  ['a word that says how and not what', 'varför'],
  ['one letter', 'x'],
  ['letters one by one', 'a b c d'],
  ['a number that no question has', '1111'],
  ['a date', '2026-11-25'],
  ['a postal code', '252 20'],
  ['greetings one after the other', 'hej hej hej'],
])('of %s nothing is understood, whatever the model says', (_what, text) => {
  const taught = withLoneWords(sureOf('dialog:lost-and-found'), [
    ...examples,
    { text: 'jag vill ha en annan tid', label: 'article:library', language: 'sv' },
  ])
  expect(taught.classify(text, 'sv')).toEqual({ best: [], inScope: 0 })
})

test('the end of a word in another language is no use of it', () => {
  const taught = withLoneWords(sureOf('dialog:lost-and-found'), [
    ...examples,
    { text: 'viemäri on tukossa', label: 'article:drain', language: 'fi' },
  ])
  const topics = (text: string) => taught.classify(text, 'sv').best.map(({ label }) => label)
  expect(topics('Maria')).not.toContain('article:drain')
  expect(topics('viemäri')).toEqual(['article:drain'])
})

test('two letters are no word of another language', () => {
  const taught = withLoneWords(sureOf('dialog:lost-and-found'), [
    ...examples,
    { text: 'lapsi itkee joka yö', label: 'article:child', language: 'fi' },
  ])
  expect(taught.classify('yo', 'sv')).toEqual({ best: [], inScope: 0 })
  expect(taught.classify('yö', 'fi').best.map(({ label }) => label)).toEqual(['article:child'])
})

test('a number that a question has is heard as a word', () => {
  const taught = withLoneWords(sureOf('dialog:lost-and-found'), [
    ...examples,
    { text: 'ska jag ringa 1177', label: 'article:care', language: 'sv' },
  ])
  expect(taught.classify('1177', 'sv').best).toEqual([{ label: 'article:care', probability: 0.8 }])
})

test('questions of the same language are asked first, the others where those have nothing', () => {
  expect(classifier.classify('card', 'en').best.map(({ label }) => label)).toEqual(['article:bus'])
  expect(classifier.classify('card', 'sv').best.map(({ label }) => label)).toEqual(['article:bus'])
})

test('a word that is a whole question of one topic means that topic, however many others have it', () => {
  const taught = withLoneWords(sureOf('dialog:lost-and-found'), [
    ...examples,
    { text: 'Kort?', label: 'article:bus', language: 'sv' },
  ])
  expect(taught.classify('kort', 'sv')).toEqual({
    best: [{ label: 'article:bus', probability: 1 }],
    inScope: 1,
  })
})

test('two words that say something are the model’s', () => {
  expect(classifier.classify('tappat kort', 'sv').best[0]?.label).toBe('dialog:lost-and-found')
})
