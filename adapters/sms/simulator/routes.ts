// The page with phones on it, and what it asks for.
import { join } from 'node:path'
import { Router, type Response } from 'express'
import helmet from 'helmet'
import { toPhoneNumber } from '../phone-number'
import type { Simulator } from './gateway'

export interface SimulatorPageOptions {
  readonly simulator: Simulator
  /** Holds `simulator.html`, `.css` and `.js`, and is served by nobody else. */
  readonly pageDirectory: string
  /** Of a text: how many parts it takes, and what that costs. */
  readonly priceOf: (text: string) => {
    readonly parts: number
    readonly encoding: string
    readonly kronor: number
  }
}

export function createSimulatorRouter({ simulator, pageDirectory, priceOf }: SimulatorPageOptions): Router {
  // A router of its own below one address: whatever reaches it, however that was spelt, has passed who may enter.
  const router = Router()
  if (simulator.gateway.mayEnter !== undefined) router.use(simulator.gateway.mayEnter)
  const file = (name: string) => (_request: unknown, response: Response) => {
    response.set('Cache-Control', 'no-cache').sendFile(join(pageDirectory, name))
  }
  router.use(guard)
  router.get('/', file('simulator.html'))
  router.get('/simulator.js', file('simulator.js'))
  router.get('/simulator.css', file('simulator.css'))
  router.get('/sent', (request, response) => {
    const { to, after: seen } = request.query
    const phone = toPhoneNumber(typeof to === 'string' ? to : '') ?? ''
    const after = Number(seen) || 0
    response.set('Cache-Control', 'no-store').json(simulator.sentTo(phone, after))
  })
  router.get('/price', (request, response) => {
    const { text } = request.query
    response.set('Cache-Control', 'no-store').json(priceOf(typeof text === 'string' ? text : ''))
  })
  return Router().use('/simulator', router)
}

const guard = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ['data:'],
      'connect-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
    },
  },
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
})
