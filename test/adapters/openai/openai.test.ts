import {
  createModelBudget,
  createOpenAiModel,
  type ModelBudget,
  type OpenAiOptions,
} from '../../../adapters/openai'
import { failuresBeforeRest, restMs } from '../../../adapters/openai/circuit-breaker'
import { mostBytes } from '../../../adapters/bounded-bodies/limited-fetch'
import {
  modelResults,
  type LanguageModel,
  type ModelDraft,
  type ModelResult,
} from '../../../bot/contracts/knowledge/language-model'
import type { Logger } from '../../../bot/contracts/basics/logger'
import { json } from '../../support/action-server'
import { processorMsOf } from '../../support/processor-time'
import {
  beginStream,
  complete,
  completion,
  startModelServer,
  streamedEvents,
  type ModelServer,
} from '../../support/model-server'

const apiKey = 'sk-test-hemlig-nyckel'
const prompt = { instructions: 'Answer from the sources.', input: '{"question":"Vad kostar ett bad?"}' }
const draft: ModelDraft = {
  answer: 'Ett bad kostar 75 kronor.',
  completeness: 'whole',
  sourcesUsed: ['source_1'],
}

describe('the language model', () => {
  let server: ModelServer
  let results: ModelResult[]
  let logged: string[]
  let now: Date
  let day: string
  let budget: ModelBudget

  const budgetOf = (kronor: number) => createModelBudget({ kronor, today: () => day })

  beforeEach(async () => {
    server = await startModelServer()
    results = []
    logged = []
    now = new Date('2026-11-24T01:30:00.000Z')
    day = '2026-11-24'
    budget = budgetOf(50)
  })
  afterEach(() => server.stop())

  const keep = (facts: object, message: string) => {
    logged.push(JSON.stringify({ facts, message }))
  }
  const logger: Logger = { info: keep, warn: keep, error: keep }

  const open = (options: Partial<OpenAiOptions> = {}): LanguageModel =>
    createOpenAiModel({
      apiKey,
      baseUrl: server.url,
      model: 'city-model-1',
      prices: { in: 10, out: 100 },
      budget,
      steadyMs: () => now.getTime(),
      logger,
      called: (result) => results.push(result),
      deadlineMs: 5_000,
      ...options,
    })

  const failure = (kind: ModelResult) => ({ kind: 'failed', failure: kind })

  test('gives the draft, and asks for exactly its shape', async () => {
    server.draft(draft)
    expect(await open().ask(prompt)).toEqual({ kind: 'draft', draft })
    expect(results).toEqual(['draft'])
    const [asked] = server.asked
    expect(asked).toMatchObject({ method: 'POST', url: '/v1/chat/completions' })
    expect(asked?.headers.authorization).toBe(`Bearer ${apiKey}`)
    expect(server.prompt()).toEqual(prompt)
    expect(JSON.parse(asked!.body)).toMatchObject({
      model: 'city-model-1',
      response_format: {
        type: 'json_schema',
        json_schema: {
          strict: true,
          schema: {
            type: 'object',
            required: ['completeness', 'sourcesUsed', 'answer'],
            additionalProperties: false,
          },
        },
      },
    })
  })

  test('sends no organisation, project or other key that its environment happens to have', async () => {
    const before = { ...process.env }
    Object.assign(process.env, { OPENAI_ORG_ID: 'org-1', OPENAI_PROJECT_ID: 'p-1', OPENAI_ADMIN_KEY: 'a-1' })
    server.draft(draft)
    await open().ask(prompt)
    process.env = before
    expect(JSON.stringify(server.asked[0]?.headers)).not.toMatch(/org-1|p-1|a-1/)
  })

  describe('that fails', () => {
    const bad: readonly (readonly [
      what: string,
      result: ModelResult,
      answer: Parameters<ModelServer['answer']>[0],
    ])[] = [
      [
        'an error of the server',
        'server-error',
        (_, response) => json(response, 500, { error: { message: 'no' } }),
      ],
      [
        'a wrong key',
        'rejected',
        (_, response) => json(response, 401, { error: { message: `bad ${apiKey}` } }),
      ],
      [
        'an unknown model',
        'rejected',
        (_, response) => json(response, 404, { error: { message: 'no model' } }),
      ],
      [
        'a redirect',
        'unreachable',
        (_, response) => {
          response.writeHead(307, { location: 'http://localhost:9/elsewhere' }).end()
        },
      ],
      [
        'an answer that is no JSON',
        'unusable',
        (_, response) => {
          response.writeHead(200, { 'content-type': 'application/json' }).end('{"choices": [')
        },
      ],
      [
        'an answer that is a page',
        'unusable',
        (_, response) => {
          response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Välkommen</h1>')
        },
      ],
      ['no choices', 'unusable', (_, response) => json(response, 200, { choices: [] })],
      [
        'a choice without content',
        'unusable',
        (_, response) => json(response, 200, completion({ content: null })),
      ],
      [
        'a draft that is no JSON',
        'unusable',
        (_, response) => json(response, 200, completion({ content: 'Hej!' })),
      ],
      [
        'a draft without sources',
        'unusable',
        (_, response) => complete(response, { answer: 'Hej', completeness: 'whole' }),
      ],
      [
        'a draft with more than was asked for',
        'unusable',
        (_, response) => complete(response, { ...draft, html: '<b>' }),
      ],
      [
        'a draft of wrong types',
        'unusable',
        (_, response) => complete(response, { ...draft, completeness: 0.9 }),
      ],
      [
        'a draft that ran out of room',
        'unusable',
        (_, response) => json(response, 200, completion({ content: '{"answer":"Ett bad' }, 'length')),
      ],
      [
        'a refusal',
        'refused',
        (_, response) => json(response, 200, completion({ content: null, refusal: 'Nej.' })),
      ],
      [
        "a filter's refusal",
        'refused',
        (_, response) => json(response, 200, completion({ content: '' }, 'content_filter')),
      ],
      [
        'an answer cut in its middle',
        'cut-off',
        (_, response) => {
          response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
          response.write('{"choices":[{"message":', () => response.destroy())
        },
      ],
      [
        'an answer without end',
        'cut-off',
        (_, response) => {
          response.writeHead(200, { 'content-type': 'application/json' })
          response.end(`"${'a'.repeat(mostBytes)}"`)
        },
      ],
      ['a connection that is closed', 'unreachable', (_, response) => response.destroy()],
      ['too many requests without a time to wait', 'overloaded', (_, response) => json(response, 429, {})],
    ]

    test.each(bad)('%s is told as %s', async (_what, result, answer) => {
      server.answer(answer)
      expect(await open().ask(prompt)).toEqual(failure(result))
      expect(results).toEqual([result])
      expect(server.asked).toHaveLength(1)
    })

    test('nothing of the key, the prompt or the answer is logged', async () => {
      for (const [, , answer] of bad) {
        server.answer(answer)
        await open().ask(prompt)
      }
      expect(logged).toHaveLength(bad.length)
      expect(logged.join('\n')).not.toMatch(/hemlig|bad kostar|Vad kostar|sources|Hej|Nej|Välkommen/)
    })

    test('a server that nobody runs is unreachable', async () => {
      await server.stop()
      expect(await open().ask(prompt)).toEqual(failure('unreachable'))
      server = await startModelServer()
    })

    test('a silent server is left at the deadline', async () => {
      server.answer(() => undefined)
      expect(await open({ deadlineMs: 60 }).ask(prompt)).toEqual(failure('timeout'))
    })

    test('a server that falls silent in its answer is left at the deadline', async () => {
      server.answer((_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' })
        response.write('{"choices":')
      })
      expect(await open({ deadlineMs: 60 }).ask(prompt)).toEqual(failure('timeout'))
    })

    test('every kind of result is told by a test of this file', () => {
      const toldElsewhere = ['draft', 'timeout', 'resting', 'over-budget']
      expect([...new Set([...bad.map(([, result]) => result), ...toldElsewhere])].sort()).toEqual(
        [...modelResults].sort(),
      )
    })
  })

  describe('that is looked at while it writes', () => {
    let seen: ModelDraft[]
    const see = (soFar: ModelDraft) => void seen.push(soFar)

    beforeEach(() => {
      seen = []
    })

    test('shows the draft as it grows, from its first letter on, and gives what it gives at once', async () => {
      server.draft(draft)
      expect(await open().ask(prompt, see)).toEqual({ kind: 'draft', draft })
      expect(results).toEqual(['draft'])
      expect(JSON.parse(server.asked[0]!.body)).toMatchObject({
        stream: true,
        stream_options: { include_usage: true },
      })
      expect(seen.length).toBeGreaterThan(3)
      for (const [index, { answer, ...rest }] of seen.entries()) {
        expect(draft.answer.startsWith(answer)).toBe(true)
        expect(answer.length).toBeGreaterThanOrEqual(seen[index - 1]?.answer.length ?? 0)
        expect(rest).toEqual({ completeness: 'whole', sourcesUsed: ['source_1'] })
      }
    })

    test('is not asked for a stream when nobody looks', async () => {
      server.draft(draft)
      await open().ask(prompt)
      expect(JSON.parse(server.asked[0]!.body)).not.toHaveProperty('stream')
    })

    test('breaks no letter, no line and no quotation mark on the way', async () => {
      const odd = { ...draft, answer: 'Å "ä"\nö \\ slut 🙂 é \u2028 tabb\t.' }
      // Letters that are written as \uXXXX too, and each byte alone.
      const bytes = Buffer.from(
        streamedEvents(odd).join('').replaceAll('å', '\\u00e5').replaceAll('Å', '\\u00c5'),
      )
      server.answer((_, response) => {
        beginStream(response)
        for (const byte of bytes) response.write(Buffer.of(byte))
        response.end()
      })
      expect(await open().ask(prompt, see)).toEqual({ kind: 'draft', draft: odd })
      expect(seen.length).toBeGreaterThan(3)
      for (const { answer } of seen) expect(odd.answer.startsWith(answer.replace(/\p{Cs}$/u, ''))).toBe(true)
    })

    test('may answer in one piece all the same', async () => {
      server.answer((_, response) => complete(response, draft))
      expect(await open().ask(prompt, see)).toEqual({ kind: 'draft', draft })
      expect(seen).toEqual([])
    })

    test('is asked for no stream any more when its server refuses one', async () => {
      server.answer((asked, response) => {
        if ((JSON.parse(asked.body) as { readonly stream?: boolean }).stream === true)
          json(response, 400, { error: { message: 'stream_options is not supported' } })
        else complete(response, draft)
      })
      const model = open()
      expect(await model.ask(prompt, see)).toEqual({ kind: 'draft', draft })
      expect(await model.ask(prompt, see)).toEqual({ kind: 'draft', draft })
      expect(server.asked).toHaveLength(3)
      expect(seen).toEqual([])
      expect(logged.join()).toContain('does not stream')
      expect(budget.kronorToday()).toBeCloseTo(0.04, 6)
    })

    test('is asked for one again when it was something else that was refused', async () => {
      server.answer((_, response) => json(response, 400, { error: { message: 'no such schema' } }))
      const model = open()
      expect(await model.ask(prompt, see)).toEqual(failure('rejected'))
      expect(server.asked).toHaveLength(2)
      server.draft(draft)
      await model.ask(prompt, see)
      expect(seen.length).toBeGreaterThan(3)
    })

    test('costs what the end of its stream says', async () => {
      server.draft(draft)
      await open().ask(prompt, see)
      expect(budget.kronorToday()).toBeCloseTo(0.02, 6)
    })

    test('costs the most it can when its stream has no end', async () => {
      server.answer((_, response) => {
        beginStream(response)
        response.write(streamedEvents(draft).slice(0, 12).join(''), () => response.destroy())
      })
      await open().ask(prompt, see)
      expect(budget.kronorToday()).toBeGreaterThan(0.2)
    })

    const partly = streamedEvents(draft).slice(0, 14).join('')
    const bad: readonly (readonly [
      what: string,
      result: ModelResult,
      answer: Parameters<ModelServer['answer']>[0],
    ])[] = [
      [
        'a stream cut in its middle',
        'cut-off',
        (_, response) => {
          beginStream(response)
          response.write(partly, () => response.destroy())
        },
      ],
      [
        'a stream that ends in its middle as if that were its end',
        'cut-off',
        (_, response) => {
          beginStream(response)
          response.end(partly)
        },
      ],
      [
        'a stream without end',
        'cut-off',
        (_, response) => {
          beginStream(response)
          response.end(streamedEvents({ ...draft, answer: 'a'.repeat(mostBytes / 20) }).join(''))
        },
      ],
      [
        'an error in the middle of a stream',
        'server-error',
        (_, response) => {
          beginStream(response)
          response.end(`${partly}data: {"error":{"message":"hemlig nyckel, Ett bad kostar"}}\n\n`)
        },
      ],
      [
        'a stream that is no JSON',
        'cut-off',
        (_, response) => {
          beginStream(response)
          response.end(`${partly}data: Hej, Ett bad kostar\n\n`)
        },
      ],
      [
        'a stream of something else',
        'unusable',
        (_, response) => {
          beginStream(response)
          response.end('data: [1,2]\n\ndata: null\n\ndata: {"choices":[{"finish_reason":"stop"}]}\n\n')
        },
      ],
      [
        'a stream that ran out of room',
        'unusable',
        (_, response) => {
          beginStream(response)
          response.end(
            `${partly}data: {"choices":[{"delta":{},"finish_reason":"length"}]}\n\ndata: [DONE]\n\n`,
          )
        },
      ],
      [
        'a refusal in a stream',
        'refused',
        (_, response) => {
          beginStream(response)
          response.end('data: {"choices":[{"delta":{"refusal":"Nej."},"finish_reason":"stop"}]}\n\n')
        },
      ],
      [
        'too many requests',
        'overloaded',
        (_, response) => {
          response.writeHead(429).end()
        },
      ],
    ]

    test.each(bad)('%s is told as %s, and nothing of it is logged', async (_what, result, answer) => {
      const printed = jest.spyOn(console, 'error').mockImplementation(() => undefined)
      server.answer(answer)
      expect(await open().ask(prompt, see)).toEqual(failure(result))
      expect(results).toEqual([result])
      expect(printed).not.toHaveBeenCalled()
      printed.mockRestore()
      expect(logged.join('\n')).not.toMatch(/hemlig|bad kostar|Hej|Nej/)
    })

    test('is left at the deadline when it falls silent in its stream', async () => {
      server.answer((_, response) => {
        beginStream(response)
        response.write(partly)
      })
      expect(await open({ deadlineMs: 300 }).ask(prompt, see)).toEqual(failure('timeout'))
      expect(seen.length).toBeGreaterThan(0)
    })

    test('is looked at for as long as an answer may be, and not for a megabyte', async () => {
      const long = { ...draft, answer: 'En mening till. '.repeat(400) }
      server.answer((_, response) => {
        beginStream(response)
        response.end(streamedEvents(long).join(''))
      })
      await open().ask(prompt, see)
      expect(Math.max(...seen.map(({ answer }) => answer.length))).toBeLessThan(4_000)
    })
  })

  describe('that is overloaded', () => {
    const overloadedOnce = (retryAfter: string) => {
      server.answer((_, response) => {
        if (server.asked.length > 1) complete(response, draft)
        else response.writeHead(429, { 'retry-after': retryAfter }).end()
      })
    }

    test('is asked again after the time it named', async () => {
      overloadedOnce('1')
      const startedAt = performance.now()
      expect(await open().ask(prompt)).toEqual({ kind: 'draft', draft })
      expect(performance.now() - startedAt).toBeGreaterThan(900)
      expect(server.asked).toHaveLength(2)
    })

    test('names a date as well', async () => {
      overloadedOnce(new Date(Date.now() - 1_000).toUTCString())
      expect(await open().ask(prompt)).toEqual({ kind: 'draft', draft })
    })

    test('is not waited for beyond the deadline', async () => {
      overloadedOnce('30')
      const startedAt = performance.now()
      expect(await open().ask(prompt)).toEqual(failure('overloaded'))
      expect(performance.now() - startedAt).toBeLessThan(20_000)
    })

    test('is asked three times at most', async () => {
      server.answer((_, response) => {
        response.writeHead(429, { 'retry-after': '0' }).end()
      })
      expect(await open().ask(prompt)).toEqual(failure('overloaded'))
      expect(server.asked).toHaveLength(3)
    })
  })

  describe('that failed again and again', () => {
    const failOften = async (model: LanguageModel) => {
      server.answer((_, response) => json(response, 500, {}))
      for (let time = 0; time < failuresBeforeRest; time += 1) await model.ask(prompt)
    }

    test('rests, and one call tries whether it is back', async () => {
      const model = open()
      await failOften(model)
      server.draft(draft)
      expect(await model.ask(prompt)).toEqual(failure('resting'))
      expect(server.asked).toHaveLength(failuresBeforeRest)

      now = new Date(now.getTime() + restMs)
      const both = await Promise.all([model.ask(prompt), model.ask(prompt)])
      expect(both).toEqual([{ kind: 'draft', draft }, failure('resting')])
      expect(await model.ask(prompt)).toEqual({ kind: 'draft', draft })
    })

    test('rests anew when it is not back', async () => {
      const model = open()
      await failOften(model)
      now = new Date(now.getTime() + restMs)
      expect(await model.ask(prompt)).toEqual(failure('server-error'))
      expect(await model.ask(prompt)).toEqual(failure('resting'))
    })

    test('does not rest because of answers that were bad', async () => {
      const model = open()
      server.answer((_, response) => json(response, 200, completion({ content: 'Hej!' })))
      for (let time = 0; time < failuresBeforeRest; time += 1) await model.ask(prompt)
      expect(await model.ask(prompt)).toEqual(failure('unusable'))
    })
  })

  test.each([
    ['sources', (numbers: string) => `{"answer":"a","completeness":"whole","sourcesUsed":[${numbers}]}`],
    ['choices', undefined],
  ])('a megabyte of numbers for %s is unusable at once', async (_what, draftOf) => {
    const numbers = Array.from({ length: 450_000 }, () => '1').join(',')
    const body =
      draftOf === undefined
        ? `{"choices":[${numbers}]}`
        : JSON.stringify({ choices: [{ message: { content: draftOf(numbers) } }] })
    server.answer((_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(body))
    const took = await processorMsOf(async () => {
      expect(await open().ask(prompt)).toEqual(failure('unusable'))
    })
    expect(took).toBeLessThan(500)
  })

  describe('that costs money', () => {
    test('counts what its server says was used', async () => {
      server.draft(draft)
      const model = open()
      await model.ask(prompt)
      // 1,000 tokens at 10 kronor a million, 100 at 100.
      expect(budget.kronorToday()).toBeCloseTo(0.02, 6)
    })

    test('is not believed when it tells of a use that no call can have', async () => {
      server.answer((_, response) =>
        json(response, 200, {
          choices: [{ finish_reason: 'stop', message: { content: JSON.stringify(draft) } }],
          usage: { prompt_tokens: 1e308, completion_tokens: 1e308 },
        }),
      )
      await open().ask(prompt)
      expect(budget.kronorToday()).toBeLessThan(3)
    })

    test('is not asked when the day may not be enough, and is the day after', async () => {
      server.draft(draft)
      // Two thousand tokens out may cost 0.20.
      budget = budgetOf(0.225)
      const model = open()
      expect(await model.ask(prompt)).toEqual({ kind: 'draft', draft })
      expect(await model.ask(prompt)).toEqual({ kind: 'draft', draft })
      expect(await model.ask(prompt)).toEqual(failure('over-budget'))
      expect(server.asked).toHaveLength(2)
      day = '2026-11-25'
      expect(budget.kronorToday()).toBe(0)
      expect(await model.ask(prompt)).toEqual({ kind: 'draft', draft })
    })

    test('is not asked twice at once for the same money', async () => {
      server.draft(draft)
      budget = budgetOf(0.22)
      const model = open()
      const both = await Promise.all([model.ask(prompt), model.ask(prompt)])
      expect(both).toEqual([{ kind: 'draft', draft }, failure('over-budget')])
    })

    test('costs the most it can when nobody says what it cost', async () => {
      server.answer(() => undefined)
      const model = open({ deadlineMs: 60 })
      await model.ask(prompt)
      expect(budget.kronorToday()).toBeGreaterThan(0.2)
    })

    test('costs nothing when it turned the request away', async () => {
      server.answer((_, response) => json(response, 500, {}))
      const model = open()
      await model.ask(prompt)
      expect(budget.kronorToday()).toBe(0)
    })
  })
})
