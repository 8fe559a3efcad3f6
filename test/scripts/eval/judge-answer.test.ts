// How evaluations judge an answer, from what a resident would see of it.
import type { Classification } from '../../../bot/contracts/talk/classifier'
import type { Outcome } from '../../../bot/contracts/talk/outcome'
import type { Reply } from '../../../bot/contracts/talk/reply'
import { figuresOf, judge, type Verdict } from '../../../scripts/eval/judge-answer'

const guessed = (label: string): Classification => ({ best: [{ label, probability: 0.9 }], inScope: 0.9 })

function reply(offered: readonly string[], articleId?: string): Reply {
  return {
    text: 'Svar.',
    suggestions: offered.map((value) => ({ label: value, choice: { name: 'topic', value } })),
    sources:
      articleId === undefined
        ? []
        : [{ articleId, title: 'T', url: 'https://example.se', owner: 'O', reviewed: '2026-11-01' }],
  } as unknown as Reply
}

const answered = (outcome: Outcome, best: string, replies: readonly Reply[] = [reply([])]) => ({
  outcome,
  replies,
  classification: guessed(best),
})

test.each<[string, ReturnType<typeof answered>, readonly string[], Verdict]>([
  [
    'an article that was asked for',
    answered('answered-article', 'article:rattor'),
    ['article:rattor'],
    'right',
  ],
  ['another article', answered('answered-article', 'article:hund'), ['article:rattor'], 'wrong'],
  [
    'the article that answered, and not the one guessed first',
    answered('answered-article', 'article:hund', [reply([], 'rattor')]),
    ['article:rattor'],
    'right',
  ],
  [
    'a dialog begun',
    answered('asked', 'dialog:felanmalan'),
    ['article:klotter', 'dialog:felanmalan'],
    'right',
  ],
  [
    'a choice with the right one in it',
    answered('clarified', 'article:hund', [reply(['article:hund', 'article:rattor', 'none'])]),
    ['article:rattor'],
    'asked-back',
  ],
  [
    'a choice without it',
    answered('clarified', 'article:hund', [reply(['article:hund', 'none'])]),
    ['article:rattor'],
    'wrong',
  ],
  ['honest ignorance', answered('unanswered-out-of-scope', 'article:hund'), ['article:rattor'], 'unknown'],
  [
    'honest ignorance where there is no answer',
    answered('unanswered-out-of-scope', 'article:hund'),
    [],
    'quiet',
  ],
  [
    'a choice where there is no answer',
    answered('clarified', 'article:hund', [reply(['article:hund'])]),
    [],
    'quiet',
  ],
  ['an answer where there is none', answered('answered-article', 'article:hund'), [], 'wrong'],
  ['small talk', answered('answered-command', 'article:hund'), [], 'quiet'],
  ['a person', answered('handed-off', 'article:hund'), ['dialog:kontakta-oss'], 'right'],
])('%s', (_, turn, expected, verdict) => {
  expect(judge(turn, expected)).toBe(verdict)
})

test('the shares are of the questions with an answer, and of those without', () => {
  const one = (number: number | null, verdict: Verdict) => ({
    text: '',
    lang: 'sv',
    number,
    verdict,
    got: '',
  })
  const judged = [
    one(1, 'right'),
    one(1, 'right'),
    one(2, 'asked-back'),
    one(3, 'unknown'),
    one(null, 'quiet'),
    one(null, 'wrong'),
  ]
  expect(figuresOf(judged)).toEqual({
    questions: 4,
    rightAtOnce: 0.5,
    afterAskingBack: 0.25,
    unknown: 0.25,
    wrong: 0,
    withoutAnswer: 2,
    answeredAllTheSame: 0.5,
  })
})
