import type { Closeness, Passage } from '../../../../bot/contracts/knowledge/passage'
import { choosePassage } from '../../../../bot/knowledge/search/choose-passage'
import { searchArticles } from '../../../../bot/knowledge/search/search-articles'
import { articleOf } from '../../answering/passages'

const articles = new Map(['simhallen', 'biblioteket'].map((id) => [id, articleOf(id)]))
const search = searchArticles({ articles, synonyms: new Map() })
const question = 'låna böcker på biblioteket'
const asked = { likeliest: undefined, isLoneWord: false }

/** As a model would give it that takes one article for what is meant. */
const nearTo =
  (articleId: string): Closeness =>
  (passage) =>
    passage.articleId === articleId ? 0.9 : 0.1

const idsOf = (found: readonly { readonly passage: Passage }[]) =>
  found.map(({ passage }) => passage.articleId)

test('meaning alone finds what shares no word, and its score and coverage say so', () => {
  expect(search('xyzzy', 'sv')).toEqual([])
  const found = search('xyzzy', 'sv', nearTo('simhallen'))
  expect(found[0]).toMatchObject({
    passage: { articleId: 'simhallen' },
    score: 0,
    coverage: 0,
    placeByMeaning: 0,
  })
})

test('what both find comes first, and keeps the score of its words', () => {
  const [byWords] = search(question, 'sv')
  const found = search(question, 'sv', nearTo('biblioteket'))
  expect(found.find(({ passage }) => passage === byWords?.passage)).toMatchObject(byWords!)
  expect(idsOf(found)[0]).toBe('biblioteket')
})

test('passages whose meaning is not known are found by words as before', () => {
  expect(search(question, 'sv', () => undefined)).toEqual(search(question, 'sv'))
})

test('a passage is not quoted against its words: one that only meaning finds, or that another one beats by words', () => {
  expect(choosePassage(search('xyzzy', 'sv', nearTo('simhallen')), asked)).toBeUndefined()
  const [first, ...rest] = search(question, 'sv')
  const turned = [
    { ...rest.at(-1)!, passage: { ...first!.passage, articleId: 'other' }, coverage: 1, placeByMeaning: 0 },
    first!,
  ]
  expect(choosePassage(turned, asked)).toBeUndefined()
})

test('a passage that is nearest by meaning too may speak of a little less of the question', () => {
  const passage = search(question, 'sv')[0]!.passage
  const found = { passage, score: 1, coverage: 0.75 }
  expect(choosePassage([found], asked)).toBeUndefined()
  expect(choosePassage([{ ...found, placeByMeaning: 1 }], asked)).toBeUndefined()
  expect(choosePassage([{ ...found, placeByMeaning: 0 }], asked)?.passage).toBe(passage)
})

test('a word alone is not answered by a passage where topics are close, for it covers all that has the word', () => {
  const found = search(question, 'sv')
  const { articleId } = found[0]!.passage
  const close = { likeliest: articleId, isLoneWord: false }
  expect(choosePassage(found, close)?.passage).toBe(found[0]!.passage)
  expect(choosePassage(found, { ...close, isLoneWord: true })).toBeUndefined()
  expect(choosePassage(found, { ...asked, isLoneWord: true })?.passage).toBe(found[0]!.passage)
})
