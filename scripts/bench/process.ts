// The process as a whole: how soon it serves, what it holds idle, what a thousand open sockets add.
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

export async function benchProcess(): Promise<Readonly<Record<string, number>>> {
  const startsMs: number[] = []
  for (let n = 0; n < starts; n += 1) {
    const server = await serveChild(['dist/main.js'])
    startsMs.push(server.startedInMs)
    await server.stop()
  }
  const server = await serveChild(['dist/main.js'], { STARTS_PER_MINUTE: '100000' })
  const idleMb = server.rssMb()
  const opened = await openSockets(server)
  const withSocketsMb = server.rssMb()
  for (const socket of opened) socket.terminate()
  await server.stop()
  return {
    startMs: rounded(percentile(startsMs, 0.5)),
    rssIdleMb: rounded(idleMb),
    rssThousandSocketsAddMb: rounded(withSocketsMb - idleMb),
  }
}
