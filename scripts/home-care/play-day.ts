// Plays a day of a planning system against a feed: signs and sends what is due, again when the server cannot.
import { setTimeout as sleep } from 'node:timers/promises'
import { signatureHeader, timestampHeader } from '../../adapters/home-care'
import { signatureOf, timestampOf } from '../../adapters/signed-door'
import { minuteMs } from '../../bot/contracts/basics/durations'
import { feedResults, type FeedCounts } from '../../bot/contracts/home-care/home-care'
import { dayEnd, dayStart, planDay, type Fate, type Sending } from './planning-day'

export interface PlayOptions {
  /** Of the server: `http://localhost:3978`. */
  readonly url: string
  readonly secret: string
  readonly seed: number
  readonly clients: number
  /** How many times faster than a real day. */
  readonly speed: number
  readonly progress: (line: string) => void
}

export interface Played {
  readonly requests: number
  readonly counts: FeedCounts
  readonly fates: ReadonlyMap<string, Fate>
}

const tickMs = 50
const progressEveryMs = 5_000
const eventsARequest = 200
const retries = 20
const retryMs = 500

/** @throws Error when the server refuses, or cannot for long. */
export async function playDay(options: PlayOptions): Promise<Played> {
  const { seed, clients, speed, progress } = options
  const startMs = Date.now()
  const msOf = (minute: number) => startMs + ((minute - dayStart) * minuteMs) / speed
  const toTime = (minute: number) => new Date(msOf(minute)).toISOString()
  const run = startMs.toString(36)
  const { sendings, fates } = planDay({ seed, clients, run, toTime })
  let requests = 0
  let counts: FeedCounts = { accepted: 0, repeated: 0, dropped: 0, dead: 0 }
  let toldMs = startMs
  for (let next = 0; next < sendings.length;) {
    const due = dueOf(sendings, next, (minute) => msOf(minute) <= Date.now())
    if (due.length === 0) {
      await sleep(tickMs)
      continue
    }
    const answered = await post(due, options)
    counts = Object.fromEntries(feedResults.map((one) => [one, counts[one] + answered[one]])) as FeedCounts
    requests += 1
    next += due.length
    if (Date.now() - toldMs < progressEveryMs) continue
    toldMs = Date.now()
    progress(
      `${clockAt(sendings[next - 1]?.minute ?? dayEnd)}  ${next} av ${sendings.length} händelser skickade`,
    )
  }
  return { requests, counts, fates }
}

function dueOf(
  sendings: readonly Sending[],
  from: number,
  isDue: (minute: number) => boolean,
): readonly Sending[] {
  const most = sendings.slice(from, from + eventsARequest)
  const first = most.findIndex(({ minute }) => !isDue(minute))
  return first === -1 ? most : most.slice(0, first)
}

const clockAt = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}.${String(Math.floor(minute % 60)).padStart(2, '0')}`

async function post(sendings: readonly Sending[], { url, secret }: PlayOptions): Promise<FeedCounts> {
  const body = Buffer.from(JSON.stringify(sendings.map(({ event }) => event)))
  for (let attempt = 1; ; attempt += 1) {
    const timestamp = timestampOf(new Date())
    const headers = {
      'content-type': 'application/json',
      [timestampHeader]: timestamp,
      [signatureHeader]: signatureOf(secret, timestamp, body),
    }
    const response = await fetch(`${url}/v1/homecare/events`, {
      method: 'POST',
      headers,
      body: new Uint8Array(body),
    }).catch(() => undefined)
    if (response?.status === 202) return (await response.json()) as FeedCounts
    const answer =
      response === undefined ? 'svarar inte' : `svarade ${response.status} ${await response.text()}`
    if ((response !== undefined && response.status < 500) || attempt === retries)
      throw new Error(`${url} ${answer}`)
    await sleep(retryMs)
  }
}
