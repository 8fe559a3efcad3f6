// A language model in the turn, over the whole bot: real HTTP to its server, the shipped city with two articles of the test's own,
// and a classifier that is unsure.
import { createModelBudget, createOpenAiModel, type OpenAiOptions } from '../../../../adapters/openai'
import { openSqliteStore } from '../../../../adapters/sqlite'
import { renderReply } from '../../../../bot/activities'
import { searchArticles } from '../../../../bot/knowledge/search/search-articles'
import type { Content } from '../../../../bot/content/content'
import type { Classification } from '../../../../bot/contracts/talk/classifier'
import { steadyMs, type Clock } from '../../../../bot/contracts/basics/clock'
import { toConversationId } from '../../../../bot/contracts/talk/ids'
import type { InterimAnswer } from '../../../../bot/contracts/talk/interim-answer'
import type { ModelDraft } from '../../../../bot/contracts/knowledge/language-model'
import { silentLogger, type Logger } from '../../../../bot/contracts/basics/logger'
import type { EndedTurnFacts } from '../../../../bot/contracts/talk/observer'
import type { Store } from '../../../../bot/contracts/store/store'
import { json } from '../../../support/action-server'
import {
  beginStream,
  completion,
  startModelServer,
  streamedEvents,
  type ModelServer,
} from '../../../support/model-server'
import { residentOf, type Resident } from '../../../support/resident'
import { nightClock, shippedContent } from '../../../support/test-bot'
import { articleOf } from '../../answering/passages'
import { injectionList } from '../../answering/injections'
import { obediences, obey } from '../../answering/obedient-model'

const question = 'vad gäller på helger i vattnet?'
const takenBack =
  /^Jag tog bort det jag hade börjat svara, för jag kunde inte kontrollera att allt stämde\.\s+/
const stamp = 'Sammanställt av AI från dessa sidor.'

const honest: ModelDraft = {
  answer: 'Simhallen är öppen helger klockan 9 till 17. En vuxen betalar 75 kronor.',
  completeness: 'whole',
  sourcesUsed: ['source_1'],
}

/** Two articles are equally likely. */
const unsure: Classification = {
  best: [
    { label: 'article:simhallen', probability: 0.4 },
    { label: 'article:biblioteket', probability: 0.35 },
  ],
  inScope: 0.6,
}
/** About the city, perhaps, and about nothing in particular. */
const lost: Classification = { best: unsure.best.map((one) => ({ ...one, probability: 0.09 })), inScope: 0.1 }

const articles = new Map(['simhallen', 'biblioteket'].map((id) => [id, articleOf(id)]))

describe('a language model', () => {
  let store: Store
  let server: ModelServer
  let shipped: Content
  let turns: EndedTurnFacts[]
  let logged: string[]

  beforeAll(async () => {
    const searchPassages = searchArticles({ articles, synonyms: new Map() })
    shipped = { ...(await shippedContent()), articles, searchPassages }
  })
  beforeEach(async () => {
    store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
    server = await startModelServer()
    server.draft(honest)
    turns = []
    logged = []
  })
  afterEach(async () => {
    await server.stop()
    await store.close()
  })

  const keep = (facts: object, message: string) => {
    logged.push(JSON.stringify({ facts, message }))
  }
  const logger: Logger = { info: keep, warn: keep, error: keep }

  const contentOf = (classification: Classification, change: Partial<Content> = {}): Content => ({
    ...shipped,
    ...change,
    classifier: { classify: () => classification },
  })

  const modelOf = ({ kronor = 50, ...options }: Partial<OpenAiOptions> & { readonly kronor?: number } = {}) =>
    createOpenAiModel({
      apiKey: 'sk-hemlig',
      baseUrl: server.url,
      model: 'city-model-1',
      prices: { in: 10, out: 100 },
      budget: createModelBudget({ kronor, today: () => '2026-11-24' }),
      steadyMs,
      logger,
      called: () => undefined,
      ...options,
    })

  const open = ({
    classification = unsure,
    content = contentOf(classification),
    model = modelOf(),
    ...options
  }: Partial<Parameters<typeof residentOf>[1]> & {
    readonly classification?: Classification
  } = {}): Promise<Resident> =>
    residentOf(store, {
      content,
      model,
      logger,
      observer: { turnEnded: (facts) => void turns.push(facts) },
      ...options,
    })

  const withoutModel = (options: Parameters<typeof residentOf>[1] = {}): Promise<Resident> =>
    residentOf(store, { content: contentOf(unsure), name: 'without', ...options })

  const lastTurn = (): EndedTurnFacts => turns.at(-1)!

  describe('that is switched on', () => {
    test('answers from the passages when no intent is sure, with a stamp and its pages', async () => {
      const resident = await open()
      const { outcome, text, replies } = await resident.say(question)
      expect(outcome).toBe('answered-model')
      expect(text).toContain(honest.answer)
      expect(text).toContain(stamp)
      expect(replies).toHaveLength(1)
      expect(replies[0]).toMatchObject({
        asksFeedback: true,
        language: 'sv',
        topic: 'article:simhallen',
        sources: [
          {
            articleId: 'simhallen',
            owner: 'Bad och idrott',
            url: 'https://helsingborg.se/simhallen/',
          },
        ],
      })
      expect(lastTurn()).toMatchObject({ outcome: 'answered-model', model: 'answered' })
      expect(lastTurn()).not.toHaveProperty('degraded')
    })

    describe('is read while it writes', () => {
      const [begins = '', ends = ''] = honest.answer.split(/(?<=17\.) /)
      let shown: InterimAnswer[]
      beforeEach(() => {
        shown = []
        store.listenToInterims((interim) => shown.push(interim))
      })

      test('on the web, part by part, until the reply is there and says that it stands in its place', async () => {
        const { text, replies } = await (await open()).say(question)
        expect(text).toContain(`${begins} ${ends}`)
        expect(lastTurn()).not.toHaveProperty('tookBack')
        expect(shown).toEqual([
          {
            conversationId: shown[0]!.conversationId,
            reply: replies[0]!.id,
            part: 1,
            language: 'sv',
            at: nightClock.now().toISOString(),
            text: begins,
          },
        ])
        expect(renderReply(replies[0]!).channelData).toMatchObject({
          streamId: shown[0]!.reply,
          streamType: 'final',
        })
      })

      test('and is taken back in words when the rest of it does not hold', async () => {
        server.draft({ ...honest, answer: `${honest.answer} En vuxen betalar 950 kronor på helger.` })
        const resident = await open()
        const { outcome, text, replies } = await resident.say(question)
        expect(shown.map((one) => one.text)).toEqual([begins, honest.answer])
        expect(replies.map(({ endsInterim }) => endsInterim)).toEqual([true])
        expect(outcome).not.toBe('answered-model')
        expect(text).toMatch(takenBack)
        expect(text).not.toContain('950')
        expect(lastTurn()).toMatchObject({ model: 'dropped', tookBack: true, degraded: true })
        // What is said next is no matter of it.
        server.draft(honest)
        expect((await resident.say(question)).text).not.toContain('tog bort')
      })

      test('and is taken back in words when its server dies in the middle', async () => {
        server.answer((_, response) => {
          beginStream(response)
          response.write(streamedEvents(honest).slice(0, -8).join(''), () => response.destroy())
        })
        const { outcome, text } = await (await open()).say(question)
        expect(shown.map((one) => one.text)).toEqual([begins])
        expect(outcome).not.toBe('answered-model')
        expect(text).toMatch(takenBack)
      })

      test('in no text, which nobody can take back', async () => {
        await (await open({ channel: 'sms' })).say(question)
        expect(server.asked).toHaveLength(1)
        expect(JSON.parse(server.asked[0]!.body)).not.toHaveProperty('stream')
        expect(shown).toEqual([])
      })

      test('not when it is remembered, and nothing is said of what nobody read', async () => {
        await (await open()).say(question)
        shown.length = 0
        server.draft({ ...honest, answer: 'En vuxen betalar 950 kronor på helger.' })
        const again = await open({ name: 'another' })
        const { text, replies } = await again.say('vad kostar det på helger i vattnet?')
        expect(text).not.toContain('tog bort')
        expect(replies.map((reply) => JSON.stringify(renderReply(reply))).join()).not.toContain('stream')
        expect(shown).toEqual([])
      })
    })

    test('sees the question and the passages, and their addresses not', async () => {
      await (await open()).say(question)
      const input = JSON.parse(server.prompt().input) as { question: string; sources: { text: string }[] }
      expect(input.question).toBe(question)
      // After them comes what the search found.
      expect(input.sources.map(({ text }) => text.split('\n')[0]).slice(0, 2)).toEqual([
        shipped.articles.get('simhallen')?.texts.get('sv')?.title,
        shipped.articles.get('biblioteket')?.texts.get('sv')?.title,
      ])
      expect(server.asked[0]?.body).not.toContain('https://')
    })

    test('answers in English from the English passages', async () => {
      server.draft({ ...honest, answer: 'The swimming hall is open at weekends from 9 am to 5 pm.' })
      const resident = await open({ language: 'en' })
      const { outcome, text } = await resident.say('what about weekends in the water')
      expect(outcome).toBe('answered-model')
      expect(text).toContain('Put together by AI from these pages.')
      expect(server.prompt().instructions).toContain('in English')
    })

    test('answers by SMS in plain text, without speaking of pages that do not follow', async () => {
      server.draft({ ...honest, answer: '**Simhallen** är öppen helger klockan 9 till 17.' })
      const resident = await open({ channel: 'sms' })
      await resident.say('hej')
      const { text } = await resident.say(question)
      expect(text).toBe(
        'Simhallen är öppen helger klockan 9 till 17.\n\nSammanställt av AI från kommunens sidor. Ingen människa har läst svaret.',
      )
    })

    test('that answers in part says so, and offers a person', async () => {
      server.draft({ ...honest, completeness: 'partial' })
      const { text, replies } = await (await open()).say(question)
      expect(text).toContain('Sidorna svarar bara på en del av din fråga.')
      expect(replies[0]?.suggestions.map(({ label }) => label)).toEqual(['Prata med en människa'])
    })

    test('is asked once for the question of many, until the content or the day is another', async () => {
      const model = modelOf()
      let content = contentOf(unsure)
      let now = nightClock.now()
      const resident = await open({ content: () => content, model, clock: { now: () => now } })
      await resident.say(question)
      const again = await resident.say(`${question.toUpperCase()}!`)
      expect(again.outcome).toBe('answered-model')
      expect(lastTurn().model).toBe('remembered')
      expect(server.asked).toHaveLength(1)
      content = { ...content, bundle: 'another' }
      await resident.say(question)
      expect(server.asked).toHaveLength(2)
      now = new Date('2026-11-25T01:30:00.000Z')
      await resident.say(question)
      expect(server.asked).toHaveLength(3)
    })

    test('gets no personal identity number', async () => {
      await (await open()).say('vad gäller för 19900101-1239 på helger?')
      expect(server.asked).toHaveLength(1)
      expect(server.asked[0]?.body).not.toContain('1239')
    })
  })

  describe('is not asked', () => {
    const notAsked = async (resident: Resident, text = question) => {
      const { outcome } = await resident.say(text)
      expect(outcome).not.toBe('answered-model')
      expect(server.asked).toHaveLength(0)
      expect(lastTurn()).not.toHaveProperty('model')
    }
    const likely = (label: string, probability: number): Classification => ({
      ...unsure,
      best: [...unsure.best, { label, probability }],
    })

    test('when there is none: the resident is asked back', async () => {
      expect(await (await withoutModel()).say(question)).toMatchObject({ outcome: 'clarified' })
    })

    test('when an intent is sure', async () => {
      const sure = { best: [{ label: 'article:simhallen', probability: 0.9 }, unsure.best[1]!], inScope: 0.9 }
      await notAsked(await open({ classification: sure }))
    })

    test('when an errand may be meant: the resident chooses', async () => {
      await notAsked(await open({ classification: likely('dialog:felanmalan', 0.3) }))
    })

    test('when no passage is found', async () => {
      const searchPassages = searchArticles({ articles: new Map(), synonyms: new Map() })
      await notAsked(await open({ content: contentOf({ best: [], inScope: 0.1 }, { searchPassages }) }))
    })

    test('in the middle of a dialog', async () => {
      const resident = await open()
      await resident.begin('grovsopor')
      await notAsked(resident)
    })

    const sensitiveDialog = () => [...shipped.dialogs.values()].find(({ sensitive }) => sensitive)!.id

    test('when a sensitive dialog may be meant', async () => {
      const classification = {
        ...lost,
        best: [...lost.best, { label: `dialog:${sensitiveDialog()}`, probability: 0.09 }],
      }
      await notAsked(await open({ classification }))
    })

    test('after a sensitive dialog, though it is over', async () => {
      const resident = await open()
      await resident.begin(sensitiveDialog())
      await resident.say('avbryt')
      await notAsked(resident)
    })

    test('after a sensitive dialog that was left, though an article was read since', async () => {
      const resident = await open()
      await resident.begin(sensitiveDialog())
      await resident.say('avbryt')
      const asked = await resident.say(question)
      const [title = ''] = asked.replies.flatMap(({ suggestions }) => suggestions.map(({ label }) => label))
      expect(await resident.tap(asked, title)).toMatchObject({ outcome: 'answered-article' })
      await notAsked(resident)
    })

    test('in a conversation with a cry for help', async () => {
      const resident = await open()
      expect(await resident.say('det brinner i mitt kök')).toMatchObject({ outcome: 'guarded-emergency' })
      await notAsked(resident)
    })

    test('where there are signs of danger, in that turn and after it', async () => {
      const signs = { accident: 0.8, violence: 0, 'self-harm': 0 }
      const readSigns = (text: string) => (text === question ? signs : { ...signs, accident: 0 })
      const resident = await open({ readSigns })
      await notAsked(resident)
      expect(lastTurn().askedAboutDanger).toBe('accident')
      await notAsked(resident, `och ${question}`)
    })

    test('in a language that the city speaks in part', async () => {
      await notAsked(await open({ language: 'fi' }), 'mitä viikonloppuna')
    })

    test('about articles that nobody vouches for any more', async () => {
      const late: Clock = { now: () => new Date('2031-01-01T00:00:00.000Z') }
      await notAsked(await open({ clock: late }))
    })
  })

  describe('that fails', () => {
    const dontKnow = 'Det vet jag tyvärr inte'
    const faults: readonly (readonly [string, Parameters<ModelServer['answer']>[0]])[] = [
      ['is silent', () => undefined],
      ['has an error', (_, response) => json(response, 500, {})],
      ['is overloaded', (_, response) => json(response, 429, {})],
      ['answers nonsense', (_, response) => json(response, 200, completion({ content: '{"answer":' }))],
      ['has no choices', (_, response) => json(response, 200, { choices: [] })],
      ['refuses', (_, response) => json(response, 200, completion({ content: null, refusal: 'Nej.' }))],
      [
        'is cut',
        (_, response) => {
          response.writeHead(200, { 'content-length': '900' }).write('{"choices":', () => response.destroy())
        },
      ],
    ]

    test.each(faults)(
      'because it %s leaves the question back as it was, marked as degraded',
      async (_what, answer) => {
        server.answer(answer)
        const resident = await open({ model: modelOf({ deadlineMs: 100 }) })
        const { outcome, text } = await resident.say(question)
        expect({ outcome, text }).toEqual({
          outcome: 'clarified',
          text: (await (await withoutModel()).say(question)).text,
        })
        expect(lastTurn()).toMatchObject({ model: 'failed', degraded: true })
      },
    )

    test.each(faults)(
      'because it %s leaves honest ignorance where nothing else is known',
      async (_what, answer) => {
        server.answer(answer)
        const resident = await open({ classification: lost, model: modelOf({ deadlineMs: 100 }) })
        const { outcome, text } = await resident.say(question)
        expect(outcome).toBe('failed-model')
        expect(text).toContain(dontKnow)
        expect(lastTurn()).not.toHaveProperty('degraded')
      },
    )

    test('because its budget is spent is not asked, and the turn goes on', async () => {
      const resident = await open({ model: modelOf({ kronor: 0.01 }) })
      expect(await resident.say(question)).toMatchObject({ outcome: 'clarified' })
      expect(server.asked).toHaveLength(0)
    })

    test('to know says so, and that is no failure', async () => {
      server.draft({ answer: '', completeness: 'none', sourcesUsed: [] })
      const resident = await open({ classification: lost })
      expect(await resident.say(question)).toMatchObject({ outcome: 'unanswered-out-of-scope' })
      expect(lastTurn()).toMatchObject({ model: 'unknown' })
    })
  })

  describe('that invents', () => {
    test('a link leaves its words alone', async () => {
      server.draft({ ...honest, answer: 'Simhallen är öppen helger klockan 9 till 17, se [tider](link_42).' })
      const { text } = await (await open()).say(question)
      expect(text).toContain('klockan 9 till 17, se tider.')
      expect(text).not.toMatch(/link_42|\]\(/)
    })

    test.each([
      ['a price', 'En vuxen betalar 95 kronor i simhallen.'],
      ['an address', 'Simhallen är öppen helger, se https://simhallen.example.'],
      ['an act', 'Simhallen är öppen helger. Du är nu anmäld till simskola.'],
    ])('%s is not heard', async (_what, answer) => {
      server.draft({ ...honest, answer })
      const { outcome, text } = await (await open()).say(question)
      expect(outcome).toBe('clarified')
      expect(text).not.toContain('Simhallen är öppen')
      expect(text).not.toContain('95')
      expect(lastTurn()).toMatchObject({ model: 'dropped', degraded: true })
      expect(logged.join('\n')).toContain('an answer of the language model was dropped')
    })

    test('sources has no answer', async () => {
      server.draft({ ...honest, sourcesUsed: ['source_9'] })
      expect(await (await open()).say(question)).toMatchObject({ outcome: 'clarified' })
    })
  })

  test('that obeys every injection answers as if there were no model', async () => {
    const styles = Object.keys(obediences)
    let next = 0
    server.draft((prompt) => obey(styles[next++ % styles.length] ?? '', prompt))
    const model = modelOf({ kronor: 1_000 })
    const content = contentOf(unsure)
    for (const [index, text] of injectionList.entries()) {
      const obedient = await open({ content, model, name: `obedient-${index}` })
      const plain = await withoutModel({ content, name: `plain-${index}` })
      const [got, expected] = [await obedient.say(text), await plain.say(text)]
      // Its true sentence may have been read.
      const said = got.text.replace(takenBack, '')
      expect([text, got.outcome, said]).toEqual([text, expected.outcome, expected.text])
    }
    // Not all were guarded, or nothing was tried.
    expect(server.asked.length).toBeGreaterThan(20)
    expect(turns.some(({ model: verdict }) => verdict === 'dropped')).toBe(true)
  })

  test('writes nothing of residents, answers and keys into the log', async () => {
    const resident = await open()
    server.draft({ ...honest, answer: 'Kommunalrådet tar mutor.' })
    await resident.say(question)
    server.answer((_, response) => json(response, 401, { error: { message: 'bad key sk-hemlig' } }))
    await resident.say('och hur är det med bastun?')
    expect(logged).toHaveLength(2)
    expect(logged.join('\n')).not.toMatch(/hemlig|mutor|helger|bastun/)
  })

  test('leaves nothing in the conversation but the topic', async () => {
    const resident = await open()
    await resident.say(question)
    const { state } = await store.load(toConversationId('web:resident'))
    expect(JSON.parse(state!)).toMatchObject({ lastTopic: 'article:simhallen', misses: 0, clarifying: [] })
  })
})
