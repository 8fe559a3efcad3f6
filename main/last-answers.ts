// What is answered where no wing has an answer: there is no such page, or something failed that none of them foresaw.
import type { ErrorRequestHandler, RequestHandler } from 'express'
import { DygnetError } from '../bot/contracts/basics/errors'
import type { Logger } from '../bot/contracts/basics/logger'

/** For a person who mistyped an address, and for a program: one plain line. */
export const noSuchPage: RequestHandler = (_request, response) => {
  response.status(404).type('text/plain').send('Sidan finns inte. There is no such page.\n')
}

const retrySeconds = 5

/**
 * Express itself would show where in the code it happened to whoever asked, and write it beside the log. An address that cannot be
 * decoded has no page; what trying again may help with is 503, all else 500.
 */
export const createErrorAnswer =
  (logger: Logger): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (error instanceof URIError && !response.headersSent) {
      void noSuchPage(request, response, next)
      return
    }
    // Never the address: a way to stop letters, or the secret of a gateway, may stand in it.
    logger.error({ err: error }, 'a request failed')
    if (response.headersSent) {
      // What has begun cannot be taken back; whoever reads it sees that it was broken off.
      response.destroy()
      return
    }
    const isPassing = error instanceof DygnetError && error.retryable
    response
      .status(isPassing ? 503 : 500)
      .set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' })
      .set(isPassing ? { 'Retry-After': String(retrySeconds) } : {})
      .type('text/plain')
      .send(
        'Något gick fel hos oss. Försök igen om en stund. Something went wrong. Please try again later.\n',
      )
  }
