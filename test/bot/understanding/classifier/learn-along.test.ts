import { learnAlong, type Taught } from '../../../../bot/understanding/classifier/learn-along'
import {
  trainClassifier,
  type TrainingExample,
} from '../../../../bot/understanding/classifier/train-classifier'
import type { Classifier } from '../../../../bot/contracts/talk/classifier'
import { cityExamples, textsInScope, textsOutOfScope } from '../city-examples'

const nobodysExamples = textsOutOfScope.map(({ text }) => ({ text, label: null }))
const all: readonly TrainingExample[] = [...cityExamples, ...nobodysExamples]
const taughtOf = (examples: readonly TrainingExample[]): Taught => ({
  examples,
  classifier: trainClassifier(examples),
})
const taught = taughtOf(all)
const withMore = (...more: readonly TrainingExample[]) => learnAlong(taught, [...all, ...more])!
const heard = (classifier: Classifier, text: string) => classifier.classify(text, 'sv')
const topicOf = (classifier: Classifier, text: string) => heard(classifier, text).best[0]?.label

const phrases = [
  { text: 'kärlet luktar illa', label: 'article:soptunna', alike: 'vårt kärl luktar så illa' },
  { text: 'vi ska gifta oss i trädgården', label: 'article:bygglov', alike: 'gifta oss i vår trädgård' },
  { text: 'staketet mot grannen', label: 'article:bygglov', alike: 'staket mot min granne' },
]

test.each(phrases)(
  '"$text" is answered when it came, also put otherwise, as by a whole training',
  (phrase) => {
    const along = withMore(phrase)
    const whole = trainClassifier([...all, phrase])
    for (const text of [phrase.text, phrase.alike]) {
      expect(topicOf(taught.classifier, text)).not.toBe(phrase.label)
      expect(topicOf(along, text)).toBe(phrase.label)
      expect(topicOf(whole, text)).toBe(phrase.label)
    }
  },
)

test('several phrases of several topics are learnt together', () => {
  const along = withMore(...phrases)
  for (const { text, label } of phrases) expect(topicOf(along, text)).toBe(label)
})

test('what is asked about anything else is answered as before', () => {
  const along = withMore(...phrases)
  for (const { text } of [...cityExamples, ...textsInScope])
    expect(topicOf(along, text)).toBe(topicOf(taught.classifier, text))
})

test('what the city does not answer is heard as that', () => {
  const text = 'hur gammal är bibliotekets katt'
  const along = withMore({ text, label: null })
  expect(heard(along, text).inScope).toBeLessThan(heard(taught.classifier, text).inScope)
})

test('a masked value in a phrase is passed over', () => {
  const along = withMore({ text: 'kärlet på _place_ luktar illa', label: 'article:soptunna' })
  expect(topicOf(along, 'kärlet på Storgatan luktar illa')).toBe('article:soptunna')
  expect(heard(along, 'place')).toEqual(heard(taught.classifier, 'place'))
})

test('the classifier that stands stays as it was', () => {
  const before = phrases.map(({ text }) => heard(taught.classifier, text))
  withMore(...phrases)
  expect(phrases.map(({ text }) => heard(taught.classifier, text))).toEqual(before)
})

test('without anything new, or with less, it is the same', () => {
  for (const after of [all, all.slice(1)])
    expect(phrases.map(({ text }) => heard(learnAlong(taught, after)!, text))).toEqual(
      phrases.map(({ text }) => heard(taught.classifier, text)),
    )
})

test('a text without a word, or of words that were never met, does no harm', () => {
  const along = withMore({ text: '…', label: 'article:bygglov' }, { text: 'qqq', label: 'article:bygglov' })
  for (const { text } of textsInScope) expect(heard(along, text)).toEqual(heard(taught.classifier, text))
})

test('another topic, a topic less and many phrases wait for the whole', () => {
  const other = { text: 'kärlet luktar illa', label: 'dialog:kärl' }
  expect(learnAlong(taught, [...all, other])).toBeUndefined()
  expect(learnAlong(taught, cityExamples)).toBeUndefined()
  expect(learnAlong(taughtOf(cityExamples), all)).toBeUndefined()
  const many = Array.from({ length: 51 }, (_, at) => ({
    text: `staket nummer ${at}`,
    label: 'article:bygglov',
  }))
  expect(learnAlong(taught, [...all, ...many])).toBeUndefined()
  expect(learnAlong(taught, [...all, ...many.slice(1)])).toBeDefined()
})
