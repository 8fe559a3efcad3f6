// The decision on a classification: which numbers lead to going ahead, asking back, or neither.
import type { Classification } from '../../../bot/contracts/talk/classifier'
import { decideTopic } from '../../../bot/understanding/decide-topic'

function classified(inScope: number, ...best: readonly (readonly [string, number])[]): Classification {
  return { inScope, best: best.map(([label, probability]) => ({ label, probability })) }
}

describe('decideTopic', () => {
  it('goes ahead with a topic that is likely, far ahead and in scope', () => {
    expect(decideTopic(classified(0.9, ['dialog:grovsopor', 0.9], ['article:avfall', 0.05]))).toEqual({
      kind: 'sure',
      topic: 'dialog:grovsopor',
    })
  })

  it('asks which was meant when two are close', () => {
    expect(decideTopic(classified(0.9, ['article:a', 0.5], ['article:b', 0.4], ['article:c', 0.01]))).toEqual(
      {
        kind: 'close',
        topics: ['article:a', 'article:b'],
      },
    )
  })

  it('goes ahead with the better of an article and the dialog that it leads to', () => {
    const torn = classified(0.9, ['article:klotter', 0.5], ['dialog:felanmalan', 0.45], ['article:c', 0.01])
    expect(decideTopic(torn).kind).toBe('close')
    const areOne = (a: string, b: string) => a === 'article:klotter' && b === 'dialog:felanmalan'
    expect(decideTopic(torn, { areOne })).toEqual({ kind: 'sure', topic: 'article:klotter' })
  })

  it('never offers both of them', () => {
    const unsure = classified(0.4, ['dialog:a', 0.4], ['article:b', 0.3], ['article:c', 0.2])
    expect(decideTopic(unsure, { areOne: (_, b) => b === 'article:b' })).toEqual({
      kind: 'close',
      topics: ['dialog:a', 'article:c'],
    })
  })

  it('asks back in a language spoken in part where it would go ahead in another', () => {
    const likely = classified(0.76, ['dialog:felanmalan', 0.99])
    expect(decideTopic(likely).kind).toBe('sure')
    expect(decideTopic(likely, { spokenInPart: true })).toEqual({
      kind: 'close',
      topics: ['dialog:felanmalan'],
    })
    expect(decideTopic(classified(0.8, ['dialog:felanmalan', 0.99]), { spokenInPart: true }).kind).toBe(
      'sure',
    )
  })

  it('offers at most three topics, best first', () => {
    const four = classified(
      0.9,
      ['article:a', 0.3],
      ['article:b', 0.25],
      ['dialog:c', 0.2],
      ['dialog:d', 0.2],
    )
    expect(decideTopic(four)).toEqual({ kind: 'close', topics: ['article:a', 'article:b', 'dialog:c'] })
  })

  it('asks back about a likely topic when the text may be out of scope', () => {
    expect(decideTopic(classified(0.4, ['article:a', 0.95], ['article:b', 0.03]))).toEqual({
      kind: 'close',
      topics: ['article:a'],
    })
  })

  it.each([
    ['nothing is known', classified(0)],
    ['the text is out of scope', classified(0.05, ['article:a', 0.99], ['article:b', 0.01])],
    ['every topic is unlikely', classified(0.9, ['article:a', 0.05], ['article:b', 0.05])],
    ['the label is no topic', classified(0.9, ['greeting', 0.99], ['article:b', 0.01])],
  ])('admits ignorance when %s', (_, classification) => {
    expect(decideTopic(classification)).toEqual({ kind: 'none' })
  })

  it('needs to be surer to interrupt an open dialog', () => {
    const fairlySure = classified(0.8, ['article:a', 0.7], ['article:b', 0.2])
    expect(decideTopic(fairlySure).kind).toBe('sure')
    expect(decideTopic(fairlySure, { interrupting: true }).kind).toBe('close')
    const verySure = classified(0.95, ['article:a', 0.95], ['article:b', 0.02])
    expect(decideTopic(verySure, { interrupting: true })).toEqual({ kind: 'sure', topic: 'article:a' })
  })

  it('goes ahead with the only topic there is', () => {
    expect(decideTopic(classified(0.8, ['article:a', 1]))).toEqual({ kind: 'sure', topic: 'article:a' })
  })
})
