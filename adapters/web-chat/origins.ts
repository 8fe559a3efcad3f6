// Which pages may carry the chat, and what their browsers are told (CORS).
import type { NextFunction, Request, Response } from 'express'
import type { IncomingHttpHeaders } from 'node:http'
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

export function createOrigins(allowedOrigins: readonly string[], publicUrl: string | undefined): Origins {
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
      }
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
