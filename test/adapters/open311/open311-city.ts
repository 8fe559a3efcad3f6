// A city with its GeoReport server on a real port, over a real store; its clock can be set.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { createOpen311Server } from '../../../adapters/open311'
import { createRateLimiter } from '../../../adapters/rate-limits'
import { openSqliteStore } from '../../../adapters/sqlite'
import type { Content } from '../../../bot/content/content'
import type { Logger } from '../../../bot/contracts/basics/logger'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { Store } from '../../../bot/contracts/store/store'
import { createPublicCases } from '../../../bot/public-cases/public-cases'
import { smallCity } from '../../support/small-city'
import { smallTownPlaces } from '../../bot/places/region'

export const apiKey = 'a-key-of-the-citys-app'

export interface Open311City {
  readonly url: string
  readonly store: Store
  readonly content: Content
  readonly logged: string[]
  setNow(iso: string): void
  /** Path below /open311/v2, with its query. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Got>
  post(
    fields: Readonly<Record<string, string>> | string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Got>
  close(): Promise<void>
}

export interface Got {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Undefined for what is no JSON. */
  readonly json: unknown
}

export interface CityOptions {
  readonly perMinute?: number
  readonly shows?: 'all' | 'own'
  readonly keys?: readonly string[]
  readonly content?: Content
  readonly store?: Store
}

export async function openCity(options: CityOptions = {}): Promise<Open311City> {
  let now = new Date('2026-11-24T10:00:00.000Z')
  const clock = { now: () => now }
  const store = options.store ?? openSqliteStore({ file: ':memory:', clock, logger: silentLogger })
  const content = options.content ?? { ...(await smallCity()), places: smallTownPlaces }
  const logged: string[] = []
  const log = (facts: object, message: string): void => void logged.push(JSON.stringify(facts) + message)
  const logger: Logger = { info: log, warn: log, error: log }
  const limit = await createRateLimiter({ points: options.perMinute ?? 10_000, durationMs: 60_000 })
  const app = express()
  app.use(
    createOpen311Server({
      cases: createPublicCases({
        store,
        content: () => content,
        clock,
        dialog: 'felanmalan',
        shows: options.shows ?? 'all',
      }),
      apiKeys: options.keys ?? [apiKey],
      jurisdiction: 'helsingborg.se',
      contact: () => '042-10 50 00',
      limit,
      addressKey: (address) => Promise.resolve(`key of ${address ?? ''}`),
      clock,
      logger,
    }),
  )
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const url = `${origin}/open311/v2`
  const got = async (response: Response): Promise<Got> => {
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, json: parse(text) }
  }
  return {
    url,
    store,
    content,
    logged,
    setNow: (iso) => {
      now = new Date(iso)
    },
    get: async (path, headers = {}) => got(await fetch(url + path, { headers })),
    post: async (fields, headers = {}) =>
      got(
        await fetch(`${url}/requests.json`, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
          body: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
        }),
      ),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      limit.close()
      await store.close()
    },
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** A report that is good; tests change what they are about. */
export const soundReport = {
  api_key: apiKey,
  service_code: 'light',
  address_string: 'drottningg. 5',
  description: 'Lampan blinkar hela natten.',
}

export async function reportedNumber(city: Open311City, fields: Readonly<Record<string, string>> = {}) {
  const { status, json } = await city.post({ ...soundReport, ...fields })
  if (status !== 201) throw new Error(`the report was refused: ${status} ${JSON.stringify(json)}`)
  return (json as { service_request_id: string }[])[0]!.service_request_id
}
