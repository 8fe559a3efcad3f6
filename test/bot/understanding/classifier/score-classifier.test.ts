// The figures of an evaluation, on classifiers whose answers are known.
import type { Classifier } from '../../../../bot/contracts/talk/classifier'
import {
  aurocOf,
  percentile,
  scoreClassifier,
} from '../../../../bot/understanding/classifier/score-classifier'

/** Says "a" to everything, and is the surer of it the longer the text. */
const byLength: Classifier = {
  classify: (text) => ({ best: [{ label: 'a', probability: 1 }], inScope: text.length / 10 }),
}

describe('the figures of a classifier', () => {
  it('count a right label as right and leave texts out of scope out of the accuracy', () => {
    const figures = scoreClassifier(byLength, [
      { text: '12345', label: 'a' },
      { text: '1234', label: 'b' },
      { text: '1', label: null },
    ])
    expect(figures).toMatchObject({ accuracy: 0.5, outOfScopeAuroc: 1, inScopeCount: 2, outOfScopeCount: 1 })
  })

  it('have no accuracy without labelled texts and no AUROC without both kinds', () => {
    expect(scoreClassifier(byLength, [{ text: 'x', label: null }])).toMatchObject({
      accuracy: null,
      outOfScopeAuroc: null,
    })
    expect(scoreClassifier(byLength, [{ text: 'x', label: 'a' }])).toMatchObject({
      accuracy: 1,
      outOfScopeAuroc: null,
    })
  })

  it('give the AUROC as the share of pairs in the right order, ties half', () => {
    expect(aurocOf([3, 2], [1, 2])).toBe(3.5 / 4)
    expect(aurocOf([1], [2])).toBe(0)
    expect(aurocOf([5, 5], [5])).toBe(0.5)
    expect(aurocOf([], [1])).toBeNull()
  })

  it('give percentiles by nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, at) => 100 - at)
    expect([percentile(hundred, 0.5), percentile(hundred, 0.99), percentile([7], 0.99)]).toEqual([50, 99, 7])
    expect(percentile([], 0.5)).toBe(0)
  })
})
