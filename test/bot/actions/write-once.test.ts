// The journal around a write in another system: before it, after it, and what a repeat finds.
import { openSqliteStore } from '../../../adapters/sqlite'
import { createActions } from '../../../bot/actions/run-actions'
import { writeOnce } from '../../../bot/actions/write-once'
import type { ActionCall, ActionResult, RunAction } from '../../../bot/contracts/cases/action'
import { toConversationId } from '../../../bot/contracts/talk/ids'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { Store } from '../../../bot/contracts/store/store'
import { nightClock } from '../../support/test-bot'

let store: Store
beforeEach(() => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
})
afterEach(() => store.close())

const call: ActionCall = {
  name: 'book',
  inputs: { place: 'Hemvägen 7' },
  idempotencyKey: 'bastu/do:book#1',
  dialog: 'prov',
  conversationId: toConversationId('web:a'),
  channel: 'web',
  language: 'sv',
  now: nightClock.now(),
}
const done: ActionResult = { kind: 'done', gives: { number: 'B-1' } }
const kept = async () => (await store.record('audit', 'write/bastu/do:book#1'))?.value

it('keeps that it is begun before it is done, and what came of it after', async () => {
  const run: RunAction = async () => {
    expect(await kept()).toEqual({ action: 'book', begunAt: '2026-11-24T01:30:00.000Z' })
    return done
  }
  expect(await writeOnce(run, store)(call)).toEqual(done)
  expect(await kept()).toEqual({ action: 'book', begunAt: '2026-11-24T01:30:00.000Z', result: done })
})

it('gives a repeat what came of it, and does nothing', async () => {
  await writeOnce(() => Promise.resolve(done), store)(call)
  const run = jest.fn()
  expect(await writeOnce(run, store)(call)).toEqual(done)
  expect(run).not.toHaveBeenCalled()
})

it('tells the action that it was begun before', async () => {
  const died = writeOnce(() => Promise.reject(new Error('killed')), store)(call)
  await expect(died).rejects.toThrow('killed')
  const run = jest.fn(() => Promise.resolve(done))
  await writeOnce(run, store)(call)
  expect(run).toHaveBeenCalledWith({ ...call, repeated: true })
})

it('goes with its conversation', async () => {
  await writeOnce(() => Promise.resolve(done), store)(call)
  await store.erase(call.conversationId)
  expect(await kept()).toBeUndefined()
})

it('journals only what is written elsewhere', async () => {
  const run = createActions({
    builtIn: () => Promise.resolve({ kind: 'done', gives: { by: 'the house' } }),
    remote: () => Promise.resolve(done),
    actions: () =>
      new Map([
        ['book', { effect: 'write', http: {} }],
        ['find', { effect: 'read', http: {} }],
        ['create_case', { effect: 'write' }],
      ]),
    store,
  })
  await run({ ...call, name: 'find' })
  await run({ ...call, name: 'create_case' })
  expect(await kept()).toBeUndefined()
  await run(call)
  expect(await kept()).toMatchObject({ result: done })
})
