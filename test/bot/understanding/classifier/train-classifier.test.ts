// What a taught classifier promises, asked through its front door.
import {
  classifierFromBytes,
  classifierToBytes,
} from '../../../../bot/understanding/classifier/classifier-file'
import { learnCalibration } from '../../../../bot/understanding/classifier/learn-calibration'
import { readLesson, trainClassifier } from '../../../../bot/understanding/classifier/train-classifier'
import { startCalibrator, trainOnTwoCores } from '../../../../bot/understanding/classifier/train-on-two-cores'
import { cityExamples, textsInScope, textsOutOfScope } from '../city-examples'
import { processorMs } from '../../../support/processor-time'

const classifier = trainClassifier(cityExamples)
const topicOf = (text: string): string | undefined => classifier.classify(text).best[0]?.label

const strangeTexts = [
  '',
  '   ',
  '???',
  '😀🎉👍🏽',
  '\u0000\uFFFF\u202E\u200B',
  '\uD800 ensam surrogat',
  'a'.repeat(10_000),
  'ab '.repeat(3_334),
  'soptunna '.repeat(1_112),
  '-'.repeat(10_000),
  `${'å\u030A'.repeat(4_000)}!`,
  'aeiouyäåö'.repeat(1_000),
  '__proto__ constructor toString',
  'صندوق القمامة',
]

describe('a taught classifier', () => {
  it('finds the topic of texts it was not taught', () => {
    const right = textsInScope.filter(({ text, label }) => topicOf(text) === label)
    expect(right.length / textsInScope.length).toBeGreaterThanOrEqual(0.9)
  })

  it('gives every phrase it was taught the topic it was taught for', () => {
    for (const { text, label } of cityExamples) expect(topicOf(text)).toBe(label)
  })

  it('holds to a phrase it was taught against many that use its words for something else', () => {
    const others = ['hål', 'is', 'snö', 'lampa'].flatMap((thing) =>
      ['på en vägg', 'på min vägg', 'på vår vägg'].map((place) => `klotter och ${thing} ${place}`),
    )
    const taught = trainClassifier([
      ...cityExamples,
      ...others.map((text) => ({ text, label: 'article:klotter' })),
    ])
    expect(taught.classify('klotter på en vägg').best[0]?.label).toBe('dialog:felanmalan')
  })

  it('gives the same numbers when it is taught twice', () => {
    const again = trainClassifier(cityExamples)
    for (const { text } of textsInScope) expect(again.classify(text)).toEqual(classifier.classify(text))
    expect(classifierToBytes(again)).toEqual(classifierToBytes(classifier))
  })

  it('answers exactly the same after it was written and read back', () => {
    const readBack = classifierFromBytes(classifierToBytes(classifier))
    for (const text of [...textsInScope.map(({ text: one }) => one), ...strangeTexts])
      expect(readBack.classify(text)).toEqual(classifier.classify(text))
  })

  it.each(['soptunna', 'soptunnan', 'soptunnorna', 'Soptunnor!', 'SOPTUNNANS', 'min soptunnas lock'])(
    'knows the topic behind the inflected word "%s"',
    (text) => expect(topicOf(text)).toBe('article:soptunna'),
  )

  it.each([
    ['ansok om forskola', 'dialog:forskola'],
    ['nar tommer ni min soptunna', 'article:soptunna'],
    ['hur oppet har aterviningscentralen', 'article:atervinning'],
  ])('understands "%s" without å, ä and ö', (text, label) => expect(topicOf(text)).toBe(label))

  it.each(['sop tunna full', 'sophämtnings soptunnan är full', 'soptunan är full'])(
    'understands the split or misspelt "%s"',
    (text) => expect(topicOf(text)).toBe('article:soptunna'),
  )

  it('answers in any language with the one model', () => {
    expect(topicOf('my bin has not been emptied')).toBe('article:soptunna')
    expect(topicOf('apply for a place at preschool')).toBe('dialog:forskola')
  })

  it('gives probabilities that add up to at most one, best first', () => {
    for (const { text } of [...textsInScope, ...textsOutOfScope]) {
      const { best } = classifier.classify(text)
      const probabilities = best.map(({ probability }) => probability)
      expect(best.length).toBeGreaterThanOrEqual(2)
      expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a))
      expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1 + 1e-9)
    }
  })

  it('is less sure of a topic where all words are unknown than of any text on a topic', () => {
    const unknown = classifier.classify('xylofon qwertz blorvik zamzam').inScope
    expect(unknown).toBeLessThan(0.2)
    for (const { text } of textsInScope) expect(classifier.classify(text).inScope).toBeGreaterThan(unknown)
  })

  it('tells texts on its topics from others nearly always', () => {
    const inside = textsInScope.map(({ text }) => classifier.classify(text).inScope)
    const outside = textsOutOfScope.map(({ text }) => classifier.classify(text).inScope)
    const rightPairs = inside.flatMap((a) => outside.filter((b) => a > b))
    expect(rightPairs.length / (inside.length * outside.length)).toBeGreaterThan(0.9)
  })

  it('puts a text without a word out of scope', () => {
    for (const text of ['', '   ', '???', '😀🎉👍🏽']) expect(classifier.classify(text).inScope).toBe(0)
  })

  it.each(strangeTexts.map((text) => [text.slice(0, 24), text]))(
    'answers the strange text %j with finite numbers and at once',
    (_, text) => {
      const took = processorMs(() => {
        const { best, inScope } = classifier.classify(text)
        for (const number of [inScope, ...best.map(({ probability }) => probability)])
          expect(Number.isFinite(number)).toBe(true)
      })
      expect(took).toBeLessThan(1_000)
    },
  )
})

describe('teaching', () => {
  it('works with two labels of one example each', () => {
    const tiny = trainClassifier([
      { text: 'boka hämtning av soffa', label: 'dialog:grovsopor' },
      { text: 'anmäl en trasig gatlykta', label: 'dialog:felanmalan' },
    ])
    expect(tiny.classify('hämta min soffa').best[0]?.label).toBe('dialog:grovsopor')
    expect(tiny.classify('gatlyktan är trasig').best[0]?.label).toBe('dialog:felanmalan')
  })

  it('keeps a label of three examples apart from one of many', () => {
    const many = Array.from({ length: 60 }, (_, at) => ({ text: `gatan ${at} är hal och mörk`, label: 'a' }))
    const few = ['var finns vigsel', 'boka tid för vigsel', 'borgerlig vigsel'].map((text) => ({
      text,
      label: 'b',
    }))
    expect(trainClassifier([...many, ...few]).classify('vi vill ha en vigsel').best[0]?.label).toBe('b')
  })

  it('gives a classifier that knows nothing from no examples', () => {
    expect(trainClassifier([]).classify('hej')).toEqual({ best: [], inScope: 0 })
    expect(trainClassifier([{ text: '!!!', label: 'a' }]).classify('hej')).toEqual({ best: [], inScope: 0 })
  })

  it('gives its only label to a classifier of one label', () => {
    const { best } = trainClassifier([{ text: 'boka grovsopor', label: 'a' }]).classify('boka')
    expect(best).toEqual([{ label: 'a', probability: 1 }])
  })

  it('learns from null labels what is out of scope', () => {
    const strange = textsOutOfScope.filter((_, at) => at % 2 === 0).map(({ text }) => ({ text, label: null }))
    const taught = trainClassifier([...cityExamples, ...strange])
    for (const { text } of strange)
      expect(taught.classify(text).inScope).toBeLessThan(classifier.classify(text).inScope + 0.05)
    expect(taught.parts.labels).toEqual(classifier.parts.labels)
  })

  it('learns nothing from the name of a masked value', () => {
    const taught = trainClassifier([
      ...cityExamples,
      { text: 'ett nytt fel på _preschool_', label: 'dialog:felanmalan' },
      { text: 'ett gammalt fel vid _preschool_.', label: 'dialog:felanmalan' },
    ])
    const unmasked = trainClassifier([
      ...cityExamples,
      { text: 'ett nytt fel på', label: 'dialog:felanmalan' },
      { text: 'ett gammalt fel vid', label: 'dialog:felanmalan' },
    ])
    expect(taught.classify('preschool')).toEqual(unmasked.classify('preschool'))
  })

  it('learns on two cores what it learns on one, number for number', async () => {
    const many = Array.from({ length: 2000 }, (_, at) => cityExamples[at % cityExamples.length]!)
    const taught = await trainOnTwoCores(many)
    expect(classifierToBytes(taught)).toEqual(classifierToBytes(trainClassifier(many)))
    const lesson = readLesson(cityExamples)
    const thread = startCalibrator()
    expect(await thread.calibrate(lesson)).toEqual(learnCalibration(lesson))
    thread.stop()
  })

  it('tells how far it is and ends at the whole', () => {
    const shares: number[] = []
    trainClassifier(cityExamples, { onProgress: (share) => shares.push(share) })
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(shares.at(-1)).toBeCloseTo(1)
  })
})
