import { createEmbedder, createModelBudget, type ModelBudget } from '../../../adapters/openai'
import { failuresBeforeRest, restMs } from '../../../adapters/openai/circuit-breaker'
import { type Embedder, type EmbeddingResult } from '../../../bot/contracts/knowledge/embedder'
import type { Logger } from '../../../bot/contracts/basics/logger'
import { json } from '../../support/action-server'
import { processorMsOf } from '../../support/processor-time'
import { embeddings, startEmbeddingServer, type EmbeddingServer } from '../../support/embedding-server'

const apiKey = 'sk-test-hemlig-nyckel'
const texts = ['vad kostar ett bad', 'låna en bok']

describe('the embedding model', () => {
  let server: EmbeddingServer
  let results: EmbeddingResult[]
  let logged: string[]
  let now: Date
  let budget: ModelBudget

  const budgetOf = (kronor: number) => createModelBudget({ kronor, today: () => '2026-11-24' })

  beforeEach(async () => {
    server = await startEmbeddingServer()
    results = []
    logged = []
    now = new Date('2026-11-24T01:30:00.000Z')
    budget = budgetOf(50)
  })
  afterEach(() => server.stop())

  const keep = (facts: object, message: string) => {
    logged.push(JSON.stringify({ facts, message }))
  }
  const logger: Logger = { info: keep, warn: keep, error: keep }

  const open = (): Embedder =>
    createEmbedder({
      apiKey,
      baseUrl: server.url,
      model: 'meaning-1',
      kronorIn: 10,
      budget,
      steadyMs: () => now.getTime(),
      logger,
      called: (result) => results.push(result),
    })
  const embed = (embedder = open(), deadlineMs = 5_000) => embedder.embed(texts, deadlineMs)
  const failed = (failure: EmbeddingResult) => ({ kind: 'failed', failure })

  test('gives a vector of length one for each text, and asks for numbers that any server can give', async () => {
    server.answer((_, response) =>
      json(
        response,
        200,
        embeddings([
          [3, 4],
          [0, 0.5],
        ]),
      ),
    )
    const embedded = await embed()
    expect(embedded).toEqual({
      kind: 'vectors',
      vectors: [Float32Array.from([0.6, 0.8]), Float32Array.from([0, 1])],
    })
    expect(results).toEqual(['vectors'])
    const [asked] = server.asked
    expect(asked).toMatchObject({ method: 'POST', url: '/v1/embeddings' })
    expect(asked?.headers.authorization).toBe(`Bearer ${apiKey}`)
    expect(JSON.parse(asked!.body)).toEqual({ model: 'meaning-1', input: texts, encoding_format: 'float' })
  })

  test('knows which vector is whose by the index, whatever the order', async () => {
    const [first, second] = embeddings([
      [1, 0],
      [0, 1],
    ]).data
    server.answer((_, response) => json(response, 200, { data: [second, first] }))
    expect(await embed()).toMatchObject({ vectors: [Float32Array.from([1, 0]), Float32Array.from([0, 1])] })
  })

  test('is another one with another name or at another address', () => {
    expect(open().name).toContain('meaning-1')
    expect(open().name).toContain(server.url)
  })

  describe('that gives nothing usable', () => {
    test.each<[string, string]>([
      ['no JSON', 'hej'],
      [
        'JSON that is cut',
        JSON.stringify(
          embeddings([
            [1, 0],
            [0, 1],
          ]),
        ).slice(0, -40),
      ],
      ['a number that is none', '{"data":[{"index":0,"embedding":[NaN,1]},{"index":1,"embedding":[0,1]}]}'],
      [
        'a null among the numbers',
        JSON.stringify(
          embeddings([
            [null, 1],
            [0, 1],
          ]),
        ),
      ],
      ['an infinite number', '{"data":[{"index":0,"embedding":[1e999,1]},{"index":1,"embedding":[0,1]}]}'],
      [
        'numbers whose squares are infinite',
        JSON.stringify(
          embeddings([
            [1e200, 1],
            [0, 1],
          ]),
        ),
      ],
      [
        'a vector without a direction',
        JSON.stringify(
          embeddings([
            [0, 0],
            [0, 1],
          ]),
        ),
      ],
      ['an empty vector', JSON.stringify(embeddings([[], []]))],
      [
        'vectors of two dimensions',
        JSON.stringify(
          embeddings([
            [1, 0, 0],
            [0, 1],
          ]),
        ),
      ],
      ['a vector too few', JSON.stringify(embeddings([[1, 0]]))],
      [
        'a vector too many',
        JSON.stringify(
          embeddings([
            [1, 0],
            [0, 1],
            [1, 1],
          ]),
        ),
      ],
      ['the same index twice', '{"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]}'],
      ['an index of no text', '{"data":[{"index":0,"embedding":[1]},{"index":7,"embedding":[1]}]}'],
      [
        'base64 that nobody asked for',
        '{"data":[{"index":0,"embedding":"AACAPw=="},{"index":1,"embedding":"AACAPw=="}]}',
      ],
    ])('%s is told as unusable', async (_, body) => {
      server.answer((_asked, response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).end(body)
      })
      expect(await embed()).toEqual(failed('unusable'))
      expect(results).toEqual(['unusable'])
    })

    test('no answer in time', async () => {
      server.answer(() => undefined)
      expect(await embed(open(), 60)).toEqual(failed('timeout'))
    })

    test('an answer that begins and never ends', async () => {
      server.answer((_, response) => void response.writeHead(200).write('{"data":['))
      expect(await embed(open(), 60)).toEqual(failed('timeout'))
    })

    test('an answer that breaks off', async () => {
      server.answer((_, response) => {
        response.writeHead(200, { 'content-length': '1000' }).write('{"data":[')
        setImmediate(() => response.destroy())
      })
      expect(await embed()).toEqual(failed('cut-off'))
    })

    test('an answer of more than eight megabytes', async () => {
      server.answer((_, response) => void response.writeHead(200).end(`"${'a'.repeat(9_000_000)}"`))
      expect(await embed()).toEqual(failed('cut-off'))
    })

    test('a redirect to somewhere else is not followed', async () => {
      server.answer((_, response) => void response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end())
      expect(await embed()).toEqual(failed('unreachable'))
      expect(server.asked).toHaveLength(1)
    })

    test.each<[number, EmbeddingResult]>([
      [429, 'overloaded'],
      [500, 'server-error'],
      [401, 'rejected'],
      [404, 'rejected'],
    ])('%i', async (status, result) => {
      server.answer((_, response) => json(response, status, { error: { message: `${apiKey} ${texts[0]!}` } }))
      expect(await embed()).toEqual(failed(result))
      expect(server.asked).toHaveLength(1)
      expect(budget.kronorToday()).toBe(0)
    })

    test('is logged without the key and without a word of the texts', async () => {
      server.answer((_, response) => json(response, 400, { error: { message: `${apiKey} ${texts[0]!}` } }))
      await embed()
      expect(logged.join()).toContain('the embedding model gave no usable answer')
      expect(logged.join()).not.toContain(apiKey)
      expect(logged.join()).not.toContain('bad')
    })
  })

  test('is left alone for a minute after five failures in a row, and then tried once', async () => {
    server.answer((_, response) => json(response, 500, {}))
    const embedder = open()
    for (let time = 0; time < failuresBeforeRest; time += 1) await embed(embedder)
    expect(await embed(embedder)).toEqual(failed('resting'))
    expect(server.asked).toHaveLength(failuresBeforeRest)
    now = new Date(now.getTime() + restMs)
    server.mean()
    expect(await embed(embedder)).toMatchObject({ kind: 'vectors' })
  })

  test.each(['[', '[1,', '{"data":[{"index":0,"embedding":[', '{"data":['])(
    'eight megabytes of nulls behind %s hold up nobody',
    async (head) => {
      const tail =
        { '[': ']', '[1,': ']' }[head] ?? (head.endsWith('g":[') ? ']},{"index":1,"embedding":[1]}]}' : ']}')
      const nulls = Array.from({ length: 1_600_000 }, () => 'null').join(',')
      server.answer((_, response) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end(`${head}${nulls}${tail}`),
      )
      const took = await processorMsOf(async () => {
        expect(await embed()).toEqual(failed('unusable'))
      })
      expect(took).toBeLessThan(1_200)
    },
  )

  test('costs what its server says, out of the same money as the language model', async () => {
    const embedder = open()
    await embed(embedder)
    // A hundred tokens at 10 kronor a million.
    expect(budget.kronorToday()).toBeCloseTo(0.001, 6)
    budget = budgetOf(0.000_1)
    expect(await embed()).toEqual(failed('over-budget'))
    expect(server.asked).toHaveLength(1)
  })
})
