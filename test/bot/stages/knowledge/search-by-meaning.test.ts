// The search by meaning in the turn, over the whole bot: real HTTP to an embedding model, the shipped city with two articles of the
// test's own, and a classifier that is unsure.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEmbedder, createModelBudget, createOpenAiModel } from '../../../../adapters/openai'
import { openSqliteStore } from '../../../../adapters/sqlite'
import type { Content } from '../../../../bot/content/content'
import { steadyMs } from '../../../../bot/contracts/basics/clock'
import type { Classification } from '../../../../bot/contracts/talk/classifier'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { EndedTurnFacts } from '../../../../bot/contracts/talk/observer'
import type { Store } from '../../../../bot/contracts/store/store'
import { PassageMeanings } from '../../../../bot/knowledge/meaning/passage-meanings'
import { searchArticles } from '../../../../bot/knowledge/search/search-articles'
import { json } from '../../../support/action-server'
import { startEmbeddingServer, type EmbeddingServer } from '../../../support/embedding-server'
import { startModelServer, type ModelServer } from '../../../support/model-server'
import { residentOf, type Resident } from '../../../support/resident'
import { nightClock, shippedContent } from '../../../support/test-bot'
import { articleOf } from '../../answering/passages'

const lost: Classification = { best: [{ label: 'article:simhallen', probability: 0.09 }], inScope: 0.1 }
const articles = new Map(['simhallen', 'biblioteket'].map((id) => [id, articleOf(id)]))

let store: Store
let server: EmbeddingServer
let content: Content
let meanings: PassageMeanings
let folder: string
let turns: EndedTurnFacts[]
/** What came after the learning. */
let learnt: number

beforeAll(async () => {
  content = {
    ...(await shippedContent()),
    articles,
    searchPassages: searchArticles({ articles, synonyms: new Map() }),
    classifier: { classify: () => lost },
  }
})
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dygnet-by-meaning-'))
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
  server = await startEmbeddingServer()
  turns = []
  const embedder = createEmbedder({
    ...shared(server.url),
    model: 'meaning-1',
    kronorIn: 0,
    called: () => undefined,
  })
  meanings = new PassageMeanings({
    embedder,
    content: () => content,
    cacheDirectory: folder,
    logger: silentLogger,
  })
  await meanings.learn()
  learnt = server.asked.length
})
afterEach(async () => {
  meanings.stop()
  await server.stop()
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const shared = (baseUrl: string) => ({
  apiKey: 'sk-hemlig',
  baseUrl,
  budget: createModelBudget({ kronor: 50, today: () => '2026-11-24' }),
  steadyMs,
  logger: silentLogger,
})

const open = (options: Parameters<typeof residentOf>[1] = {}): Promise<Resident> =>
  residentOf(store, {
    content,
    closenessTo: (question) => meanings.closenessTo(question),
    observer: { turnEnded: (facts) => void turns.push(facts) },
    ...options,
  })
const lastTurn = (): EndedTurnFacts => turns.at(-1)!
const questionsAsked = () => server.inputs().slice(learnt).flat()

describe('a question that no intent is sure of', () => {
  test('is sent once, masked', async () => {
    const resident = await open()
    await resident.say('kan man simma med 19811218-9876 på lördag')
    expect(questionsAsked()).toHaveLength(1)
    expect(questionsAsked()[0]).toContain('simma')
    expect(questionsAsked()[0]).not.toContain('9876')
    expect(lastTurn().degraded).toBeUndefined()
  })

  test('puts passages before a language model that share no word with it', async () => {
    const model: ModelServer = await startModelServer()
    try {
      model.draft({ answer: '', completeness: 'none', sourcesUsed: [] })
      const language = createOpenAiModel({
        ...shared(model.url),
        model: 'city-model-1',
        prices: { in: 0, out: 0 },
        called: () => undefined,
      })
      const question = 'plaskar barnen gratis när de är i vatten'
      await (await open({ model: language, name: 'with' })).say(question)
      const withMeaning = model.prompt().input
      expect(withMeaning).toContain('Simhallen')
      const asked = model.asked.length
      await residentOf(store, { content, model: language, name: 'without' }).then((one) => one.say(question))
      const withoutMeaning = model.asked.length > asked ? model.prompt().input : ''
      expect(withMeaning.length).toBeGreaterThan(withoutMeaning.length)
    } finally {
      await model.stop()
    }
  })

  test('is not sent when it is long: who writes so much tells about somebody', async () => {
    const resident = await open()
    await resident.say(`kan man simma på lördag ${'när det är kallt ute '.repeat(20)}`)
    expect(questionsAsked()).toEqual([])
  })
})

describe('a question that is not', () => {
  test('one that an intent is sure of', async () => {
    const sure = { best: [{ label: 'article:simhallen', probability: 0.99 }], inScope: 0.99 }
    const resident = await open({ content: { ...content, classifier: { classify: () => sure } } })
    expect((await resident.say('vad kostar ett bad i simhallen')).outcome).toBe('answered-article')
    expect(questionsAsked()).toEqual([])
  })

  test('anything after a cry for help, or where there are signs of danger', async () => {
    const afterCry = await open({ name: 'cry' })
    expect((await afterCry.say('min man andas inte, hjälp')).outcome).toBe('guarded-emergency')
    await afterCry.say('kan man simma på lördag')
    const withSigns = await open({
      name: 'signs',
      readSigns: () => ({ accident: 0.99, violence: 0, 'self-harm': 0 }),
    })
    await withSigns.say('han kom aldrig upp ur vattnet')
    await withSigns.say('kan man simma på lördag')
    expect(questionsAsked()).toEqual([])
  })

  test('anything in a dialog, or in a language that is spoken in part', async () => {
    const inDialog = await open({ name: 'dialog' })
    await inDialog.begin('felanmalan')
    await inDialog.say('kan man simma på lördag')
    const finnish = await open({ name: 'finnish', language: 'fi' })
    await finnish.say('voiko siellä uida lauantaina')
    expect(questionsAsked()).toEqual([])
  })
})

describe('a model that is', () => {
  test.each<[string, Parameters<EmbeddingServer['answer']>[0]]>([
    ['overloaded', (_, response) => json(response, 429, {})],
    ['broken', (_, response) => json(response, 500, {})],
    ['talking nonsense', (_, response) => void response.writeHead(200).end('{"data":[{"ind')],
    ['of another dimension', (_, response) => json(response, 200, { data: [{ index: 0, embedding: [1] }] })],
    ['silent', () => undefined],
  ])('%s leaves the search to words, and the turn is counted as degraded', async (name, answer) => {
    const question = 'kan man simma på lördag i simhallen'
    const byWords = await (await residentOf(store, { content, name: `words ${name}` })).say(question)
    server.answer(answer)
    const startedAt = performance.now()
    const degraded = await (await open({ name })).say(question)
    expect(performance.now() - startedAt).toBeLessThan(15_000)
    expect(degraded.text).toBe(byWords.text)
    expect(degraded.outcome).toBe(byWords.outcome)
    expect(lastTurn().degraded).toBe(true)
  })

  test('not learnt from yet leaves it to words too, and nothing was down', async () => {
    const nothing = new PassageMeanings({
      embedder: { name: 'none', embed: () => Promise.resolve({ kind: 'failed', failure: 'resting' }) },
      content: () => content,
      cacheDirectory: join(folder, 'other'),
      logger: silentLogger,
    })
    const resident = await open({ closenessTo: (question) => nothing.closenessTo(question) })
    await resident.say('kan man simma på lördag')
    expect(lastTurn().degraded).toBeUndefined()
    nothing.stop()
  })
})
