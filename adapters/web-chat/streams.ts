// All open sockets of this process: who may open one, which ones a change concerns, and how they end.
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { STATUS_CODES } from 'node:http'
import { WebSocketServer, type WebSocket } from 'ws'
import { toConversationId, type ConversationId } from '../../bot/contracts/talk/ids'
import { startAfter } from './activity-id'
import { goRound } from './go-round'
import type { Origins } from './origins'
import { Problem } from './problem'
import { closeCodes, createStreamSocket, type StreamSocket } from './stream-socket'
import { takeSockets } from './take-sockets'
import { toInterimActivity } from './to-interim-activity'
import type { Access, Tokens } from './tokens'
import { createTranscriptReader } from './transcript-reader'
import type { WebChatBounds, WebChatOptions } from './web-chat-options'

/** Clients have nothing to say on a socket but empty frames. */
const maxFrameBytes = 1_024
const streamPath = /\/v3\/directline\/conversations\/([^/]+)\/stream$/

export interface StreamParts extends Pick<WebChatOptions, 'store' | 'renderReply' | 'city' | 'logger'> {
  readonly tokens: Tokens
  readonly origins: Origins
  readonly bounds: WebChatBounds
}

export interface Streams {
  readonly attach: (server: Server) => void
  readonly openSockets: () => number
  readonly hangUp: (conversationId: ConversationId) => void
  /** Says goodbye with 1001, which clients take as "come back", and resolves when no socket is left. */
  readonly close: () => Promise<void>
}

interface Entry extends Access {
  readonly after: number
  /** As a key for counting. */
  readonly address: string
}

type Place = Pick<Entry, 'conversationId' | 'address'>

export function createStreams(parts: StreamParts): Streams {
  const { store, logger, bounds } = parts
  const webSockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: maxFrameBytes,
  })
  const registry = createRegistry(bounds)
  let isClosing = false

  const stopListening = store.listen(({ conversationId, lastSequence }) => {
    if (lastSequence === 0) registry.end(conversationId)
    else for (const socket of registry.of(conversationId)) socket.wake()
  })
  const stopShowing = store.listenToInterims((interim) => {
    const { name } = parts.city()
    for (const socket of registry.of(interim.conversationId))
      socket.show((after) => toInterimActivity(interim, name, after))
  })
  const rounds = setInterval(() => void goRound(registry.all()), bounds.pingMs)
  rounds.unref()

  function open(webSocket: WebSocket, entry: Entry): void {
    const socket = createStreamSocket(webSocket, createTranscriptReader(parts, entry, entry.after), logger)
    registry.add(entry, socket)
    webSocket.on('close', () => {
      registry.remove(entry, socket)
    })
    socket.wake()
  }

  async function upgrade(request: IncomingMessage, connection: Duplex, head: Buffer): Promise<void> {
    try {
      const entry = await admit(parts, request)
      if (isClosing) throw new Problem('ServiceUnavailable', 'The server is about to stop.')
      registry.demandPlace(entry)
      webSockets.handleUpgrade(request, connection, head, (webSocket) => {
        open(webSocket, entry)
      })
    } catch (error) {
      if (!(error instanceof Problem)) logger.warn({ err: error }, 'a socket could not be opened')
      refuse(connection, error instanceof Problem ? error.status : 503)
    }
  }

  return {
    attach(server) {
      takeSockets(server, (request, connection, head) => {
        connection.on('error', () => connection.destroy())
        void upgrade(request, connection, head)
      })
    },
    openSockets: () => registry.size(),
    hangUp: registry.end,
    async close() {
      isClosing = true
      stopListening()
      stopShowing()
      clearInterval(rounds)
      await registry.sayGoodbye(bounds.goodbyeMs)
    },
  }
}

/** @throws Problem */
async function admit({ store, tokens, origins }: StreamParts, request: IncomingMessage): Promise<Entry> {
  const [path = '', query = ''] = (request.url ?? '').split('?', 2)
  const id = streamPath.exec(path)?.[1]
  if (id === undefined) throw new Problem('NotFound', 'No socket is served here.')
  const parameters = new URLSearchParams(query)
  const { host, ...entry } = await tokens.spendTicket(parameters.get('t') ?? '')
  if (entry.conversationId !== toConversationId(decoded(id)))
    throw new Problem('BadToken', 'The ticket is for another conversation.')
  if (!origins.mayCall(request.headers, [request.headers.host, host]))
    throw new Problem('OriginNotAllowed', 'This page may not carry the chat; see ALLOWED_ORIGINS.')
  const last = await store.lastSequence(entry.conversationId)
  if (last === 0) throw new Problem('ConversationNotFound', 'There is no such conversation, or not any more.')
  return { ...entry, after: startAfter(parameters.get('watermark'), last) }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** A peer that does not end its own side would keep the connection for ever: none of the server's times hold for it any more. */
function refuse(connection: Duplex, status: number): void {
  connection.once('finish', () => connection.destroy())
  connection.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  )
}

function createRegistry(bounds: WebChatBounds) {
  const byConversation = new Map<ConversationId, Set<StreamSocket>>()
  const byAddress = new Map<string, number>()
  let size = 0
  const count = (address: string, change: number): void => {
    size += change
    const now = (byAddress.get(address) ?? 0) + change
    if (now > 0) byAddress.set(address, now)
    else byAddress.delete(address)
  }
  let whenEmpty: (() => void) | undefined
  const all = (): StreamSocket[] => [...byConversation.values()].flatMap((sockets) => [...sockets])
  return {
    all,
    size: () => size,
    of: (conversationId: ConversationId): readonly StreamSocket[] => [
      ...(byConversation.get(conversationId) ?? []),
    ],
    end: (conversationId: ConversationId): void => {
      for (const socket of byConversation.get(conversationId) ?? [])
        socket.close(closeCodes.normal, 'conversation ended')
    },
    demandPlace({ conversationId, address }: Place): void {
      if (size >= bounds.sockets) throw new Problem('ServiceUnavailable', 'No socket is free here.')
      if ((byAddress.get(address) ?? 0) >= bounds.socketsPerAddress)
        throw new Problem('TooManyRequests', 'The address has too many sockets open.')
      if ((byConversation.get(conversationId)?.size ?? 0) >= bounds.socketsPerConversation)
        throw new Problem('TooManyRequests', 'The conversation is open in too many places.')
    },
    add({ conversationId, address }: Place, socket: StreamSocket): void {
      const sockets = byConversation.get(conversationId) ?? new Set()
      byConversation.set(conversationId, sockets.add(socket))
      count(address, 1)
    },
    remove({ conversationId, address }: Place, socket: StreamSocket): void {
      const sockets = byConversation.get(conversationId)
      if (sockets?.delete(socket)) count(address, -1)
      if (sockets?.size === 0) byConversation.delete(conversationId)
      if (size === 0) whenEmpty?.()
    },
    async sayGoodbye(deadlineMs: number): Promise<void> {
      if (size === 0) return
      const empty = new Promise<void>((resolve) => (whenEmpty = resolve))
      for (const socket of all()) socket.close(closeCodes.goingAway, 'server restarts')
      const cutOff = setTimeout(() => {
        for (const socket of all()) socket.terminate()
      }, deadlineMs)
      await empty
      clearTimeout(cutOff)
    },
  }
}
