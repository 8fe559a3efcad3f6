// `/letters/<case>/<token>`: the page that each letter to a resident names, at which they say that they want no more.
//
// Looking at it stops nothing, for mail programs look at addresses by themselves.
import { Router, type Response } from 'express'
import type { LetterStops } from '../../bot/contracts/letter'
import { escapeMarkup } from '../escape-markup'

export const stopPathOf = (number: string, token: string): string => `/letters/${number}/${token}`

const headers = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex',
  'Content-Security-Policy':
    "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
} as const

export function createStopPage(stops: LetterStops): Router {
  const router = Router()
  const path = '/letters/:number/:token'
  router.get(path, async ({ params: { number, token } }, response) => {
    const words = await stops.words(number, token)
    if (words === undefined) sendNothing(response)
    else
      send(
        response,
        words.language,
        words.ask,
        `<form method="post"><button>${escapeMarkup(words.button)}</button></form>`,
      )
  })
  router.post(path, async ({ params: { number, token } }, response) => {
    const words = await stops.words(number, token)
    if (words === undefined || !(await stops.stop(number, token))) sendNothing(response)
    else send(response, words.language, words.stopped)
  })
  return router
}

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'fa'])

function send(response: Response, language: string, heading: string, more = ''): void {
  const direction = rightToLeft.has(language) ? 'rtl' : 'ltr'
  response
    .status(200)
    .set(headers)
    .type('html')
    .send(
      `<!doctype html><html lang="${escapeMarkup(language)}" dir="${direction}"><head><meta charset="utf-8">` +
        `<meta name="viewport" content="width=device-width"><title>${escapeMarkup(heading)}</title></head>` +
        `<body><main><h1>${escapeMarkup(heading)}</h1>${more}</main></body></html>`,
    )
}

const sendNothing = (response: Response): void => {
  response.status(404).set(headers).type('text/plain').send('404')
}
