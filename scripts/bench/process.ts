// The process as a whole: how soon it serves, what it holds idle, what a thousand open sockets add.
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { projectRoot } from '../../main/project-root'
import { percentile, rounded } from './figures'
import { serveChild, type ServedChild } from './serve-child'
import { startConversation } from './start-conversation'

const starts = 5
const sockets = 1_000
const settledMs = 10_000

async function openSocket(url: string): Promise<WebSocket> {
  const { streamUrl } = await startConversation(url, 0)
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

async function startMs(environment: NodeJS.ProcessEnv): Promise<number> {
  const server = await serveChild(['dist/main.js'], environment)
  await server.stop()
  return server.startedInMs
}

/** The first start finds what the build checked and learnt; the later ones have it in their data folder. */
async function measureStarts(dataDirectory: string) {
  const startsMs: number[] = []
  for (let n = 0; n <= starts; n += 1) startsMs.push(await startMs({ DATA_DIR: dataDirectory }))
  const [firstMs = Number.NaN, ...laterMs] = startsMs
  return { firstMs, laterMs: percentile(laterMs, 0.5) }
}

/** Content that no build has seen: one phrase more, so that everything is checked and learnt. */
async function measureNewContent(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'dygnet-bench-'))
  try {
    for (const part of ['dialogs', 'knowledge'])
      cpSync(join(projectRoot, part), join(folder, part), { recursive: true })
    appendFileSync(join(folder, 'dialogs', 'elsewhere.yaml'), '    - vad väger en blåval\n')
    return await startMs({ CONTENT_DIR: folder })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureMemory(dataDirectory: string) {
  const server = await serveChild(['dist/main.js'], { DATA_DIR: dataDirectory, STARTS_PER_MINUTE: '100000' })
  // What a start leaves for later (Bot Framework, the phrases of emergencies, the signs of danger) is loaded by then.
  await setTimeout(settledMs)
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
      firstStartMs: rounded(firstMs),
      firstStartWithTrainingMs: rounded(await measureNewContent()),
      rssIdleMb: rounded(idleMb),
      rssThousandSocketsAddMb: rounded(addedMb),
    }
  } finally {
    rmSync(dataDirectory, { recursive: true, force: true })
  }
}
