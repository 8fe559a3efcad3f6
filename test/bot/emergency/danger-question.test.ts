// The question about danger: in every language of the phrases, short, and with the numbers that help.
import { dangerKinds } from '../../../bot/contracts/danger'
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
})
