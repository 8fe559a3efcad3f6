// A process killed at each moment around a write in another system, then another one that finishes the errand.
import { spawn, type ChildProcess } from 'node:child_process'
import type { Store } from '../../bot/contracts/store/store'
import { json, startActionServer, type ActionServer, type Asked } from './action-server'
import { bookingMessages, openBookingBot } from './killed-write'
import { projectRoot } from './test-bot'
import { childArguments } from './child'

/** Another system that books: `keyed` does the same key once; `asked` books each time it is told to, and can be asked. */
export type How = 'keyed' | 'asked'

class Bookings {
  /** Every booking made, by the key it was asked under. */
  readonly made: string[] = []
  readonly keys = new Set<string>()
  killAfterDoing: (() => void) | undefined

  constructor(readonly how: How) {}

  readonly take: Parameters<ActionServer['answer']>[0] = (asked: Asked, response) => {
    if (asked.method === 'GET') {
      const key = asked.url.split('/').at(-1) ?? ''
      const number = this.made.indexOf(key)
      json(response, number < 0 ? 404 : 200, { number: `B-${number}` })
      return
    }
    const key = String(asked.headers['idempotency-key'])
    this.keys.add(key)
    if (this.how === 'asked' || !this.made.includes(key)) this.made.push(key)
    if (this.killAfterDoing !== undefined) {
      this.killAfterDoing()
      response.destroy()
      return
    }
    json(response, 201, { number: `B-${this.made.indexOf(key)}` })
  }
}

interface Crash {
  readonly address: string
  readonly moment: number
  readonly conversation: string
}

async function runUntilKilled(
  server: ActionServer,
  bookings: Bookings,
  crash: Crash,
): Promise<'finished' | 'killed'> {
  const parameters = [crash.address, server.url, String(crash.moment), crash.conversation, bookings.how]
  const child: ChildProcess = spawn(process.execPath, childArguments('killed-write', ...parameters), {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  bookings.killAfterDoing = crash.moment === 0 ? () => child.kill('SIGKILL') : undefined
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  const [code, signal] = await new Promise<readonly [number | null, NodeJS.Signals | null]>((resolve) => {
    child.once('close', (...ended) => {
      resolve(ended)
    })
  })
  bookings.killAfterDoing = undefined
  if (output.includes('finished')) return 'finished'
  if (signal !== 'SIGKILL') throw new Error(`the process ended with ${String(code)} by itself`)
  return 'killed'
}

/** As another process and the resident's client do after a crash: what waits is answered, what was not kept sent again. */
async function finish(
  store: Store,
  server: ActionServer,
  { conversation }: Crash,
  how: How,
): Promise<readonly string[]> {
  const bot = await openBookingBot(store, server.url, how)
  const messages = bookingMessages(conversation)
  await bot.recover()
  for (const message of messages) {
    await bot.receive(message)
    await bot.answer(message.conversationId, message.id)
  }
  const lines = await store.linesAfter(messages[0]!.conversationId, 0, 100)
  return lines.flatMap((line) => (line.author === 'bot' ? line.reply.text : []))
}

/**
 * Tries every moment until a process gets through unharmed, and between the other system's doing and its answer; gives
 * how many moments there were.
 */
export async function crashAroundWrite(address: string, open: () => Store, how: How): Promise<number> {
  const server = await startActionServer()
  try {
    for (let moment = 0; ; moment += 1) {
      const bookings = new Bookings(how)
      server.answer(bookings.take)
      const crash = { address, moment, conversation: `write-${how}-${moment}` }
      const ended = await runUntilKilled(server, bookings, crash)
      const store = open()
      try {
        const said = await finish(store, server, crash, how)
        expect({ moment, made: bookings.made.length, keys: bookings.keys.size }).toEqual({
          moment,
          made: 1,
          keys: 1,
        })
        expect(said.filter((text) => text.includes('Bokat med nummer B-0'))).toHaveLength(1)
      } finally {
        await store.close()
      }
      if (ended === 'finished') return moment
    }
  } finally {
    await server.stop()
  }
}
