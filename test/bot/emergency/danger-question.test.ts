// The question about danger: in every language of the phrases, short, and with the numbers that help.
import { dangerKinds } from '../../../bot/contracts/talk/danger'
import { smsParts } from '../../../bot/text/sms-parts'
import { dangerLanguages, dangerQuestion, languageToAskIn } from '../../../bot/emergency/danger-question'
import { helpNumbers } from '../../../bot/emergency/help-numbers'
import { phraseTables } from '../../../bot/emergency/phrase-tables'
import { senseDanger } from '../../../bot/emergency/sense-danger'

const kinds = [...dangerKinds, null]
const texts = dangerLanguages.flatMap((language) =>
  kinds.map((kind) => ({ language, kind, text: dangerQuestion(kind, language) })),
)

test('is asked in the ten languages of the phrases', () => {
  expect([...dangerLanguages].sort()).toEqual(phraseTables.map(({ language }) => language).sort())
})

test('asks one thing, names 112 next, and takes at most two parts as an SMS', () => {
  for (const { text } of texts) {
    expect(text).toMatch(/^[^.]*[?؟][^.]*112/)
    expect(text).not.toMatch(/[*_#`[\]\n<>]|https?:/)
    expect(smsParts(text).parts).toBeLessThanOrEqual(2)
  }
})

test('names who else helps, and only where the kind is clear', () => {
  for (const { text, kind } of texts) {
    expect(text.includes(helpNumbers.violence)).toBe(kind === 'violence')
    expect(text.includes(helpNumbers.children)).toBe(kind === 'violence')
    expect(text.includes(helpNumbers.suicide)).toBe(kind === 'self-harm')
  }
})

test('is in Swedish where nobody knows better', () => {
  expect(languageToAskIn(undefined, 'xx')).toBe('sv')
  expect(languageToAskIn('fi', 'sv')).toBe('fi')
  expect(dangerQuestion(null, 'sv')).toBe('Är någon i fara just nu? Ring 112.')
})

describe('a danger', () => {
  const signs = (accident: number, violence: number) => () => ({ accident, violence, 'self-harm': 0 })

  test('is of a kind where one is clear, and of none where two may be meant', () => {
    expect(senseDanger('dörren går inte upp', signs(0.9, 0.05))?.kind).toBe('accident')
    expect(senseDanger('dörren går inte upp', signs(0.5, 0.45))?.kind).toBeNull()
  })

  test('is none below the threshold, in a word alone, or without anybody who knows signs', () => {
    expect(senseDanger('dörren går inte upp', signs(0.4, 0.2))).toBeUndefined()
    expect(senseDanger('dörren', signs(1, 0))).toBeUndefined()
    expect(senseDanger('dörren går inte upp', () => undefined)).toBeUndefined()
  })

  test('is told from afar only where it is very likely', () => {
    expect(senseDanger('dörren gick inte upp i fjol', signs(0.8, 0))).toBeUndefined()
    expect(senseDanger('dörren gick inte upp i fjol', signs(0.9, 0))).toBeDefined()
  })

  test('is none where the phrases know better: an emergency, or a way of speaking', () => {
    expect(senseDanger('det brinner i köket', signs(1, 0))).toBeUndefined()
    expect(senseDanger('jag dör av skratt', signs(1, 0))).toBeUndefined()
    const beside = 'jag har en bok som heter han dödar mig, finns den som ljudbok'
    expect(senseDanger(beside, signs(0.9, 0))).toBeUndefined()
    expect(senseDanger(beside, signs(0.96, 0))).toBeDefined()
  })

  describe('is what may hurt somebody any moment, whatever signs say', () => {
    test.each([
      'kabel gnistrar',
      'lyktstolpen gnistrar',
      'gnistor från en lyktstolpe',
      'det gnistrar om en kabel på gatan',
      'lampan gnistrar på gatan',
      'taket är på väg att rasa in',
      'taket håller på att rasa',
      'taket rasar in',
      'husfasaden rasar',
      'istappar ramlar på folk',
      'istappar faller ner på gångbanan',
      'snöras från taket på södergatan',
      'snö rasar ner från taket på folk',
      'källaren fylls med vatten',
      'brunnslock borta på gatan',
      'brunnslocket saknas och det leker barn där',
      'lampan utanför gnistrar',
      'det gnistrar från en lyktstolpe',
      'taket kan rasa när som helst',
      'balkongen håller på att lossna',
      'istappar faller ner på gatan',
      'det rasar snö från taket på gångbanan',
      'brunnslocket är borta',
      'ett brunnslock saknas på vår gata',
      'källaren håller på att fyllas med vatten',
      'the roof is about to collapse',
      'icicles are falling on people',
      'a manhole cover is missing',
      'roof about to collapse',
      'icicles falling on the pavement',
      'the street light is sparking',
      'the basement is filling with water',
      'sparks from a lamp post',
      'de siktar med raketer mot balkonger',
    ])('"%s"', (text) => {
      expect(senseDanger(text, signs(0, 0))).toMatchObject({ kind: 'accident' })
      expect(senseDanger(text, () => undefined)).toBeDefined()
    })

    test.each([
      'lampan gnistrade förra veckan',
      'taket läcker på förskolan',
      'vem ansvarar om taket rasar in',
      'lampan på gatan lyser inte',
      'brunnen är igensatt',
      'byta brunnslock, var köper man',
      'vem ska skotta taket på ett hus',
      'isen på trottoaren är hal',
      'the street light is out',
      'the roof of the school leaks',
      'the drain is blocked',
      'what is the rule about icicles on roofs',
    ])('and not "%s"', (text) => expect(senseDanger(text, signs(0, 0))).toBeUndefined())
  })
})

describe('a hazard', () => {
  const nothing = () => undefined

  test.each([
    'det ligger kablar öppet och barn leker där',
    'det hänger lösa elkablar ur stolpen',
    'det fräser ur luckan',
    'barnen petar på sladdarna',
    'elskåpet står öppet och kablarna syns',
    'bare wires hanging from the pole',
    'it is sparking and kids are playing there',
  ])('is asked about, whatever signs say: "%s"', (text) => {
    expect(senseDanger(text, nothing)).toBeDefined()
  })

  test.each([
    'är biblioteket öppet och har ni kablar att låna',
    'barn leker där varje dag',
    'kabeln till min dator är trasig',
    'lampan lyser inte och barn går där',
    'var lämnar jag gamla sladdar',
    'vad kostar det att flytta en elledning',
    'can i recycle cables and wires',
  ])('is not "%s"', (text) => {
    expect(senseDanger(text, nothing)).toBeUndefined()
  })
})
