// What must be there after a crash: all that was acknowledged, and nothing by halves.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { toMessageId } from '../../bot/contracts/talk/ids'
import type { Store, TurnCommit } from '../../bot/contracts/store/store'
import { conversation, reply, turn } from './store-samples'
import { childArguments } from '../support/child'

export const ada = conversation('ada')

/** A turn with everything in it that a commit can hold. */
export const durableTurn = (messageId: string, expectedVersion: number): TurnCommit =>
  turn(ada, messageId, {
    expectedVersion,
    state: JSON.stringify({ last: messageId }),
    replies: [reply(messageId, 1), reply(messageId, 2)],
    outbox: [{ id: `o-${messageId}`, kind: 'sms', dueAt: '2026-11-24T01:30:00Z', payload: messageId }],
    records: [{ collection: 'case', id: `r-${messageId}`, value: messageId, conversationId: ada }],
  })

/** The generator mulberry32 of Tommy Ettinger: the same moments in every run. */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Runs the writer and kills it with SIGKILL after so many acknowledgements; gives all that were heard. */
export async function writeUntilKilled(
  address: string,
  from: number,
  killAfter: number,
): Promise<readonly string[]> {
  const child = spawn(process.execPath, childArguments('durable-writer', address, String(from)), {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit')
  const heard: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    heard.push(line)
    if (heard.length === killAfter) child.kill('SIGKILL')
  }
  await gone
  if (child.signalCode !== 'SIGKILL') throw new Error('the writer ended by itself')
  return heard
}

/** Holds the store to what was acknowledged; gives how many messages it has. */
export async function checkDurable(store: Store, acknowledged: readonly string[]): Promise<number> {
  const waiting = await store.conversationsWaiting(10)
  const lines = await store.linesAfter(ada, 0, 1_000_000)
  expect(lines.map(({ sequence }) => sequence)).toEqual(lines.map((_, n) => n + 1))
  const kept = lines.flatMap((line) => (line.author === 'resident' ? [line.message.id as string] : []))
  const replied = lines.flatMap((line) => (line.author === 'bot' ? [line.answers as string] : []))
  const answered = [...new Set(replied)]
  expect(kept).toEqual(expect.arrayContaining(namedBy('accepted', acknowledged)))
  expect(answered).toEqual(expect.arrayContaining(namedBy('answered', acknowledged)))
  expect(new Set(kept).size).toBe(kept.length)
  expect(replied).toHaveLength(answered.length * 2)

  const { version, state } = await store.load(ada)
  expect(version).toBe(answered.length)
  expect(state).toBe(answered.length === 0 ? undefined : JSON.stringify({ last: answered.at(-1) }))
  const records = await store.records('case', { limit: 1_000_000 })
  expect(records.map(({ id }) => id).sort()).toEqual(answered.map((id) => `r-${id}`).sort())
  expect(await store.countOutbox()).toEqual({ waiting: answered.length, dead: 0 })
  for (const id of answered) {
    expect((await store.turnOf(ada, toMessageId(id)))?.replies).toEqual([reply(id, 1), reply(id, 2)])
  }
  expect(waiting).toEqual(kept.length > answered.length ? [ada] : [])
  return kept.length
}

const namedBy = (word: string, acknowledged: readonly string[]): readonly string[] =>
  acknowledged.flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []))
