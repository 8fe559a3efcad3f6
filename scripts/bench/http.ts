// Posts of messages against a bare Express 5 JSON echo, by the same load generator, in turn.
import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { percentile, rounded } from './figures'
import { serveChild, type ServedChild } from './serve-child'
import { forwardedFrom, startConversation } from './start-conversation'

const connections = 50
const warmUpPosts = 500
const posts = 4_000
const rounds = 3
const answeredWithinMs = 60_000

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

interface Subject {
  readonly makePost: (n: number) => Post
  /** Resolves when all that follows from so many posts, since the server began, is done. */
  readonly settled: (postCount: number) => Promise<void>
}

/**
 * Answered posts per second, the same with the time until everything behind them was done, and each post's time. A status
 * other than 200 ends the measurement.
 */
async function load({ makePost, settled }: Subject, count: number, postsBefore: number) {
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
  const perSecond = () => samplesMs.length / ((performance.now() - startedAt) / 1_000)
  const answeredPerSecond = perSecond()
  await settled(postsBefore + samplesMs.length)
  agent.destroy()
  return { answeredPerSecond, sustainedPerSecond: perSecond(), p99Ms: percentile(samplesMs, 0.99) }
}

async function countTurns(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  return [...text.matchAll(/^dygnet_turns_total\{.*\} (\d+)$/gm)].reduce(
    (sum, [, turns]) => sum + Number(turns),
    0,
  )
}

/** Looks until every message has had its turn, that of the arrival in each conversation included. */
async function untilAnswered(url: string, messageCount: number): Promise<void> {
  const deadline = performance.now() + answeredWithinMs
  while ((await countTurns(url)) < messageCount) {
    if (performance.now() > deadline) throw new Error('some posted messages were never answered')
    await pause(20)
  }
}

async function messagePosts(url: string): Promise<Subject> {
  const talks = await Promise.all(
    Array.from({ length: connections * 4 }, (_, n) => startConversation(url, n)),
  )
  const makePost = (n: number): Post => {
    const from = n % talks.length
    const talk = talks[from]
    return {
      url: `${url}/v3/directline/conversations/${talk?.conversationId ?? ''}/activities`,
      headers: { ...forwardedFrom(from), authorization: `Bearer ${talk?.token ?? ''}` },
      body: JSON.stringify({
        type: 'message',
        text: 'hur sorterar jag plast',
        locale: 'sv',
        channelData: { clientActivityID: `bench-${url}-${n}-${Math.random()}` },
      }),
    }
  }
  return { makePost, settled: (postCount) => untilAnswered(url, talks.length + postCount) }
}

const echoPosts = (url: string): Subject => ({
  makePost: () => ({
    url: `${url}/echo`,
    headers: {},
    body: JSON.stringify({ type: 'message', text: 'hur sorterar jag plast', locale: 'sv' }),
  }),
  settled: () => Promise.resolve(),
})

async function measure(server: ServedChild, subject: Subject) {
  await load(subject, warmUpPosts, 0)
  const runs: Awaited<ReturnType<typeof load>>[] = []
  for (let round = 0; round < rounds; round += 1)
    runs.push(await load(subject, posts, warmUpPosts + round * posts))
  await server.stop()
  const median = (figure: (run: (typeof runs)[number]) => number) => percentile(runs.map(figure), 0.5)
  return {
    answeredPerSecond: median((run) => run.answeredPerSecond),
    sustainedPerSecond: median((run) => run.sustainedPerSecond),
    p99Ms: median((run) => run.p99Ms),
  }
}

export async function benchHttp(): Promise<Readonly<Record<string, number>>> {
  const echoServer = await serveChild(['scripts/bench/echo-server.cjs'])
  const echo = await measure(echoServer, echoPosts(echoServer.url))
  const city = await serveChild(['dist/main.js'], {
    MESSAGES_PER_MINUTE: '10000',
    TRUST_PROXY: '1',
  })
  const messages = await measure(city, await messagePosts(city.url))
  return {
    httpPostsPerSecond: rounded(messages.sustainedPerSecond),
    httpPostsAnsweredPerSecond: rounded(messages.answeredPerSecond),
    httpPostP99Ms: rounded(messages.p99Ms),
    httpEchoPerSecond: rounded(echo.answeredPerSecond),
    httpPostsShareOfEcho: rounded(messages.sustainedPerSecond / echo.answeredPerSecond),
  }
}
