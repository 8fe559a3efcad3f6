// What passages mean, learnt from a real server over HTTP and kept on a real disk.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEmbedder, createModelBudget } from '../../../../adapters/openai'
import { steadyMs } from '../../../../bot/contracts/basics/clock'
import type { Article } from '../../../../bot/contracts/knowledge/article'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import { PassageMeanings, type MeantContent } from '../../../../bot/knowledge/meaning/passage-meanings'
import { splitPassages } from '../../../../bot/knowledge/search/split-passages'
import { json, type Asked } from '../../../support/action-server'
import {
  embeddings,
  meaningOf,
  startEmbeddingServer,
  type EmbeddingServer,
} from '../../../support/embedding-server'
import { articleOf } from '../../answering/passages'

let folder: string
let server: EmbeddingServer
let content: MeantContent
let warned: string[]
const opened: PassageMeanings[] = []

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dygnet-meanings-'))
  server = await startEmbeddingServer()
  content = contentOf('first', articleOf('simhallen'), articleOf('biblioteket'))
  warned = []
})
afterEach(async () => {
  for (const one of opened.splice(0)) one.stop()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const contentOf = (bundle: string, ...articles: readonly Article[]): MeantContent => ({
  bundle,
  articles: new Map(articles.map((article) => [article.id, article])),
  city: { wholeLanguages: ['sv', 'en'] },
})

function open({ model = 'meaning-1', retryAfterMs = 60_000, questionMs = 5_000 } = {}): PassageMeanings {
  const meanings = new PassageMeanings({
    embedder: createEmbedder({
      apiKey: 'sk-test',
      baseUrl: server.url,
      model,
      kronorIn: 0,
      budget: createModelBudget({ kronor: 1, today: () => '2026-11-24' }),
      steadyMs,
      logger: silentLogger,
      called: () => undefined,
    }),
    content: () => content,
    cacheDirectory: folder,
    logger: { ...silentLogger, warn: (_facts: object, text: string) => warned.push(text) },
    retryAfterMs,
    questionMs,
  })
  opened.push(meanings)
  return meanings
}

const passagesOf = (id: string, language = 'sv') => splitPassages(id, articleOf(id).texts.get(language)!)
const textsAsked = () => server.inputs().flat()
const changed = (article: Article): Article => ({
  ...article,
  texts: new Map(
    [...article.texts].map(([language, text]) => [language, { ...text, answer: 'Ett nytt svar.' }]),
  ),
})

/** More than are asked for at once. */
const manyPools = (): readonly Article[] =>
  Array.from({ length: 12 }, (_, at) => {
    const { texts, ...pool } = articleOf('simhallen')
    const titled = [...texts].map(([language, text]) => [language, { ...text, title: `Bad ${at}` }] as const)
    return { ...pool, id: `simhallen-${at}`, texts: new Map(titled) }
  })

async function closeness(meanings: PassageMeanings, question: string) {
  const found = await meanings.closenessTo(question)
  if (typeof found !== 'function') throw new Error(`no closeness but ${String(found)}`)
  return found
}

test('a question comes nearer to what means the same than to what does not, whatever the words', async () => {
  const meanings = open()
  await meanings.learn()
  const close = await closeness(meanings, 'simma')
  const [pool] = passagesOf('simhallen')
  const [library] = passagesOf('biblioteket')
  expect(close(pool!)).toBeGreaterThan(close(library!)!)
  expect(close({ ...pool!, text: 'Aldrig lärd.' })).toBeUndefined()
})

test('nothing is asked of the model, and nothing is known, before the first learning', async () => {
  const meanings = open()
  expect(await meanings.closenessTo('simma')).toBeUndefined()
})

test('the languages that are spoken whole are learnt, each passage once, some at a time', async () => {
  content = { ...content, city: { wholeLanguages: ['sv'] } }
  await open().learn()
  expect(textsAsked().length).toBe(passagesOf('simhallen').length + passagesOf('biblioteket').length)
  expect(new Set(textsAsked()).size).toBe(textsAsked().length)
  expect(Math.max(...server.inputs().map(({ length }) => length))).toBeLessThanOrEqual(32)
})

test('the next start asks for nothing that is known, and after an edit only for what is new', async () => {
  await open().learn()
  const learnt = textsAsked().length
  await open().learn()
  expect(textsAsked()).toHaveLength(learnt)
  content = contentOf('second', changed(articleOf('simhallen')), articleOf('biblioteket'))
  await open().learn()
  expect(textsAsked().slice(learnt).join()).toContain('Ett nytt svar.')
  expect(textsAsked()).toHaveLength(learnt + 2)
})

test('an edit while it is open is learnt by the first question after it, which is answered by what is known', async () => {
  const meanings = open()
  await meanings.learn()
  content = contentOf('second', changed(articleOf('simhallen')), articleOf('biblioteket'))
  await closeness(meanings, 'simma')
  await meanings.learn()
  const close = await closeness(meanings, 'simma')
  expect(
    close(splitPassages('simhallen', changed(articleOf('simhallen')).texts.get('sv')!)[0]!),
  ).toBeDefined()
})

test('another model has a file of its own', async () => {
  await open().learn()
  await open({ model: 'meaning-2' }).learn()
  expect(readdirSync(folder)).toHaveLength(2)
})

test('a damaged file is set aside, told in the log, and made anew', async () => {
  await open().learn()
  const [name] = readdirSync(folder)
  const file = join(folder, name!)
  const bytes = readFileSync(file)
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 9) ^ 1, bytes.length - 9)
  writeFileSync(file, bytes)
  const learnt = textsAsked().length
  await open().learn()
  expect(textsAsked()).toHaveLength(2 * learnt)
  expect(readdirSync(folder).sort()).toEqual([name, `${name!}.broken`])
  expect(warned).toEqual(['the kept meanings of passages cannot be used; asking for them again'])
  await open().learn()
  expect(textsAsked()).toHaveLength(2 * learnt)
})

test('what was learnt before a failure is kept, and the rest is learnt later', async () => {
  content = contentOf('many', ...manyPools())
  server.answer((asked, response) => {
    if (server.asked.length > 1) json(response, 429, {})
    else {
      const { input } = JSON.parse(asked.body) as { input: string[] }
      json(response, 200, { data: input.map((text, index) => ({ index, embedding: meaningOf(text) })) })
    }
  })
  await open().learn()
  expect(server.asked).toHaveLength(2)
  const [first] = server.inputs()
  server.mean()
  await open().learn()
  const later = server.inputs().slice(2).flat()
  expect(later.some((text) => first!.includes(text))).toBe(false)
  expect(new Set([...first!, ...later]).size).toBe(first!.length + later.length)
})

test('a failed learning is tried again by itself', async () => {
  server.answer((_, response) => json(response, 503, {}))
  const meanings = open({ retryAfterMs: 10 })
  await meanings.learn()
  const isBack = new Promise<void>((resolve) => {
    server.answer((asked, response) => {
      const { input } = JSON.parse(asked.body) as { input: string[] }
      json(response, 200, { data: input.map((text, index) => ({ index, embedding: meaningOf(text) })) })
      resolve()
    })
  })
  await isBack
  await meanings.learn()
  await closeness(meanings, 'simma')
})

test('a question that is not answered in time has failed', async () => {
  const meanings = open({ questionMs: 50 })
  await meanings.learn()
  server.answer(() => undefined)
  expect(await meanings.closenessTo('simma')).toBe('failed')
})

test('a model that gives another dimension from one day to the next is noticed, and everything learnt anew', async () => {
  const meanings = open()
  await meanings.learn()
  const learnt = textsAsked().length
  server.mean((text) => [...meaningOf(text), 0, 1])
  expect(await meanings.closenessTo('simma')).toBe('failed')
  await meanings.learn()
  expect(textsAsked()).toHaveLength(2 * learnt + 1)
  await closeness(meanings, 'simma')
  expect(warned).toEqual(['the embedding model gives vectors of another dimension now; learning anew'])
})

test('a question that notices another dimension while passages are learnt leaves none of them unlearnt', async () => {
  const many = manyPools()
  content = contentOf('many', ...many)
  const isOfFirstBatch = ({ body }: Asked) => body === server.asked[0]?.body
  const answerWith = (asked: Asked, response: ServerResponse, more: readonly number[]) => {
    const { input } = JSON.parse(asked.body) as { input: string[] }
    json(response, 200, embeddings(input.map((text) => [...meaningOf(text), ...more])))
  }
  let secondBatchAsked: (answer: () => void) => void
  const secondBatch = new Promise<() => void>((resolve) => {
    secondBatchAsked = resolve
  })
  const firstBatchAgain = new Promise<void>((resolve) => {
    server.answer((asked, response) => {
      const nth = server.asked.length
      const answer = () => {
        answerWith(asked, response, nth === 1 ? [] : [0, 1])
      }
      if (nth > 1 && isOfFirstBatch(asked)) resolve()
      if (nth === 2) secondBatchAsked(answer)
      else answer()
    })
  })
  const meanings = open({ retryAfterMs: 1 })
  const learning = meanings.learn()
  const answerSecondBatch = await secondBatch
  expect(await meanings.closenessTo('simma')).toBe('failed')
  answerSecondBatch()
  await learning
  await firstBatchAgain
  await meanings.learn()
  const close = await closeness(meanings, 'simma')
  const passages = many.flatMap(({ id, texts }) => splitPassages(id, texts.get('sv')!))
  expect(passages.filter((passage) => close(passage) === undefined)).toEqual([])
})

test('a folder that cannot be written costs the next start money, and nothing else', async () => {
  writeFileSync(join(folder, 'file'), '')
  const deep = folder
  folder = join(folder, 'file', 'deep')
  const meanings = open()
  await meanings.learn()
  await closeness(meanings, 'simma')
  folder = deep
  expect(warned).toContain('the meanings of passages could not be kept; the next start asks for them again')
})
