// The resident's page and the widget's files, with a policy under which a page runs no script and no style but ours.
import express, { Router } from 'express'
import helmet from 'helmet'
import { createResidentPage } from './resident-page'
import type { WebChatOptions } from './web-chat-options'

/** File names carry no version, so a browser asks again soon; the ETag makes that cheap. */
const fileSeconds = 300

export function createPublicFiles({
  publicDirectory,
  allowedOrigins,
  publicUrl,
  mapOrigin,
  city,
}: Pick<WebChatOptions, 'publicDirectory' | 'allowedOrigins' | 'publicUrl' | 'mapOrigin' | 'city'>): Router {
  const router = Router({ strict: false })
  router.use(createGuard({ allowedOrigins, publicUrl, mapOrigin }))
  router.get(['/', '/page.html'], createResidentPage({ publicDirectory, city }))
  router.use(
    express.static(publicDirectory, {
      index: false,
      dotfiles: 'ignore',
      redirect: false,
      maxAge: fileSeconds * 1_000,
      setHeaders: (response, path) => {
        // What the widget fetches from whatever site carries it: its texts, and the scripts that few residents need.
        if (/(\.json|(files|deeds|reasons|place|map)\.js)$/.test(path))
          response.setHeader('Access-Control-Allow-Origin', '*')
      },
    }),
  )
  return router
}

const createGuard = ({
  allowedOrigins,
  publicUrl,
  mapOrigin,
}: Pick<WebChatOptions, 'allowedOrigins'> & {
  readonly publicUrl: string | undefined
  readonly mapOrigin: string | undefined
}) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:', ...(mapOrigin === undefined ? [] : [mapOrigin])],
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
