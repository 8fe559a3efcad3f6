// Twilio Programmable Messaging: signed webhooks, replies as TwiML in the answer, and its REST API for what is no reply.
import { z } from 'zod'
import type { DeliveryState, OutboundSms, SendResult } from '../../bot/contracts/sms/sms-gateway'
import { escapeMarkup } from '../escape-markup'
import { basic, callGateway, isUnclear, type GatewayAnswer } from './call-gateway'
import type { DeliveryReport, InboundSms, SmsGateway } from './gateway'
import { toPhoneNumber } from './phone-number'
import { isSignedByTwilio } from './twilio-signature'

export interface TwilioOptions {
  readonly accountSid: string
  readonly authToken: string
  /** While one is changed for the other, both are good. */
  readonly authTokenSecondary?: string
  /** The address that Twilio knows us by: it signs over that, not over what a proxy made of it. */
  readonly publicUrl: string
  readonly apiUrl: string
  /** Our number (E.164) or a Messaging Service (`MG…`), for texts that are no reply. */
  readonly number?: string
}

const messageSid = z.string().regex(/^(?:SM|MM)[0-9a-zA-Z]{1,64}$/)
const incoming = z.object({
  MessageSid: messageSid,
  From: z.string().min(1).max(50),
  To: z.string().min(1).max(50),
  Body: z.string().default(''),
  NumMedia: z.coerce.number().int().min(0).max(10).catch(0),
  OptOutType: z.enum(['STOP', 'START', 'HELP']).optional().catch(undefined),
})
const report = z.object({
  MessageSid: messageSid,
  MessageStatus: z.string(),
  ErrorCode: z.string().optional(),
  To: z.string().optional(),
})
const accepted = z.object({ sid: z.string() })
const refused = z.object({ code: z.number() })
const listed = z.object({
  messages: z.array(z.object({ sid: z.string(), body: z.string(), date_created: z.string() })),
})

/** Twilio's states by ours; those before a text has left Twilio tell nothing yet. */
const states: ReadonlyMap<string, DeliveryState> = new Map([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'delivered'],
  ['undelivered', 'failed'],
  ['failed', 'failed'],
])

/** The codes of https://www.twilio.com/docs/api/errors that trying again may help with; every other 4xx is for good. */
const mayGoLater: ReadonlySet<number> = new Set([20429, 14107, 21611, 30001, 30003])
const optedOutCode = 21610
/** Wrong on our side: it goes when operators have mended it. */
const ourFault: ReadonlySet<number> = new Set([20003, 20404, 21606, 21612, 21603, 21659])

const heardBy: Readonly<Record<'STOP' | 'START' | 'HELP', 'stop' | 'start' | 'help'>> = {
  STOP: 'stop',
  START: 'start',
  HELP: 'help',
}

export function createTwilio(options: TwilioOptions): SmsGateway {
  const { accountSid, authToken, authTokenSecondary, publicUrl, apiUrl } = options
  const tokens = [authToken, ...(authTokenSecondary === undefined ? [] : [authTokenSecondary])]
  const authorization = basic(accountSid, authToken)
  const messages = `${apiUrl}/2010-04-01/Accounts/${accountSid}/Messages.json`
  return {
    name: 'twilio',
    path: 'twilio',
    verify: ({ url, header, form }) =>
      isSignedByTwilio(header('x-twilio-signature'), tokens, publicUrl + url, form) ? 'ok' : 'refused',
    parse: parseIncoming,
    renderReply: (text) => ({ status: 200, type: 'text/xml', body: twiml(text) }),
    refusal: { status: 400, body: '' },
    parseReport,
    mediaHeaders: (address) => (address.startsWith(`${apiUrl}/`) ? { authorization } : undefined),
    async send(message) {
      const form = sendForm(message, options)
      if (form === undefined) return { kind: 'failed', code: 'not-configured' }
      return resultOf(await callGateway({ url: messages, authorization, form }))
    },
    async takenSince(message, since) {
      const day = since.toISOString().slice(0, 10)
      const query = new URLSearchParams({ To: message.to, 'DateSent>': day, PageSize: '50' })
      const answer = await callGateway({ url: `${messages}?${query.toString()}`, authorization })
      const { data } = listed.safeParse(answer.kind === 'answered' ? answer.body : undefined)
      const mayBe = data?.messages.filter(
        ({ body, date_created: created }) =>
          body === message.text && Date.parse(created) >= since.getTime() - 5_000,
      )
      return mayBe?.map(({ sid }) => sid) ?? []
    },
  }
}

function parseIncoming(form: URLSearchParams): InboundSms | undefined {
  const { data } = incoming.safeParse(Object.fromEntries(form))
  if (data === undefined) return undefined
  const media = Array.from({ length: data.NumMedia }, (_, n) => form.get(`MediaUrl${n}`) ?? '')
  return {
    id: data.MessageSid,
    from: data.From,
    to: data.To,
    text: data.Body,
    media: media.filter((address) => address !== ''),
    ...(data.OptOutType && { heard: heardBy[data.OptOutType] }),
  }
}

function parseReport(form: URLSearchParams): DeliveryReport | undefined {
  const { data } = report.safeParse(Object.fromEntries(form))
  const state = data && states.get(data.MessageStatus)
  if (data === undefined || state === undefined) return undefined
  const { MessageSid: id, ErrorCode: code, To: to = '' } = data
  const optedOut = code === String(optedOutCode) ? toPhoneNumber(to) : undefined
  return { id, state, ...(code && { code }), ...(optedOut !== undefined && { optedOut }) }
}

/** An answer without a message is silence. */
const twiml = (text: string | undefined): string =>
  text === undefined || text === ''
    ? '<?xml version="1.0" encoding="UTF-8"?><Response/>'
    : `<?xml version="1.0" encoding="UTF-8"?><Response><Message>${escapeMarkup(text)}</Message></Response>`

function sendForm(message: OutboundSms, { publicUrl, number }: TwilioOptions): URLSearchParams | undefined {
  const from = message.from ?? number
  if (from === undefined) return undefined
  return new URLSearchParams({
    To: message.to,
    Body: message.text,
    [from.startsWith('MG') ? 'MessagingServiceSid' : 'From']: from,
    StatusCallback: `${publicUrl}/sms/twilio/status`,
  })
}

function resultOf(answer: GatewayAnswer): SendResult {
  if (answer.kind === 'away')
    return { kind: 'failed', code: 'away', ...(answer.mayHaveArrived && { mayHaveGone: true }) }
  const { status, body, retryAfterMs } = answer
  const sent = accepted.safeParse(body).data
  if (status >= 200 && status < 300 && sent !== undefined) return { kind: 'sent', id: sent.sid }
  const code = refused.safeParse(body).data?.code ?? 0
  if (code === optedOutCode) return { kind: 'opted-out' }
  const later =
    status >= 500 || status === 429 || status === 401 || mayGoLater.has(code) || ourFault.has(code)
  const named = code === 0 ? `http-${status}` : String(code)
  const unclear = isUnclear(status) && ({ mayHaveGone: true } as const)
  if (!later) return { kind: 'refused', code: named, ...unclear }
  return { kind: 'failed', code: named, ...(retryAfterMs && { afterMs: retryAfterMs }), ...unclear }
}
