// The real chat server over a real store, with a bot that says what the script says; it can be killed and come back.
import express from 'express'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createFileShelf } from '../../adapters/file-shelf'
import { openSqliteStore } from '../../adapters/sqlite'
import { createWebChat } from '../../adapters/web-chat'
import { renderReply } from '../../bot/activities'
import { CityBot } from '../../bot/city-bot'
import type { Bot } from '../../bot/contracts/bot'
import type { Clock } from '../../bot/contracts/basics/clock'
import { toMessageId, toReplyId, type ConversationId } from '../../bot/contracts/talk/ids'
import { silentLogger } from '../../bot/contracts/basics/logger'
import type { InboundMessage } from '../../bot/contracts/talk/message'
import type { RateLimiter } from '../../bot/contracts/basics/rate-limiter'
import type { CityMap } from '../../bot/contracts/talk/reply'
import type { Store } from '../../bot/contracts/store/store'
import { advise } from '../../bot/emergency/advise'
import { eraseConversation } from '../../bot/retention/erase-conversation'
import { toPlainText } from '../../bot/text/plain-text'
import { scriptedReplies, silentWord } from './browser-script'
import { sayErased } from './say-erased'

export interface KeptFeedback {
  readonly helpful: boolean
  readonly reason?: string
}

export interface ChatServer {
  readonly port: () => number
  /** What residents thought of replies, newest first. */
  feedback(): Promise<readonly KeptFeedback[]>
  /** Folder of what residents sent. */
  readonly files: string
  /** Texts of the residents as the store has them, by conversation and in order. */
  texts(): Promise<readonly string[]>
  /** Answers what was held back by the silent word. */
  release(): void
  /** Shows how the answer to the last message reads so far. */
  showInterim(part: number, text: string): void
  /** Refuses the next message, and nothing else that is counted, with this Retry-After. */
  refuseNext(retryAfterMs: number): void
  /** Breaks every connection and closes, as a crash would; what was accepted is on disk. */
  kill(): Promise<void>
  /** On the same port, with the same data. */
  restart(): Promise<void>
  /** Lets the server's clock run ahead, as if residents' computers had slept meanwhile. */
  sleep(hours: number): void
  /** Removes every conversation, as retention does. */
  forgetConversations(): Promise<void>
  stop(): Promise<void>
}

/** Waits where the script says so, and else answers at once. */
function createGate() {
  let open: (() => void)[] = []
  return {
    wait: () => new Promise<void>((resolve) => open.push(resolve)),
    release: (): void => {
      for (const resolve of open) resolve()
      open = []
    },
  }
}

function createScriptedBot(store: Store, gate: ReturnType<typeof createGate>): Bot {
  async function answerNext(conversationId: ConversationId): Promise<boolean> {
    const waiting = await store.nextWaiting(conversationId)
    if (waiting === undefined) return false
    const { id, content } = waiting.message
    if (content.kind === 'text' && content.text.includes(silentWord)) await gate.wait()
    const { version } = await store.load(conversationId)
    const replies = scriptedReplies(content).map((spoken, index) => ({
      ...spoken,
      id: toReplyId(id, index + 1),
    }))
    const record = {
      collection: 'feedback',
      id: content.kind === 'feedback' ? content.replyId : id,
      conversationId,
      value: content,
    } as const
    await store.commit({
      conversationId,
      messageId: id,
      expectedVersion: version,
      state: '{}',
      replies,
      outcome: 'answered-article',
      outbox: [],
      records: content.kind === 'feedback' ? [record] : [],
      at: new Date().toISOString(),
    })
    return true
  }
  return {
    receive: (message) => store.accept(message),
    async answer(conversationId, messageId) {
      for (;;) {
        const turn = await store.turnOf(conversationId, messageId)
        if (turn !== undefined) return turn
        if (!(await answerNext(conversationId))) throw new Error(`Nothing waits in ${conversationId}`)
      }
    },
    recover: () => Promise.resolve(0),
    settled: () => Promise.resolve(),
  }
}

const unlimited: RateLimiter = { take: () => Promise.resolve({ allowed: true }) }

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

interface Life {
  readonly server: Server
  readonly store: Store
  readonly connections: ReadonlySet<Socket>
  readonly close: () => Promise<void>
}

interface World {
  readonly file: string
  readonly map: CityMap | undefined
  readonly origin: string
  readonly limits: RateLimiter
  readonly seen: Set<ConversationId>
  readonly gate: ReturnType<typeof createGate>
  readonly clock: Clock
}

async function comeToLife(
  { file, map, origin, limits, seen, gate, clock }: World,
  port: number,
): Promise<Life & { readonly port: number }> {
  const store = openSqliteStore({ file, clock, logger: silentLogger })
  const shelf = createFileShelf({ directory: dirname(file), maxBytes: 2_000_000 })
  const bot = createScriptedBot(store, gate)
  const receive = (message: InboundMessage) => {
    seen.add(message.conversationId)
    return bot.receive(message)
  }
  const cityBot = new CityBot({ ...bot, receive }, clock)
  const webChat = createWebChat({
    store,
    bot: { receive },
    run: (context) => cityBot.run(context),
    renderReply: (reply) => renderReply(reply, { map, definesSources: true }),
    ...(map && { mapOrigin: new URL(map.tiles).origin }),
    toPlainText,
    advise,
    city: () => ({
      name: 'Exempelstad',
      phone: '0123-45 67 89',
      languages: ['sv', 'en', 'ar'],
      openingHours: (language) =>
        language === 'sv'
          ? { week: 'måndag–fredag 8.00–16.30', now: 'Öppet just nu' }
          : { week: 'Monday–Friday 8:00–16:30', now: 'Open right now' },
      fileRefusal: (why: string, language: string) => `${language}: ${why}`,
      erased: sayErased,
      maxTextLength: 1_000,
    }),
    allowedOrigins: [origin],
    publicDirectory: join(__dirname, '..', '..', 'dist', 'public'),
    uploads: { shelf, maxBytes: 2_000_000, maxFiles: 3 },
    erase: (id) => eraseConversation({ store, shelf, clock }, id, 'resident'),
    limits: { conversation: limits, address: unlimited, addressPosts: unlimited },
    clock,
    logger: silentLogger,
  })
  const server = createServer(express().use(webChat.router))
  webChat.attach(server)
  const connections = new Set<Socket>()
  server.on('connection', (socket) => {
    connections.add(socket)
    socket.on('close', () => connections.delete(socket))
  })
  return { server, store, connections, close: webChat.close, port: await listen(server, port) }
}

/** @param origin a site that may carry the chat. @param map the city's, where it has one */
export async function startChatServer(origin: string, map?: CityMap): Promise<ChatServer> {
  const folder = mkdtempSync(join(tmpdir(), 'dygnet-browser-'))
  const file = join(folder, 'chat.db')
  const seen = new Set<ConversationId>()
  const gate = createGate()
  let refusal: number | undefined
  const limits: RateLimiter = {
    take(key) {
      if (!key.startsWith('post:')) return Promise.resolve({ allowed: true })
      const retryAfterMs = refusal
      refusal = undefined
      return Promise.resolve(
        retryAfterMs === undefined ? { allowed: true } : { allowed: false, retryAfterMs },
      )
    },
  }
  let sleptMs = 0
  const clock: Clock = { now: () => new Date(Date.now() + sleptMs) }
  const world = { file, map, origin, limits, seen, gate, clock }
  let life = await comeToLife(world, 0)
  const { port } = life

  async function kill(): Promise<void> {
    for (const socket of life.connections) socket.destroy()
    await new Promise((resolve) => life.server.close(resolve))
    gate.release()
    await life.close()
    await life.store.close()
  }
  return {
    port: () => port,
    files: folder,
    release: gate.release,
    showInterim(part, text) {
      const conversationId = [...seen].at(-1)
      if (conversationId === undefined) throw new Error('Nobody has written yet.')
      life.store.showInterim({
        conversationId,
        reply: toReplyId(toMessageId('svar'), 1),
        part,
        language: 'sv',
        at: clock.now().toISOString(),
        text,
      })
    },
    kill,
    sleep: (hours) => void (sleptMs += hours * 3_600_000),
    refuseNext: (retryAfterMs) => void (refusal = retryAfterMs),
    async feedback() {
      const records = await life.store.records('feedback', { limit: 100 })
      return records.map(({ value }) => {
        const { helpful, reason } = value as KeptFeedback
        return { helpful, ...(reason !== undefined && { reason }) }
      })
    },
    async texts() {
      const conversations = await Promise.all([...seen].map((id) => life.store.linesAfter(id, 0, 1_000)))
      return conversations
        .flat()
        .flatMap((line) =>
          line.author === 'resident' && line.message.content.kind === 'text'
            ? [line.message.content.text]
            : [],
        )
    },
    async restart() {
      life = await comeToLife(world, port)
    },
    async forgetConversations() {
      for (const id of seen) await life.store.erase(id)
    },
    async stop() {
      if (life.server.listening) await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
