// `/letters/<case>/<token>`: the page that each letter to a resident names, at which they say that they want no more.
//
// Looking at it stops nothing, for mail programs look at addresses by themselves.
import { Router, type Request, type Response } from 'express'
import type { LetterStops, StopWords } from '../../bot/contracts/cases/letter'
import { escapeMarkup } from '../escape-markup'

export const stopPathOf = (number: string, token: string): string => `/letters/${number}/${token}`

/** As the page knows it. */
export interface StopPageCity {
  readonly name: string
  readonly phone: string
}

const headers = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
} as const

/** Mail programs cut long links. Of a link that is none of ours no language is known. */
const unknown = {
  sv: {
    heading: 'Länken fungerar inte',
    told: 'Den kan ha blivit avklippt på vägen, eller så finns ärendet inte kvar. Prova att öppna länken i mejlet en gång till, eller ring oss så slutar vi skicka mejl.',
    contact: 'Kontaktcenter',
  },
  en: {
    heading: 'This link does not work',
    told: 'It may have been cut on its way, or the case is gone. Try to open the link in the letter once more, or call us and we will stop the letters.',
    contact: 'Contact centre',
  },
} as const

export function createStopPage(stops: LetterStops, city: () => StopPageCity): Router {
  const router = Router()
  const path = '/letters/:number/:token'
  const show = (request: Request, response: Response, words: StopWords, heading: string, more = '') => {
    const body = `<h2>${escapeMarkup(heading)}</h2>${more}${callLine(words.contact, city().phone)}`
    send(request, response, city(), { language: words.language, title: heading, body })
  }
  router.get(path, async (request, response, next) => {
    const { number, token } = request.params
    const words = await stops.words(number, token)
    if (words === undefined) next()
    else if (words.already !== undefined) show(request, response, words, words.already)
    else
      show(
        request,
        response,
        words,
        words.ask,
        `<form method="post"><button>${escapeMarkup(words.button)}</button></form>`,
      )
  })
  router.post(path, async (request, response, next) => {
    const { number, token } = request.params
    const words = await stops.words(number, token)
    if (words === undefined || !(await stops.stop(number, token))) next()
    else show(request, response, words, words.stopped)
  })
  router.all('/letters{/*rest}', (request, response) => {
    const { sv, en } = unknown
    const parts = [
      `<h2>${sv.heading}</h2><p>${sv.told}</p>${callLine(sv.contact, city().phone)}`,
      `<div lang="en"><h2>${en.heading}</h2><p>${en.told}</p>${callLine(en.contact, city().phone)}</div>`,
    ]
    response.status(404)
    send(request, response, city(), { language: 'sv', title: sv.heading, body: parts.join('') })
  })
  return router
}

const callLine = (contact: string, phone: string): string =>
  `<p>${escapeMarkup(contact)}: <a href="tel:${phone.replace(/[^+\d]/g, '')}" dir="ltr">${escapeMarkup(phone)}</a></p>`

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'fa'])

interface Page {
  readonly language: string
  readonly title: string
  /** HTML */
  readonly body: string
}

function send(request: Request, response: Response, { name }: StopPageCity, page: Page): void {
  const direction = rightToLeft.has(page.language) ? 'rtl' : 'ltr'
  // The style sheet of the resident's page, also where a proxy serves all of this below a path.
  const up = '../'.repeat((request.originalUrl.split('?')[0] ?? '').split('/').length - 2)
  response
    .set(headers)
    .type('html')
    .send(
      `<!doctype html><html lang="${escapeMarkup(page.language)}" dir="${direction}"><head><meta charset="utf-8">` +
        '<meta name="viewport" content="width=device-width, initial-scale=1">' +
        `<title>${escapeMarkup(`${page.title} · ${name}`)}</title>` +
        `<link rel="icon" href="data:,"><link rel="stylesheet" href="${up}page.css"></head>` +
        `<body><main><div class="contact"><h1>${escapeMarkup(name)}</h1>${page.body}</div></main></body></html>`,
    )
}
