// Posts of messages against a bare Express 5 JSON echo, by the same load generator, in turn.
import { Agent, request } from 'node:http'
import { percentile, rounded } from './figures'
import { serveChild, type ServedChild } from './serve-child'
import { startConversation } from './start-conversation'

const connections = 50
const warmUpPosts = 500
const posts = 4_000
const rounds = 3

interface Post {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

function send(agent: Agent, { url, headers, body }: Post): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        agent,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          ...headers,
        },
      },
      (response) => {
        response.resume()
        response.once('end', () => {
          resolve(response.statusCode ?? 0)
        })
      },
    )
    sent.once('error', reject)
    sent.end(body)
  })
}

/** Posts per second, and each post's time; a status other than 200 ends the measurement. */
async function load(makePost: (n: number) => Post, count: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const samplesMs: number[] = []
  let next = 0
  const worker = async () => {
    while (next < count) {
      next += 1
      const startedAt = performance.now()
      const status = await send(agent, makePost(next))
      if (status !== 200) throw new Error(`a post was answered with ${status}`)
      samplesMs.push(performance.now() - startedAt)
    }
  }
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: connections }, worker))
  const perSecond = samplesMs.length / ((performance.now() - startedAt) / 1_000)
  agent.destroy()
  return { perSecond, p99Ms: percentile(samplesMs, 0.99) }
}

async function messagePosts(url: string): Promise<(n: number) => Post> {
  const talks = await Promise.all(Array.from({ length: connections * 4 }, () => startConversation(url)))
  return (n) => {
    const talk = talks[n % talks.length]
    return {
      url: `${url}/v3/directline/conversations/${talk?.conversationId ?? ''}/activities`,
      headers: { authorization: `Bearer ${talk?.token ?? ''}` },
      body: JSON.stringify({
        type: 'message',
        text: 'hur sorterar jag plast',
        locale: 'sv',
        channelData: { clientActivityID: `bench-${url}-${n}-${Math.random()}` },
      }),
    }
  }
}

const echoPosts = (url: string) => (): Post => ({
  url: `${url}/echo`,
  headers: {},
  body: JSON.stringify({ type: 'message', text: 'hur sorterar jag plast', locale: 'sv' }),
})

async function measure(server: ServedChild, makePost: (n: number) => Post) {
  await load(makePost, warmUpPosts)
  const runs = []
  for (let round = 0; round < rounds; round += 1) runs.push(await load(makePost, posts))
  await server.stop()
  return {
    perSecond: percentile(
      runs.map((run) => run.perSecond),
      0.5,
    ),
    p99Ms: percentile(
      runs.map((run) => run.p99Ms),
      0.5,
    ),
  }
}

export async function benchHttp(): Promise<Readonly<Record<string, number>>> {
  const echoServer = await serveChild(['scripts/bench/echo-server.cjs'])
  const echo = await measure(echoServer, echoPosts(echoServer.url))
  const city = await serveChild(['dist/main.js'], {
    MESSAGES_PER_MINUTE: '10000',
    STARTS_PER_MINUTE: '100000',
  })
  const messages = await measure(city, await messagePosts(city.url))
  return {
    httpPostsPerSecond: rounded(messages.perSecond),
    httpPostP99Ms: rounded(messages.p99Ms),
    httpEchoPerSecond: rounded(echo.perSecond),
    httpPostsShareOfEcho: rounded(messages.perSecond / echo.perSecond),
  }
}
