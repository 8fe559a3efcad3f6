// The resident's page and the widget's files, with a policy under which a page runs no script and no style but ours.
import { join } from 'node:path'
import express, { Router } from 'express'
import helmet from 'helmet'
import type { WebChatOptions } from './web-chat-options'

/** File names carry no version, so a browser asks again soon; the ETag makes that cheap. */
const scriptCache = 'public, max-age=300'
const pageCache = 'no-cache'

export function createPublicFiles({
  publicDirectory,
  allowedOrigins,
  publicUrl,
}: Pick<WebChatOptions, 'publicDirectory' | 'allowedOrigins' | 'publicUrl'>): Router {
  const router = Router({ strict: false })
  const guard = createGuard(allowedOrigins, publicUrl)
  router.use(
    guard,
    express.static(publicDirectory, {
      index: 'page.html',
      dotfiles: 'ignore',
      redirect: false,
      setHeaders: (response, path) => {
        response.setHeader(
          'Cache-Control',
          path === join(publicDirectory, 'page.html') ? pageCache : scriptCache,
        )
      },
    }),
  )
  return router
}

const createGuard = (allowedOrigins: readonly string[], publicUrl: string | undefined) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        // Not every browser counts a socket to the same host as 'self'.
        'connect-src': [
          "'self'",
          (request) =>
            socketSources(publicUrl === undefined ? request.headers.host : new URL(publicUrl).host),
        ],
        'base-uri': ["'none'"],
        'form-action': ["'none'"],
        'frame-ancestors': ["'self'", ...allowedOrigins],
      },
    },
    // The widget's script is made to be loaded by other sites; who may talk to the chat is decided at the calls.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    // Says less than frame-ancestors, and would contradict it.
    xFrameOptions: false,
    // Other services of the city's domain are not ours to switch to https.
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
  })

const hostPattern = /^(\[[\da-f:.]+\]|[a-z\d.-]+)(:\d{1,5})?$/i

/** A host that could break out of its place in the policy is left out; `'self'` stays. */
const socketSources = (host: string | undefined): string =>
  host !== undefined && hostPattern.test(host) ? `ws://${host} wss://${host}` : "'self'"
