// A web chat on a real port over a real SQLite file, with a bot that says back what it hears.
import { createServer, type Server } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { createFileShelf } from '../../adapters/file-shelf'
import { openSqliteStore } from '../../adapters/sqlite'
import { createWebChat, type WebChat, type WebChatOptions } from '../../adapters/web-chat'
import { systemClock, type Clock } from '../../bot/contracts/basics/clock'
import type { Logger } from '../../bot/contracts/basics/logger'
import type { RateLimiter } from '../../bot/contracts/basics/rate-limiter'
import type { Store } from '../../bot/contracts/store/store'
import { advise } from '../../bot/emergency/advise'
import { eraseConversation } from '../../bot/retention/erase-conversation'
import { toPlainText } from '../../bot/text/plain-text'
import { createEchoBot, renderEcho, type EchoBot } from './echo-bot'
import { sayErased } from './say-erased'

export const noLimit: RateLimiter = { take: () => Promise.resolve({ allowed: true }) }
export const allowedOrigin = 'https://www.example.se'

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error'
  readonly facts: object
  readonly message: string
}

export function createMemoryLogger(): Logger & { readonly lines: readonly LogLine[] } {
  const lines: LogLine[] = []
  const at = (level: LogLine['level']) => (facts: object, message: string) =>
    void lines.push({ level, facts, message })
  return { lines, info: at('info'), warn: at('warn'), error: at('error') }
}

export interface TestServer {
  readonly url: string
  readonly port: number
  readonly store: Store
  readonly bot: EchoBot
  readonly chat: WebChat
  readonly logger: ReturnType<typeof createMemoryLogger>
  /** Folder of what residents sent. */
  readonly files: string
  /** As a deployment does: sockets first, then HTTP, then the store. */
  stop(): Promise<void>
}

export interface TestServerOptions {
  /** A file to go on with; a new one otherwise. */
  readonly file?: string
  readonly port?: number
  readonly clock?: Clock
  /** Put before the store, to make it fail or wait. */
  readonly wrapStore?: (store: Store) => Store
  readonly options?: Partial<WebChatOptions>
  /** Hops whose word on address, host and protocol is taken. */
  readonly trustProxy?: number
  /** False for a proxy that lets no socket through. */
  readonly sockets?: boolean
}

export async function startTestServer(given: TestServerOptions = {}): Promise<TestServer> {
  const { clock = systemClock, wrapStore = (store: Store) => store } = given
  const folder = given.file === undefined ? mkdtempSync(join(tmpdir(), 'dygnet-web-chat-')) : undefined
  const files = folder ?? dirname(given.file ?? '')
  const logger = createMemoryLogger()
  const file = given.file ?? join(folder ?? '', 'chat.db')
  const store = wrapStore(openSqliteStore({ file, clock, logger }))
  const shelf = createFileShelf({ directory: files, maxBytes: 1_000_000 })
  const bot = createEchoBot(store, () => clock.now())
  const chat = createWebChat({
    store,
    bot,
    run: bot.run,
    renderReply: renderEcho,
    toPlainText,
    advise,
    city: () => ({
      name: 'Storstad',
      phone: '0123-45 67 89',
      languages: ['sv', 'en'],
      openingHours: () => ({ week: 'måndag–fredag 8.00–16.30', now: 'Öppet just nu' }),
      fileRefusal: (why: string, language: string) => `${language}: ${why}`,
      erased: sayErased,
      maxTextLength: 1_000,
    }),
    allowedOrigins: [allowedOrigin],
    publicDirectory: join(__dirname, '..', '..', 'dist', 'public'),
    uploads: { shelf, maxBytes: 1_000_000, maxFiles: 3 },
    erase: (id) => eraseConversation({ store, shelf, clock }, id, 'resident'),
    limits: { conversation: noLimit, address: noLimit, addressPosts: noLimit },
    clock,
    logger,
    ...given.options,
  })
  const app = express()
    .disable('x-powered-by')
    .set('trust proxy', given.trustProxy ?? 0)
    .use(chat.router)
  const server = createServer(app)
  if (given.sockets !== false) chat.attach(server)
  const port = await listen(server, given.port ?? 0)
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    store,
    bot,
    chat,
    logger,
    files,
    async stop() {
      await chat.close()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
      await store.close()
      if (folder !== undefined) rmSync(folder, { recursive: true })
    },
  }
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port)
    })
  })
