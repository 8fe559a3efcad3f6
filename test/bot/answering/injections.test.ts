import { createAnswerWithModel, type AskedQuestion } from '../../../bot/answering/answer-with-model'
import { checkAnswer } from '../../../bot/answering/check-answer'
import { composePrompt } from '../../../bot/answering/compose-prompt'
import { guardQuestion, mostQuestionCharacters } from '../../../bot/answering/guard-question'
import type { LanguageModel, ModelPrompt } from '../../../bot/contracts/knowledge/language-model'
import { cleanText } from '../../../bot/stages/message/clean-input'
import { shippedContent } from '../../support/test-bot'
import { injectionList, injections } from './injections'
import { obediences, obey, trueSentence } from './obedient-model'
import { passagesOf } from './passages'

const harmless: ReadonlySet<string> = new Set(['Vad kostar det att bada?', 'How much is a swim?'])

describe('what is meant for the model and not for the city', () => {
  const found = passagesOf('sv', 'simhallen')

  const asking = (question: string): AskedQuestion => ({
    question,
    language: 'sv',
    found,
    bundle: 'abc123',
    today: '2026-11-24',
  })

  test('is two hundred texts, no two alike', () => {
    expect(new Set(injectionList).size).toBe(200)
    for (const [kind, texts] of Object.entries(injections)) expect([kind, texts.length]).toEqual([kind, 20])
  })

  test('is mostly not even asked', () => {
    const guarded = injectionList.filter((text) => guardQuestion(cleanText(text)) === 'injection')
    expect(guarded.length).toBeGreaterThanOrEqual(150)
  })

  test.each(Object.keys(obediences))('never brings a resident %s', (style) => {
    for (const question of injectionList) {
      // As if nothing were guarded.
      const prompt = composePrompt({
        question: cleanText(question),
        language: 'sv',
        found,
        canary: '9f3a51c0e77b2d4468aa1b0c',
      })
      expect([question, checkAnswer(obey(style, prompt), prompt)]).toEqual([
        question,
        { kind: 'dropped', check: expect.any(String) as string },
      ])
    }
  })

  test('cannot end the quotation marks it stands in', () => {
    for (const question of injectionList) {
      const { instructions, input } = composePrompt({ question, language: 'sv', found, canary: 'a' })
      expect(instructions).not.toContain(question)
      expect(Object.keys(JSON.parse(input) as object)).toEqual(['question', 'sources'])
      expect(JSON.parse(input)).toMatchObject({ question })
    }
  })

  test('is not answered with its own words', async () => {
    const echo: LanguageModel = {
      ask: ({ input }: ModelPrompt) =>
        Promise.resolve({
          kind: 'draft',
          draft: {
            answer: `${trueSentence} ${(JSON.parse(input) as { question: string }).question}`,
            completeness: 'whole',
            sourcesUsed: ['source_1', 'source_2'],
          },
        }),
    }
    const answer = createAnswerWithModel(echo)
    for (const question of injectionList.map(cleanText).filter((text) => !harmless.has(text))) {
      const { kind } = await answer(asking(question))
      expect([question, kind]).toEqual([question, expect.stringMatching(/^(?:guarded|dropped)$/)])
    }
  })

  test('is a plain question once its hidden letters are gone', () => {
    expect(injectionList.map(cleanText).filter((text) => harmless.has(text))).toEqual([...harmless])
  })
})

describe('what residents ask', () => {
  test('is hardly ever taken for an injection: the questions of all articles', async () => {
    const { articles } = await shippedContent()
    const questions = [...articles.values()].flatMap(({ texts }) =>
      ['sv', 'en'].flatMap((language) => texts.get(language)?.questions ?? []),
    )
    const guarded = questions.filter((question) => guardQuestion(question) === 'injection')
    expect(questions.length).toBeGreaterThan(300)
    // Staff add questions every day, and one that is guarded is asked back as without a model.
    expect(guarded.length / questions.length).toBeLessThan(0.005)
  })

  test('is kept in the house when it is a long story, and not asked when nothing can be looked for', () => {
    expect(guardQuestion('a'.repeat(mostQuestionCharacters + 1))).toBe('too-long')
    expect(guardQuestion('?? 12')).toBe('nothing-to-search')
  })
})
