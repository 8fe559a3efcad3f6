// The addresses that gateways call. What is answered is sent to a phone, so a refusal has no body at all.
import { Router, type Request, type Response } from 'express'
import type { InboundMessage } from '../../bot/contracts/talk/message'
import { replyEntryId } from '../../bot/contracts/sms/text-message'
import { readForm } from '../bounded-bodies'
import { createAdviseUnkept } from './advise-unkept'
import type { GatewayRequest, RenderedReply, SmsGateway } from './gateway'
import { createReceiveText, type ReceivedText } from './receive-text'
import type { SmsOptions } from './sms-options'

/**
 * A text of 1,600 characters, each of nine bytes when it is escaped, and what gateways say beside it. What is refused is read
 * to its end, for a connection that breaks off is tried again by gateways; but a megabyte is not even read.
 */
const formBound = { most: 64 * 1_024, mostRead: 1_024 * 1_024 } as const
const refusedWith = { 'cut-off': 400, 'too-large': 413, 'no-form': 415 } as const

export function createSmsRouter(options: SmsOptions): Router {
  const router = Router({ caseSensitive: true, strict: true })
  const receive = createReceiveText(options)
  const adviseUnkept = createAdviseUnkept(options)
  for (const gateway of options.gateways) {
    if (gateway.mayEnter !== undefined) router.use(`/sms/${gateway.path}`, gateway.mayEnter)
    router.post(`/sms/${gateway.path}`, async (request, response) => {
      const form = await admit(gateway, request, response)
      if (form === undefined) return
      const sms = gateway.parse(form)
      if (sms === undefined) {
        options.silent?.(gateway.name, 'malformed')
        options.logger.warn({ gateway: gateway.name }, 'a gateway sent something that is no text')
        send(response, gateway.refusal)
        return
      }
      try {
        answer(options, gateway, response, await receive(gateway, sms))
      } catch (error) {
        options.logger.error({ gateway: gateway.name, err: error }, 'a text could not be kept')
        await adviseUnkept(gateway, sms)
        send(response, { status: 503, body: '' })
      }
    })
    router.post(`/sms/${gateway.path}/status`, async (request, response) => {
      const form = await admit(gateway, request, response)
      if (form === undefined) return
      try {
        await keepReport(options, gateway, form)
        send(response, { status: 204, body: '' })
      } catch (error) {
        options.logger.error({ gateway: gateway.name, err: error }, 'a report of a text could not be kept')
        send(response, { status: 503, body: '' })
      }
    })
  }
  return router
}

/** Undefined when the request has been answered: it is no form, or not the gateway's. */
async function admit(
  gateway: SmsGateway,
  request: Request,
  response: Response,
): Promise<URLSearchParams | undefined> {
  const read = await readForm(request, formBound)
  if (read.kind !== 'form') {
    send(response, { status: refusedWith[read.kind], body: '' })
    return undefined
  }
  const header = (name: string) => request.get(name)
  const asked: GatewayRequest = { url: request.originalUrl, header, form: read.form }
  const verdict = gateway.verify(asked)
  if (verdict === 'ok') return read.form
  if (verdict === 'challenge') response.set('WWW-Authenticate', 'Basic realm="sms", charset="UTF-8"')
  send(response, { status: verdict === 'challenge' ? 401 : 403, body: '' })
  return undefined
}

/** The reply is in the gateway's hands when it has been written: the copy of it in the outbox is not needed any more. */
function answer(
  { store, logger }: SmsOptions,
  gateway: SmsGateway,
  response: Response,
  { reply, answered }: ReceivedText,
): void {
  const forget = async (message: InboundMessage): Promise<void> =>
    store.finishOutbox(replyEntryId(message.conversationId, message.id))
  if (reply !== undefined)
    response.once('finish', () => {
      void Promise.all(answered.map(forget)).catch((error: unknown) => {
        logger.error({ err: error }, 'a reply that was given is still in the outbox')
      })
    })
  send(response, gateway.renderReply(reply))
}

async function keepReport(
  { store, clock, toReportRecords, logger }: SmsOptions,
  gateway: SmsGateway,
  form: URLSearchParams,
): Promise<void> {
  const report = gateway.parseReport(form)
  if (report === undefined) return
  for (const record of await toReportRecords(gateway.name, report, clock.now())) await store.putRecord(record)
  if (report.state === 'failed')
    logger.warn({ gateway: gateway.name, code: report.code }, 'a text did not reach its phone')
}

function send(response: Response, { status, type, body }: RenderedReply): void {
  response.status(status).set('Cache-Control', 'no-store')
  if (body === '') {
    response.end()
    return
  }
  response.set('Content-Type', `${type ?? 'text/plain'}; charset=utf-8`).end(body)
}
