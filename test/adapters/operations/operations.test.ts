import express from 'express'
import request from 'supertest'
import { createOperations, type OperatedStore } from '../../../adapters/operations'
import { openSqliteStore, storeOn } from '../../../adapters/sqlite'
import { openDatabase } from '../../../adapters/sqlite/open-database'
import { systemClock } from '../../../bot/contracts/basics/clock'
import { DygnetError } from '../../../bot/contracts/basics/errors'
import { toMessageId } from '../../../bot/contracts/talk/ids'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import { outcomes } from '../../../bot/contracts/talk/outcome'
import type { Store } from '../../../bot/contracts/store/store'

describe('what operators ask', () => {
  let store: Store
  let draining: boolean
  let kronorToday: number
  const served = { bundle: 'abc123', since: '2026-11-24T01:30:00.000Z' }
  let content: { readonly bundle: string; readonly since: string; readonly fault?: string }

  beforeEach(() => {
    draining = false
    kronorToday = 0
    content = served
    store = openSqliteStore({ file: ':memory:', clock: systemClock, logger: silentLogger })
  })
  afterEach(() => store.close())

  const open = (of: OperatedStore = store) => {
    const operations = createOperations({
      store: of,
      content: () => content,
      languages: () => ['sv', 'fi'],
    })
    const city = {
      openSockets: () => 3,
      isDraining: () => draining,
      modelKronorToday: () => kronorToday,
    }
    const app = express().use(operations.openRouter(city))
    return { app, observer: operations.observer, modelCalled: operations.modelCalled }
  }

  test('is alive and ready while the store answers', async () => {
    const { app } = open()
    await request(app).get('/healthz').expect(200, { status: 'ok' })
    await request(app).get('/readyz').expect(200, { ready: true, content: served })
  })

  test('is alive but not ready while draining', async () => {
    const { app } = open()
    draining = true
    await request(app).get('/healthz').expect(200)
    await request(app).get('/readyz').expect(503, { ready: false, why: 'draining', content: served })
  })

  test('is not ready when the store is down, and says nothing of its insides', async () => {
    const down = {
      ...store,
      ping: () => Promise.reject(new DygnetError('store-unavailable', 'redis://user:secret@host')),
      countOutbox: () => Promise.reject(new Error('down')),
    }
    const { app } = open(down)
    await request(app)
      .get('/readyz')
      .expect(503, { ready: false, why: 'the store does not answer', content: served })
    await request(app).get('/metrics').expect(200)
  })

  test('is not ready while the disk is full, though what is kept can be read, and counts what was refused', async () => {
    const connection = openDatabase(':memory:')
    connection.pragma('max_page_count = 1')
    const full = storeOn(connection, { file: ':memory:', clock: systemClock, logger: silentLogger })
    const { app } = open(full)
    await expect(full.tryWrite()).rejects.toMatchObject({ code: 'store-full' })
    await request(app).get('/readyz').expect(503, { ready: false, why: 'the store is full', content: served })
    expect(await full.countOutbox()).toEqual({ waiting: 0, dead: 0 })
    const { text } = await request(app).get('/metrics').expect(200)
    // Its own try is one of them, so the figure grows for as long as it lasts.
    expect(text).toContain('dygnet_store_refused_writes_total 2')
    connection.pragma('max_page_count = 6000')
    await request(app).get('/readyz').expect(200, { ready: true, content: served })
    await full.close()
  })

  test('stays ready with the last good content, and says why the changed one is not served', async () => {
    content = { ...served, fault: '1 error, first dialogs/x.yaml:3:1 D001' }
    const { app } = open()
    await request(app).get('/readyz').expect(200, { ready: true, content })
    const { text } = await request(app).get('/metrics').expect(200)
    expect(text).toContain('dygnet_content_faulty 1')
    expect(text).toContain('dygnet_content_bundle{bundle="abc123"} 1')
  })

  test('counts turns by outcome and channel, and shows a zero as zero', async () => {
    const { app, observer } = open()
    observer.turnEnded({
      messageId: toMessageId('m1'),
      outcome: 'answered-article',
      channel: 'web',
      durationMs: 4,
      events: [],
      answers: {},
    })
    const { text } = await request(app).get('/metrics').expect(200)
    expect(text).toContain('dygnet_turns_total{outcome="answered-article",channel="web"} 1')
    for (const outcome of outcomes)
      expect(text).toContain(`dygnet_turns_total{outcome="${outcome}",channel="sms"} 0`)
    expect(text).toContain('dygnet_turn_seconds_bucket{le="0.005",channel="web"} 1')
    expect(text).toContain('dygnet_open_sockets 3')
    expect(text).toContain('dygnet_outbox_entries{state="dead"} 0')
  })

  test('counts calls and verdicts of the language model and what it costs, and is ready without it', async () => {
    const { app, observer, modelCalled } = open()
    kronorToday = 1.25
    modelCalled('timeout')
    observer.turnEnded({
      messageId: toMessageId('m1'),
      outcome: 'clarified',
      channel: 'web',
      durationMs: 4,
      model: 'failed',
      tookBack: true,
      degraded: true,
      askedAboutDanger: 'unclear',
      events: [],
      answers: {},
    })
    const { text } = await request(app).get('/metrics').expect(200)
    expect(text).toContain('dygnet_model_calls_total{result="timeout"} 1')
    expect(text).toContain('dygnet_model_calls_total{result="draft"} 0')
    expect(text).toContain('dygnet_model_turns_total{verdict="failed"} 1')
    expect(text).toContain('dygnet_model_taken_back_total 1')
    expect(text).toContain('dygnet_degraded_turns_total 1')
    expect(text).toContain('dygnet_danger_questions_total{kind="unclear"} 1')
    expect(text).toContain('dygnet_danger_questions_total{kind="violence"} 0')
    expect(text).toContain('dygnet_model_kronor_today 1.25')
    await request(app).get('/readyz').expect(200, { ready: true, content: served })
  })

  test('counts turns that were not in the language of the resident, by that language', async () => {
    const { app, observer } = open()
    observer.turnEnded({
      messageId: toMessageId('m1'),
      outcome: 'answered-article',
      channel: 'web',
      durationMs: 4,
      untranslated: 'fi',
      events: [],
      answers: {},
    })
    const { text } = await request(app).get('/metrics').expect(200)
    expect(text).toContain('dygnet_fallback_total{language="fi"} 1')
    expect(text).toContain('dygnet_fallback_total{language="sv"} 0')
  })
})
