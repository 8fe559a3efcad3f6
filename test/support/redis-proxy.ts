// A way to Redis that can be cut at an exact command: what a crash or a broken network leaves behind, moment by moment.
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export interface RedisProxy {
  readonly url: string
  /** Breaks all connections and takes no new ones. */
  cut(): void
  /** Takes connections again. */
  restore(): void
  /** Resolves when a command is held back. */
  readonly held: Promise<void>
  /** Hands on what was held back. */
  release(): void
  stop(): Promise<void>
}

export interface Break {
  /** Counted from 1 over all commands, handshakes and subscriptions left out. */
  readonly atCommand: number
  /** The way is cut before the command, or when Redis has answered it; or the command is held back until `release`. */
  readonly how: 'before' | 'after' | 'held'
}

// Neither are the looks for changes missed, which a store takes by itself at a time of its own.
const notCounted = new Set(['client', 'info', 'subscribe', 'ping', 'quit', 'zrangebyscore', 'llen'])

/** Ends of the complete commands at the start of `bytes`, each an array of bulk strings of RESP. */
function* splitCommands(bytes: Buffer): Generator<{ readonly name: string; readonly end: number }> {
  const lineAt = (from: number) => {
    const end = bytes.indexOf('\r\n', from)
    return end < 0 ? undefined : { text: bytes.toString('latin1', from, end), next: end + 2 }
  }
  for (let start = 0; ;) {
    const head = lineAt(start)
    if (head === undefined) return
    let at = head.next
    let name = ''
    for (let n = 0; n < Number(head.text.slice(1)); n += 1) {
      const size = lineAt(at)
      if (size === undefined) return
      const end = size.next + Number(size.text.slice(1))
      if (end + 2 > bytes.length) return
      if (n === 0) name = bytes.toString('latin1', size.next, end).toLowerCase()
      at = end + 2
    }
    yield { name, end: at }
    start = at
  }
}

export async function startRedisProxy(redisPort: number, breakAt?: Break): Promise<RedisProxy> {
  const sockets = new Set<Socket>()
  let isCut = false
  let counted = 0
  let release: () => void = () => undefined
  let tellHeld: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    tellHeld = resolve
  })
  const cut = () => {
    isCut = true
    for (const socket of sockets) socket.destroy()
    sockets.clear()
  }

  const breakHow = {
    before: () => cut(),
    after: (upstream: Socket, command: Buffer) => {
      upstream.removeAllListeners('data').once('data', cut)
      upstream.write(command)
    },
    held: (upstream: Socket, command: Buffer) => {
      // What comes after it must wait too: replies have no names, only an order.
      upstream.cork()
      upstream.write(command)
      release = () => upstream.uncork()
      tellHeld()
    },
  } as const

  /** Hands on whole commands; gives what is not whole yet. */
  const forward = (bytes: Buffer, upstream: Socket): Buffer => {
    let done = 0
    for (const { name, end } of splitCommands(bytes)) {
      const command = bytes.subarray(done, end)
      done = end
      if (!notCounted.has(name)) counted += 1
      if (counted !== breakAt?.atCommand || notCounted.has(name)) upstream.write(command)
      else breakHow[breakAt.how](upstream, command)
    }
    return bytes.subarray(done)
  }

  const server = createServer((client) => {
    if (isCut) {
      client.destroy()
      return
    }
    const upstream = connect(redisPort, '127.0.0.1')
    let rest: Buffer = Buffer.alloc(0)
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one)
      one.on('error', () => undefined)
      one.on('close', () => other.destroy())
    }
    upstream.on('data', (bytes) => client.write(bytes))
    client.on('data', (bytes: Buffer) => {
      rest = forward(Buffer.concat([rest, bytes]), upstream)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    restore: () => {
      isCut = false
    },
    held,
    release: () => release(),
    stop: async () => {
      cut()
      server.close()
      await once(server, 'close')
    },
  }
}
