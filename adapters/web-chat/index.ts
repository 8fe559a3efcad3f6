// The web chat's front door: a Direct Line 3.0 server of our own, in this process, for our widget and the official clients.
import type { Server } from 'node:http'
import type { Router } from 'express'
import { whenFirstAsked } from '../../bot/contracts/basics/when-first-asked'
import { createBackgroundTurns } from './background-turns'
import type { DirectLineAdapter } from './direct-line-adapter'
import { createDoor } from './door'
import { createGiveAdvice } from './give-advice'
import { createOrigins } from './origins'
import { createRoutes } from './routes'
import { createStreams } from './streams'
import { createTokens } from './tokens'
import { defaultBounds, type WebChatOptions } from './web-chat-options'

export type {
  Advice,
  Uploads,
  WebChatBounds,
  WebChatCity,
  WebChatOptions,
  WebChatStore,
} from './web-chat-options'

export interface WebChat {
  /** All HTTP calls, the resident's page and the widget. The application above decides `trust proxy`. */
  readonly router: Router
  /** Serves the sockets of this server. */
  readonly attach: (server: Server) => void
  readonly openSockets: () => number
  /**
   * Sends residents' sockets away with 1001 and waits for the turns that run here. HTTP goes on being answered, so that
   * a message on its way is still kept; stop the server afterwards.
   */
  readonly close: () => Promise<void>
}

export function createWebChat(options: WebChatOptions): WebChat {
  const { store, clock, logger, allowedOrigins, publicUrl } = options
  const bounds = { ...defaultBounds, ...options.bounds }
  const tokens = createTokens(store, clock)
  const origins = createOrigins(allowedOrigins, publicUrl, logger)
  const adapter = openAdapter(options)
  const turns = createBackgroundTurns(async (kept) => (await adapter()).process(kept), bounds, logger)
  const streams = createStreams({ ...options, bounds, tokens, origins })
  const door = createDoor(options, tokens)
  const hangUp = streams.hangUp
  const giveAdvice = createGiveAdvice(options)
  const router = createRoutes({ ...options, bounds, tokens, origins, turns, door, hangUp, giveAdvice })
  return {
    router,
    attach(server) {
      streams.attach(server)
      // A failure is met again, and told, by the first turn.
      server.once('listening', () => setImmediate(() => void adapter().catch(() => undefined)))
    },
    openSockets: streams.openSockets,
    async close() {
      await streams.close()
      await turns.settled()
    },
  }
}

/** Bot Framework takes a quarter of a second to load: the page is served before it. */
const openAdapter = (options: WebChatOptions): (() => Promise<DirectLineAdapter>) =>
  whenFirstAsked(async () => new (await import('./direct-line-adapter.js')).DirectLineAdapter(options))
