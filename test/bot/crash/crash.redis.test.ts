import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { openRedisStore } from '../../../adapters/redis'
import { systemClock } from '../../../bot/contracts/basics/clock'
import { toConversationId } from '../../../bot/contracts/talk/ids'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { Store } from '../../../bot/contracts/store/store'
import { crashAtEveryMoment, crashMoments } from '../../support/crash-suite'
import { startRedisServer, type RedisServer } from '../../support/redis-server'
import { projectRoot } from '../../support/test-bot'
import { childArguments } from '../../support/child'

let server: RedisServer
const open = (): Store => openRedisStore({ url: server.url, clock: systemClock, logger: silentLogger })

beforeAll(async () => {
  server = await startRedisServer()
})
afterAll(() => server.stop())

describe('a process killed at any moment of an errand, on Redis', () => {
  test('loses nothing, answers nothing twice and makes one case', async () => {
    const moments = await crashAtEveryMoment(server.url, open)
    expect(moments).toEqual(crashMoments)
  })
})

/** A process of its own that waits for a word before it begins. */
async function startNode(
  conversation: string,
  ids: readonly string[],
): Promise<ChildProcessWithoutNullStreams> {
  const node = spawn(process.execPath, childArguments('two-nodes', server.url, conversation, ...ids), {
    cwd: projectRoot,
    stdio: 'pipe',
  })
  await new Promise((resolve) => node.stdout.once('data', resolve))
  return node
}

describe('two processes on one Redis', () => {
  test('ten messages of one resident at once become ten turns, in the order they were kept, none lost', async () => {
    const ids = Array.from({ length: 10 }, (_, n) => `m${n}`)
    const nodes = await Promise.all([startNode('both', ids.slice(0, 5)), startNode('both', ids.slice(5))])
    const ended = nodes.map((node) => new Promise((resolve) => node.once('exit', resolve)))
    for (const node of nodes) node.stdin.write('go\n')
    expect(await Promise.all(ended)).toEqual([0, 0])

    const store = open()
    const lines = await store.linesAfter(toConversationId('web:both'), 0, 100)
    await store.close()
    const kept = lines.flatMap((line) => (line.author === 'resident' ? [line.message.id] : []))
    const answered = lines.flatMap((line) => (line.author === 'bot' ? [line.answers] : []))
    expect([...kept].sort()).toEqual(ids)
    expect(answered).toEqual(kept)
  })

  test('the same message through both at once is one turn with one reply', async () => {
    const nodes = await Promise.all([startNode('same', ['m1']), startNode('same', ['m1'])])
    const ended = nodes.map((node) => new Promise((resolve) => node.once('exit', resolve)))
    for (const node of nodes) node.stdin.write('go\n')
    expect(await Promise.all(ended)).toEqual([0, 0])

    const store = open()
    const lines = await store.linesAfter(toConversationId('web:same'), 0, 100)
    await store.close()
    expect(lines.map(({ author }) => author)).toEqual(['resident', 'bot'])
  })
})
