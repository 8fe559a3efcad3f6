import { checkAnswer } from '../../../bot/answering/check-answer'
import { composePrompt, type ComposedPrompt } from '../../../bot/answering/compose-prompt'
import { showBeginnings } from '../../../bot/answering/interim-answer'
import type { ModelDraft } from '../../../bot/contracts/knowledge/language-model'
import { cleanText } from '../../../bot/stages/message/clean-input'
import { honestAnswers } from './honest-answers'
import { injectionList } from './injections'
import { obediences, obey, trueSentence } from './obedient-model'
import { passagesOf } from './passages'

const canary = '9f3a51c0e77b2d4468aa1b0c'
const bathing = (question = 'Vad gäller?'): ComposedPrompt =>
  composePrompt({ question, language: 'sv', found: passagesOf('sv', 'simhallen'), canary })

/** What a resident sees while the draft is written, letter by letter or in larger pieces. */
function shownOf(prompt: ComposedPrompt, draft: ModelDraft, piece = /[^]/g): readonly string[] {
  const shown: string[] = []
  const see = showBeginnings(prompt, (text) => void shown.push(text))
  for (const { index, 0: written } of draft.answer.matchAll(piece))
    see({ ...draft, answer: draft.answer.slice(0, index + written.length) })
  return shown
}

/** Each with the space behind it, which is what shows that a sentence is over. */
const words = /\S*\s|\S+$/g

const draftOf = (answer: string, change: Partial<ModelDraft> = {}): ModelDraft => ({
  completeness: 'whole',
  sourcesUsed: ['source_1', 'source_2', 'source_3', 'source_4', 'source_5', 'source_6'],
  answer,
  ...change,
})

const open = 'Simhallen är öppen vardagar klockan 6.30 till 20.'
const price = 'En vuxen betalar 75 kronor.'
const weekend = 'Helger är den öppen klockan 9 till 17.'

describe('what is shown of an answer that is being written', () => {
  test('is each sentence when it is whole, and the last one comes with the reply', () => {
    expect(shownOf(bathing(), draftOf(`${open} ${weekend} ${price}`))).toEqual([open, `${open} ${weekend}`])
  })

  test('is each point of a list when its line is over', () => {
    const list = `Simhallen är öppen:\n- vardagar klockan 6.30 till 20\n- helger klockan 9 till 17`
    expect(shownOf(bathing(), draftOf(list))).toEqual([
      'Simhallen är öppen:\n- vardagar klockan 6.30 till 20',
    ])
  })

  test('ends in no figure, link or bold words that are half there', () => {
    const answer = `${open} Läs **om priser. Och tider** för [simhallen. Och banor](link_1). ${price}`
    for (const text of shownOf(bathing(), draftOf(answer))) {
      expect(text).not.toMatch(/\[[^\]]*$|\]\([^)]*$/)
      expect(text.split('**').length % 2).toBe(1)
      expect(text).not.toMatch(/6$/)
    }
  })

  test('waits where a sentence does not hold alone, and goes on when the next one makes it hold', () => {
    const vague = 'Det beror lite på.'
    const shown = shownOf(bathing(), draftOf(`${vague} ${open} ${price}`))
    expect(shown).toEqual([`${vague} ${open}`])
  })

  test('grows by so much at a time that many short sentences are not looked at one by one', () => {
    const shown = shownOf(bathing(), draftOf(`${open}${' Öppen.'.repeat(60)}`))
    expect(shown.length).toBeGreaterThan(10)
    for (const [index, text] of shown.entries())
      expect(text.length - (shown[index - 1]?.length ?? 0)).toBeGreaterThanOrEqual(20)
  })

  test.each([
    ['that names no source', { sourcesUsed: [] }],
    ['that says that the sources do not tell', { completeness: 'none' as const }],
  ])('is nothing of a draft %s', (_what, change) => {
    expect(shownOf(bathing(), draftOf(`${open} ${price} `, change))).toEqual([])
  })

  test.each(honestAnswers)(
    'in %s of %s is a beginning of what is answered: %s',
    (language, article, answer) => {
      const prompt = composePrompt({
        question: 'Vad gäller?',
        language,
        found: passagesOf(language, article),
        canary,
      })
      const draft = draftOf(answer)
      const given = checkAnswer(draft, prompt)
      for (const text of shownOf(prompt, draft))
        expect(given.kind === 'answer' && given.text.startsWith(text)).toBe(true)
    },
  )

  // What it writes hangs on its instructions; that the whole holds for all two hundred is tested beside the injections.
  const someOfEachKind = injectionList.filter((_question, index) => index % 10 === 0)
  test.each(Object.keys(obediences))('is never %s', (style) => {
    for (const question of someOfEachKind) {
      // As if nothing were guarded.
      const prompt = bathing(cleanText(question))
      const shown = shownOf(prompt, obey(style, prompt), words)
      expect([question, shown.filter((text) => text !== trueSentence)]).toEqual([question, []])
    }
  })
})
