// The file a resident saves: it is read in an editor, where marks are only in the way.
import { DygnetError } from '../../../bot/contracts/basics/errors'
import { toConversationId, toMessageId } from '../../../bot/contracts/talk/ids'
import type { Store } from '../../../bot/contracts/store/store'
import { longestStandstillMs } from '../../support/processor-time'
import { begin, call, inRoom, post, type Talk } from '../../support/direct-line-client'
import { startTestServer, type TestServer } from '../../support/web-chat-server'

/** A store that reads so many pages more, and none after them. */
function createOutageOfReads() {
  let left = Infinity
  return {
    failReadsAfter: (pages: number) => {
      left = pages
    },
    wrapStore: (store: Store): Store => ({
      ...store,
      linesAfter: (...page) =>
        (left -= 1) < 0
          ? Promise.reject(new DygnetError('store-unavailable', 'a test switched it off'))
          : store.linesAfter(...page),
    }),
  }
}

const outage = createOutageOfReads()
let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ wrapStore: outage.wrapStore })
})
afterEach(() => {
  outage.failReadsAfter(Infinity)
})
afterAll(() => server.stop())

async function talkOf(lines: number, text: string): Promise<Talk> {
  const talk = await begin(server)
  const conversationId = toConversationId(talk.id)
  for (let n = 0; n < lines; n += 1)
    await server.store.accept({
      id: toMessageId(`m${n}`),
      conversationId,
      channel: 'web',
      receivedAt: '2026-11-29T10:00:00.000Z',
      content: { kind: 'text', text: `${n} ${text}`, ...(n === 0 && { cut: true }) },
    })
  return talk
}

it('has every line of a long talk once and in order, and gives others their turn while it is written', async () => {
  const talk = await talkOf(600, 'x\n'.repeat(7_500))
  const chunks: Uint8Array[] = []
  const longest = await longestStandstillMs(async () => {
    const { body } = await fetchIt(talk)
    for await (const chunk of body ?? []) chunks.push(chunk as Uint8Array)
  })
  const saved = Buffer.concat(chunks).toString('utf8')
  const numbers = [...saved.matchAll(/\r\n(\d+) x\r\n/g)].map(([, n]) => Number(n))
  expect(numbers).toEqual(Array.from({ length: 600 }, (_, n) => n))
  expect(saved).toContain('[Meddelandet var för långt, så resten av det är inte sparat]')
  expect(longest).toBeLessThan(500)
})

it('is written once at a time for a conversation', async () => {
  const talk = await talkOf(400, 'x'.repeat(15_000))
  const first = await fetchIt(talk)
  expect((await fetchIt(talk)).status).toBe(429)
  expect((await first.text()).length).toBeGreaterThan(6_000_000)
  expect((await fetchIt(talk)).status).toBe(200)
})

it('is broken off when the store fails in the middle of it, which the log tells', async () => {
  const talk = await talkOf(60, 'x'.repeat(15_000))
  // The language, and the first page.
  outage.failReadsAfter(2)
  await expect(fetchIt(talk).then((response) => response.text())).rejects.toThrow('terminated')
  expect(server.logger.lines).toMatchObject([
    { level: 'warn', message: 'a transcript was broken off in the middle' },
  ])
})

const fetchIt = (talk: Talk) =>
  fetch(server.url + inRoom(talk, '/transcript'), { headers: { authorization: `Bearer ${talk.token}` } })

it('has replies without marks and what the resident wrote exactly as written', async () => {
  const talk = await begin(server)
  const text = '**Storgatan 12\\_B** [läs](https://example.se/sopor)'
  await post(server, talk, { type: 'message', text })
  await server.chat.close()
  const saved = await call(server, 'GET', inRoom(talk, '/transcript'), { token: talk.token })
  expect(saved.text.split('\r\n').filter((line) => line.includes('Storgatan'))).toEqual([
    text,
    'Du skrev: Storgatan 12\\_B läs https://example.se/sopor',
  ])
})
