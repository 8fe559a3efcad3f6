// The process as a whole: how soon it serves, what it holds idle, what a thousand open sockets add.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { percentile, rounded } from './figures'
import { serveChild, type ServedChild } from './serve-child'
import { startConversation } from './start-conversation'

const starts = 5
const sockets = 1_000

async function openSocket(url: string): Promise<WebSocket> {
  const { streamUrl } = await startConversation(url)
  const socket = new WebSocket(streamUrl)
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  return socket
}

async function openSockets(server: ServedChild): Promise<readonly WebSocket[]> {
  const opened: WebSocket[] = []
  while (opened.length < sockets)
    opened.push(...(await Promise.all(Array.from({ length: 20 }, () => openSocket(server.url)))))
  return opened
}

/** The first start of new content trains the classifier; the later ones find it in their data folder. */
async function measureStarts(dataDirectory: string) {
  const startsMs: number[] = []
  for (let n = 0; n <= starts; n += 1) {
    const server = await serveChild(['dist/main.js'], { DATA_DIR: dataDirectory })
    startsMs.push(server.startedInMs)
    await server.stop()
  }
  const [firstMs = Number.NaN, ...laterMs] = startsMs
  return { firstMs, laterMs: percentile(laterMs, 0.5) }
}

async function measureMemory(dataDirectory: string) {
  const server = await serveChild(['dist/main.js'], { DATA_DIR: dataDirectory, STARTS_PER_MINUTE: '100000' })
  const idleMb = server.rssMb()
  const opened = await openSockets(server)
  const withSocketsMb = server.rssMb()
  for (const socket of opened) socket.terminate()
  await server.stop()
  return { idleMb, addedMb: withSocketsMb - idleMb }
}

export async function benchProcess(): Promise<Readonly<Record<string, number>>> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'dygnet-bench-'))
  try {
    const { firstMs, laterMs } = await measureStarts(dataDirectory)
    const { idleMb, addedMb } = await measureMemory(dataDirectory)
    return {
      startMs: rounded(laterMs),
      firstStartWithTrainingMs: rounded(firstMs),
      rssIdleMb: rounded(idleMb),
      rssThousandSocketsAddMb: rounded(addedMb),
    }
  } finally {
    rmSync(dataDirectory, { recursive: true, force: true })
  }
}
