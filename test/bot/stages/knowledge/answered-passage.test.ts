// When no topic is sure, a passage of an article may be quoted: with its source, what else may have been meant, and never in a dialog.
import { openSqliteStore } from '../../../../adapters/sqlite'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { Classification } from '../../../../bot/contracts/talk/classifier'
import type { Store } from '../../../../bot/contracts/store/store'
import type { Content } from '../../../../bot/content/content'
import { searchArticles } from '../../../../bot/knowledge/search/search-articles'
import { nightClock, shippedContent } from '../../../support/test-bot'
import { residentOf, type Resident } from '../../../support/resident'
import { check, english, swedish } from '../../knowledge/sound-article'

const unsure: Classification = { best: [], inScope: 0.1 }
const close = (label: string): Classification => ({
  best: [
    { label, probability: 0.4 },
    { label: 'dialog:felanmalan', probability: 0.3 },
  ],
  inScope: 0.6,
})

let store: Store
let shipped: Content
beforeEach(async () => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
  shipped = await shippedContent()
})
afterEach(() => store.close())

/** The shipped city with one article of its own, and a classifier that thinks what it is told to. */
async function residentWith(thinks: Classification, change: Partial<Content> = {}): Promise<Resident> {
  const { articles } = check([swedish, english])
  const content: Content = {
    ...shipped,
    articles,
    searchPassages: searchArticles({ articles, synonyms: new Map([['sv', [['brasa', 'elda']]]]) }),
    classifier: { classify: () => thinks },
    ...change,
  }
  return residentOf(store, { content })
}

const labels = ({ replies }: Awaited<ReturnType<Resident['say']>>) =>
  replies.flatMap(({ suggestions }) => suggestions.map(({ label }) => label))

test('quotes the passage with title, owner, date and source, and offers the whole article', async () => {
  const resident = await residentWith(unsure)
  const answered = await resident.say('vad kostar en tunna')
  expect(answered.outcome).toBe('answered-passage')
  expect(answered.text).toBe(
    'Det här är det närmaste jag hittar:\n\nRing 042-10 50 00. En tunna kostar 2 660 kronor.',
  )
  expect(answered.replies[0]?.sources).toEqual([
    {
      articleId: 'elda',
      title: 'Elda i trädgården',
      url: 'https://example.se/elda',
      owner: 'Miljöenheten',
      reviewed: '2026-10-01',
    },
  ])
  expect(answered.replies[0]?.asksFeedback).toBe(true)
  expect(labels(answered)).toEqual(['Elda i trädgården', 'Inget av dessa'])
})

test('is kept for staff with its question when it was not what was meant', async () => {
  const resident = await residentWith(unsure)
  await resident.tap(await resident.say('vad kostar en tunna'), 'Inget av dessa')
  expect(await store.records('question', { limit: 10 })).toMatchObject([
    { value: { text: 'vad kostar en tunna' } },
  ])
})

test('finds it by a synonym that staff wrote', async () => {
  const resident = await residentWith(unsure)
  expect((await resident.say('brasa torrt ris')).outcome).toBe('answered-passage')
})

test('offers what else was close, where the likeliest article holds the passage', async () => {
  const resident = await residentWith(close('article:elda'))
  const answered = await resident.say('vad kostar en tunna')
  expect(answered.outcome).toBe('answered-passage')
  expect(labels(answered)).toEqual(['Elda i trädgården', 'Felanmälan gata och park', 'Inget av dessa'])
})

test('asks back where another topic is likelier than the passage', async () => {
  const resident = await residentWith(close('dialog:grovsopor'))
  expect((await resident.say('vad kostar en tunna')).outcome).toBe('clarified')
})

test('does not know what only shares a word with an article', async () => {
  const resident = await residentWith(unsure)
  expect((await resident.say('vad kostar en flygbiljett till spanien')).outcome).toBe(
    'unanswered-out-of-scope',
  )
})

test('quotes nothing from an article past its date', async () => {
  const { articles } = check([swedish, english])
  const old = new Map([...articles].map(([id, article]) => [id, { ...article, validUntil: '2026-11-01' }]))
  const resident = await residentWith(unsure, { articles: old })
  expect((await resident.say('vad kostar en tunna')).outcome).toBe('unanswered-out-of-scope')
})

test('quotes nothing while a dialog waits for an answer', async () => {
  let thinks: Classification = { best: [{ label: 'dialog:grovsopor', probability: 0.95 }], inScope: 0.95 }
  const resident = await residentWith(unsure, { classifier: { classify: () => thinks } })
  expect((await resident.say('boka grovsopor')).outcome).toBe('asked')
  thinks = unsure
  expect((await resident.say('vad kostar en tunna')).outcome).not.toBe('answered-passage')
})
