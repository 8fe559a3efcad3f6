// The feed of the home care behind a real server, and a planning system that signs what it sends.
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { createHomeCareFeed, signatureHeader, timestampHeader } from '../../adapters/home-care'
import { signatureOf, timestampOf } from '../../adapters/signed-door'
import type { City } from '../../bot/contracts/city/city'
import type { Clock } from '../../bot/contracts/basics/clock'
import { noHomeCareObserver, type HomeCareObserver } from '../../bot/contracts/home-care/home-care'
import { silentLogger, type Logger } from '../../bot/contracts/basics/logger'
import type { Store } from '../../bot/contracts/store/store'
import { isOpaque } from '../../bot/home-care/reference'
import { createTakeFeed } from '../../bot/home-care/take-feed'
import { city as sampleCity } from '../bot/dialog/dialog-builder'

export const feedSecret = 'the secret of the planning system'

export interface FeedAnswer {
  readonly status: number
  readonly body: unknown
  readonly headers: IncomingHttpHeaders
}

export interface FeedServer {
  readonly url: string
  /** Signs and sends; `changes` replaces headers, and leaves out those that are undefined. */
  post(
    body: unknown,
    changes?: Readonly<Record<string, string | undefined>>,
    secret?: string,
  ): Promise<{ readonly status: number; readonly body: unknown }>
  stop(): Promise<void>
}

export interface FeedServerOptions {
  readonly store: Store
  readonly clock: Clock
  readonly secrets?: readonly string[]
  readonly city?: City
  readonly observer?: HomeCareObserver
  readonly logger?: Logger
}

export async function startFeedServer(options: FeedServerOptions): Promise<FeedServer> {
  const { store, clock, secrets = [feedSecret], city = sampleCity, observer = noHomeCareObserver } = options
  const router = createHomeCareFeed({
    secrets,
    take: createTakeFeed({ store, city: () => city, clock, observer }),
    isOpaque: (text) => isOpaque(text, clock.now().toISOString().slice(0, 10)),
    clock,
    logger: options.logger ?? silentLogger,
    observer,
  })
  const server = createServer(express().use(router)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/homecare/events`
  return {
    url,
    async post(body, changes = {}, secret = feedSecret) {
      const bytes = Buffer.isBuffer(body)
        ? body
        : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
      const timestamp = changes[timestampHeader] ?? timestampOf(clock.now())
      const headers: Readonly<Record<string, string | undefined>> = {
        'content-type': 'application/json',
        [timestampHeader]: timestamp,
        [signatureHeader]: signatureOf(secret, timestamp, bytes),
        ...changes,
      }
      const given = Object.entries(headers).filter((one): one is [string, string] => one[1] !== undefined)
      const response = await fetch(url, { method: 'POST', headers: given, body: new Uint8Array(bytes) })
      const text = await response.text()
      return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) }
    },
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

let made = 0
/** An event as the planning system writes it. */
export function wireEvent(
  type: string,
  seq: number,
  changes: Readonly<Record<string, unknown>> = {},
): object {
  made += 1
  return {
    eventId: `10000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    type: `visit.${type}`,
    visitId: 'visit-1',
    clientRef: 'client-1',
    legalBasis: 'SoL',
    windowStart: '2026-11-24T08:00:00+01:00',
    windowEnd: '2026-11-24T09:00:00+01:00',
    occurredAt: '2026-11-24T02:00:00+01:00',
    seq,
    ...changes,
  }
}
