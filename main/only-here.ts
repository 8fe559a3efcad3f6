// Who may open the simulator, where anybody can write as any number: whoever sits at this machine, and nobody through a proxy.
import type { IncomingHttpHeaders } from 'node:http'
import type { RequestHandler } from 'express'

const localAddresses: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** A page elsewhere may have its own name point to this machine: what is asked for must be this machine by name, too. */
const localHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i

/** What proxies add. One that adds nothing is known by the name that it was asked for. */
const addedOnTheWay = /^(forwarded|via|x-real-ip|x-forwarded-.*)$/

export const isFromHere = (headers: IncomingHttpHeaders, remoteAddress: string | undefined): boolean =>
  localAddresses.has(remoteAddress ?? '') &&
  localHost.test(headers.host ?? '') &&
  !Object.keys(headers).some((name) => addedOnTheWay.test(name))

/** Answers 404 to everybody else. */
export const onlyHere: RequestHandler = (request, response, next) => {
  if (isFromHere(request.headers, request.socket.remoteAddress)) next()
  else response.status(404).end()
}
