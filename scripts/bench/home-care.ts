// The feed of the home care over real HTTP into a store on disk: a large city's day of visits, with grants that are told of it.
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { createHomeCareFeed, signatureHeader, timestampHeader } from '../../adapters/home-care'
import { signatureOf, timestampOf } from '../../adapters/signed-door'
import { openSqliteStore } from '../../adapters/sqlite'
import { systemClock } from '../../bot/contracts/basics/clock'
import { minuteMs } from '../../bot/contracts/basics/durations'
import { noHomeCareObserver } from '../../bot/contracts/home-care/home-care'
import { silentLogger } from '../../bot/contracts/basics/logger'
import type { Store } from '../../bot/contracts/store/store'
import { pieceRecord } from '../../bot/home-care/grant'
import { createTakeFeed } from '../../bot/home-care/take-feed'
import { loadShippedContent } from '../talk/terminal-bot'
import { percentile, rounded } from './figures'

const visits = 25_000
const eventsOfVisit = 4
const clients = 2_000
/** One client in so many is followed by a relative. */
const followedEvery = 4
const eventsARequest = 100
const requestsAtOnce = 4
const singles = 2_000
const secret = 'bench'

/** Planned, moved, begun and done, within the hour before now. */
function eventsOf(visit: number, nowMs: number): readonly object[] {
  const visitId = `visit-${visit}`
  const clientRef = `client-${visit % clients}`
  const startMs = nowMs - ((visit % 50) + 10) * minuteMs
  const at = (minutes: number) => new Date(startMs + minutes * minuteMs).toISOString()
  const all = { visitId, clientRef, legalBasis: 'SoL' }
  const window = (minutes: number) => ({ windowStart: at(minutes), windowEnd: at(minutes + 60) })
  return [
    { ...all, eventId: randomUUID(), type: 'visit.planned', seq: 1, occurredAt: at(-60), ...window(0) },
    { ...all, eventId: randomUUID(), type: 'visit.changed', seq: 2, occurredAt: at(-30), ...window(5) },
    { ...all, eventId: randomUUID(), type: 'visit.started', seq: 3, occurredAt: at(1) },
    { ...all, eventId: randomUUID(), type: 'visit.completed', seq: 4, occurredAt: at(9) },
  ]
}

async function grantSome(store: Store): Promise<void> {
  const grants = Array.from({ length: clients / followedEvery }, (_, n) => n * followedEvery)
  await Promise.all(
    grants.flatMap((client) => {
      const clientRef = `client-${client}`
      const grant = `grant${client}`
      const registration = {
        kind: 'registered' as const,
        grant,
        clientRef,
        phone: '+46701234567',
        relativeId: `relative-${client}`,
        scopes: ['plan_change' as const, 'completed' as const, 'missed' as const],
        secrecyWaiverRef: 'akt-1',
        processingConsentRef: 'akt-2',
        relativeConsentAt: '2026-01-01T00:00:00.000Z',
        registeredBy: 'bench',
        validFrom: '2026-01-01T00:00:00.000Z',
        validTo: '2100-01-01T00:00:00.000Z',
        alias: 'M',
        language: 'sv',
      }
      const proof = { kind: 'proved' as const, grant, at: registration.validFrom, by: 'bench' }
      return [registration, proof].map((piece) => store.putRecord(pieceRecord(clientRef, piece)))
    }),
  )
}

function createPost(url: string): (body: unknown) => Promise<void> {
  return async (value) => {
    const body = Buffer.from(JSON.stringify(value))
    const timestamp = timestampOf(new Date())
    const headers = {
      'content-type': 'application/json',
      [timestampHeader]: timestamp,
      [signatureHeader]: signatureOf(secret, timestamp, body),
    }
    const response = await fetch(url, { method: 'POST', headers, body: new Uint8Array(body) })
    if (response.status !== 202) throw new Error(`the feed answered ${response.status}`)
    await response.arrayBuffer()
  }
}

/** Runs all, so many at once; gives how long each took. */
async function runAll(works: readonly (() => Promise<void>)[], atOnce: number): Promise<readonly number[]> {
  const samplesMs: number[] = []
  let next = 0
  const worker = async () => {
    for (let work = works[next++]; work !== undefined; work = works[next++]) {
      const startedAt = performance.now()
      await work()
      samplesMs.push(performance.now() - startedAt)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return samplesMs
}

export async function benchHomeCare(): Promise<Readonly<Record<string, number>>> {
  const { city } = await loadShippedContent()
  const folder = mkdtempSync(join(tmpdir(), 'dygnet-bench-'))
  const store = openSqliteStore({ file: join(folder, 'bench.db'), clock: systemClock, logger: silentLogger })
  const parts = { clock: systemClock, observer: noHomeCareObserver }
  const take = createTakeFeed({ ...parts, store, city: () => city })
  const feed = createHomeCareFeed({
    ...parts,
    secrets: [secret],
    take,
    isOpaque: () => true,
    logger: silentLogger,
  })
  const server = createServer(express().use(feed)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const post = createPost(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/homecare/events`)
  try {
    await grantSome(store)
    const nowMs = Date.now()
    // Visit after visit at the same stage, as a day goes.
    const all = Array.from({ length: visits }, (_, visit) => eventsOf(visit, nowMs))
    const events = Array.from({ length: eventsOfVisit }, (_, stage) => all.map((own) => own[stage])).flat()
    const batches = Array.from({ length: Math.ceil(events.length / eventsARequest) }, (_, n) =>
      events.slice(n * eventsARequest, (n + 1) * eventsARequest),
    )
    const startedAt = performance.now()
    await runAll(
      batches.map((batch) => () => post(batch)),
      requestsAtOnce,
    )
    const seconds = (performance.now() - startedAt) / 1_000
    const more = Array.from({ length: singles / eventsOfVisit }, (_, n) => eventsOf(visits + n, nowMs)).flat()
    const samplesMs = await runAll(
      more.map((event) => () => post(event)),
      1,
    )
    const { waiting } = await store.countOutbox()
    return {
      homeCareEvents: events.length,
      homeCareEventsSeconds: rounded(seconds),
      homeCareEventsPerSecond: rounded(events.length / seconds),
      homeCareSingleEventP50Ms: rounded(percentile(samplesMs, 0.5)),
      homeCareSingleEventP95Ms: rounded(percentile(samplesMs, 0.95)),
      homeCareOutboxEntries: waiting,
    }
  } finally {
    server.closeAllConnections()
    server.close()
    await store.close()
    rmSync(folder, { recursive: true })
  }
}
