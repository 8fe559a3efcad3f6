// Which pages may carry the chat, and what their browsers are told (CORS).
import type { NextFunction, Request, Response } from 'express'
import type { IncomingHttpHeaders } from 'node:http'
import type { Logger } from '../../bot/contracts/basics/logger'
import { Problem } from './problem'

/** Seconds a browser may remember a preflight; without it every call from another site would be two. */
const preflightSeconds = 86_400
const allowedMethods = 'GET, POST, DELETE, OPTIONS'
const allowedHeaders = 'Authorization, Content-Type, Accept, x-ms-bot-agent, x-requested-with'

export interface Origins {
  /** True for an allowed origin, for a page of one of `ownHosts`, and for a caller that is no browser and sends none. */
  mayCall(headers: IncomingHttpHeaders, ownHosts: readonly (string | undefined)[]): boolean
  readonly cors: (request: Request, response: Response, next: NextFunction) => void
  /** @throws Problem `OriginNotAllowed`. */
  demand(request: Request): void
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host
  } catch {
    return undefined
  }
}

/** Origins told in the log, each once; a page that invents new ones fills no disk. */
const mostToldOrigins = 50
const originShape = /^https?:\/\/[^\s/]{1,200}$/

/** So that whoever put the chat on a new page finds out why it does not come up. */
function createTeller(logger: Logger): (origin: string) => void {
  const told = new Set<string>()
  return (origin) => {
    if (told.has(origin) || told.size >= mostToldOrigins || !originShape.test(origin)) return
    told.add(origin)
    logger.warn(
      { origin },
      'a page that may not carry the chat asked for it; add its origin to ALLOWED_ORIGINS',
    )
  }
}

export function createOrigins(
  allowedOrigins: readonly string[],
  publicUrl: string | undefined,
  logger: Logger,
): Origins {
  const tell = createTeller(logger)
  const allowed: ReadonlySet<string> = new Set(allowedOrigins)
  const publicHost = publicUrl === undefined ? undefined : hostOf(publicUrl)

  function mayCall({ origin }: IncomingHttpHeaders, ownHosts: readonly (string | undefined)[]): boolean {
    if (origin === undefined || allowed.has(origin)) return true
    const host = hostOf(origin)
    return host !== undefined && host !== '' && [...ownHosts, publicHost].includes(host)
  }

  return {
    mayCall,
    demand(request) {
      if (!mayCall(request.headers, [request.host]))
        throw new Problem('OriginNotAllowed', 'This page may not carry the chat; see ALLOWED_ORIGINS.')
    },
    cors(request, response, next) {
      response.setHeader('Vary', 'Origin')
      const { origin } = request.headers
      if (origin !== undefined && allowed.has(origin)) {
        response.setHeader('Access-Control-Allow-Origin', origin)
        response.setHeader('Access-Control-Expose-Headers', 'Retry-After')
        // The official client asks for its session id with credentials; no cookie is ever set or read.
        response.setHeader('Access-Control-Allow-Credentials', 'true')
      } else if (origin !== undefined && !mayCall(request.headers, [request.host])) tell(origin)
      if (request.method !== 'OPTIONS') {
        next()
        return
      }
      response.setHeader('Access-Control-Allow-Methods', allowedMethods)
      response.setHeader('Access-Control-Allow-Headers', allowedHeaders)
      response.setHeader('Access-Control-Max-Age', String(preflightSeconds))
      response.status(204).end()
    },
  }
}
