import type { SpokenExample } from '../../../../bot/content/content'
import { foldsOf } from '../../../../scripts/eval/understanding/cross-validate'
import { macroF1Of, outOfScopeCurve } from '../../../../scripts/eval/understanding/figures'
import { placeOfPhrase } from '../../../../scripts/eval/understanding/find-phrase'

test.each([
  [
    'all right',
    [
      ['a', 'a'],
      ['b', 'b'],
    ],
    1,
  ],
  [
    'all wrong',
    [
      ['a', 'b'],
      ['b', 'a'],
    ],
    0,
  ],
  [
    'a topic that is never guessed',
    [
      ['a', 'a'],
      ['b', 'a'],
    ],
    (2 / 3 + 0) / 2,
  ],
  ['nothing', [], 0],
] as const)('macro-F1 of %s', (_, answers, f1) => {
  expect(macroF1Of(answers.map(([label, guess]) => ({ label, guess })))).toBeCloseTo(f1, 10)
})

test('the curve says what is held back when so much of what is in scope is let through', () => {
  const inScope = Array.from({ length: 100 }, (_, at) => (at + 1) / 100)
  const curve = outOfScopeCurve(inScope, [0.01, 0.04, 0.06, 0.99])
  // 95 of 100 are at least 0.06; two of the four are below.
  expect(curve.find(({ inScopeRecall }) => inScopeRecall === 0.95)?.outOfScopeRecall).toBe(0.5)
  expect(outOfScopeCurve([], [0.5])).toEqual([])
})

test('each phrase is held back once, spread over the folds within its topic and language; what a topic says never', () => {
  const examples: SpokenExample[] = ['sv', 'en'].flatMap((language) =>
    ['a', 'b'].flatMap((label) => [
      ...Array.from({ length: 10 }, (_, at) => ({ text: `${label} ${at}`, label, language })),
      { text: `title of ${label}`, label, language, kind: 'told' as const },
    ]),
  )
  const folds = foldsOf(examples, { folds: 5, seed: 1 })
  for (const language of ['sv', 'en'])
    for (const label of ['a', 'b']) {
      const isOwn = (one: SpokenExample | undefined) => one?.language === language && one.label === label
      const own = folds.filter((_, at) => isOwn(examples[at]))
      expect(own.filter((fold) => fold === undefined)).toHaveLength(1)
      for (const fold of [0, 1, 2, 3, 4]) expect(own.filter((one) => one === fold)).toHaveLength(2)
    }
  expect(foldsOf(examples, { folds: 5, seed: 1 })).toEqual(folds)
  expect(foldsOf(examples, { folds: 5, seed: 2 })).not.toEqual(folds)
})

describe('the place of a phrase', () => {
  const files = [
    {
      path: 'dialogs/a.yaml',
      text: 'dialog: a\nstart:\n  - "boka: nu"\n  - lampan på <place=Storgatan 12> är trasig\n',
    },
    { path: 'knowledge/b.en.md', text: '---\nquestions:\n  - when is it open\n---\nText.' },
  ]
  test.each([
    ['dialog:a', 'sv', 'boka: nu', 'dialogs/a.yaml:3'],
    ['dialog:a', 'sv', 'lampan på _place_ är trasig', 'dialogs/a.yaml:4'],
    ['article:b', 'en', 'when is it open', 'knowledge/b.en.md:3'],
    ['article:b', 'en', 'not there', 'knowledge/b.en.md'],
    ['article:c', 'sv', 'no file', 'knowledge/c.md'],
  ])('of %s in %s: "%s" is %s', (label, language, text, place) => {
    expect(placeOfPhrase({ label, language, text }, files)).toBe(place)
  })
})
