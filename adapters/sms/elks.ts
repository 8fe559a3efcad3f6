// 46elks. The body of our answer IS the reply text, so every other answer is empty (https://46elks.se/docs/receive-sms).
// No request is signed: a path that nobody can guess, Basic authentication, and the text looked up at 46elks stand in for it.
import { z } from 'zod'
import type { SteadyMs } from '../../bot/contracts/basics/clock'
import type { OutboundSms, SendResult } from '../../bot/contracts/sms/sms-gateway'
import { isSameText } from '../signed-door'
import { basic, callGateway, isUnclear, type GatewayAnswer } from './call-gateway'
import type { DeliveryReport, InboundSms, RenderedReply, SmsGateway } from './gateway'

export interface ElksOptions {
  /** The secret part of the address. */
  readonly webhookPath: string
  readonly webhook: { readonly user: string; readonly password: string }
  /** Without it texts can be answered, and none begun. */
  readonly api?: { readonly user: string; readonly password: string }
  readonly apiUrl: string
  /** Our number, E.164, for texts that are no reply. */
  readonly number?: string
  /** Where delivery reports come; with the webhook's user and password in it. */
  readonly reportUrl?: string
  readonly steadyMs: SteadyMs
}

const silence: RenderedReply = { status: 204, body: '' }
/** A look-up holds up the reply, so it may not take long. */
const confirmDeadlineMs = 1_500
/** When 46elks cannot be asked, it is not asked again for a while: residents are answered all the same. */
const unaskedMs = 60_000

const incoming = z.object({
  direction: z.literal('incoming').optional(),
  id: z.string().min(1).max(100),
  from: z.string().min(1).max(50),
  to: z.string().min(1).max(50),
  message: z.string().default(''),
})
const report = z.object({ id: z.string().min(1).max(100), status: z.enum(['sent', 'delivered', 'failed']) })
const lookedUp = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  message: z.string().optional(),
})
const accepted = z.object({ id: z.string().min(1) })
const listed = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      to: z.string(),
      created: z.string(),
      direction: z.string().optional(),
      message: z.string().optional(),
    }),
  ),
})

export function createElks(options: ElksOptions): SmsGateway {
  const { api, apiUrl, webhook } = options
  const expected = basic(webhook.user, webhook.password)
  const authorization = api === undefined ? undefined : basic(api.user, api.password)
  let askAgainMs = 0
  return {
    name: 'elks',
    path: `elks/${options.webhookPath}`,
    verify: ({ header }) => (isSameText(header('authorization') ?? '', expected) ? 'ok' : 'challenge'),
    async confirm(sms) {
      if (authorization === undefined || options.steadyMs() < askAgainMs) return 'unknown'
      const kind = sms.media.length > 0 ? 'mms' : 'sms'
      const url = `${apiUrl}/${kind}/${encodeURIComponent(sms.id)}`
      const verdict = verdictOn(await callGateway({ url, authorization, deadlineMs: confirmDeadlineMs }), sms)
      if (verdict === 'unknown') askAgainMs = options.steadyMs() + unaskedMs
      return verdict
    },
    parse: parseIncoming,
    // What is answered to an MMS goes nowhere, as far as is written (https://46elks.se/docs/receive-mms). Without a way to
    // send it is tried all the same.
    repliesApart: ({ media }) => media.length > 0 && authorization !== undefined,
    renderReply: (text) =>
      text === undefined || text === '' ? silence : { status: 200, type: 'text/plain', body: text },
    refusal: silence,
    parseReport(form): DeliveryReport | undefined {
      return report.transform(({ id, status }) => ({ id, state: status })).safeParse(Object.fromEntries(form))
        .data
    },
    mediaHeaders: (address) =>
      authorization !== undefined && address.startsWith(`${new URL(apiUrl).origin}/`)
        ? { authorization }
        : undefined,
    send: (message) => send(message, options, authorization),
    async takenSince(message, since) {
      if (authorization === undefined) return []
      // At most a hundred at once (https://46elks.se/docs/sms-history): of those to one phone, however many others went meanwhile.
      const query = new URLSearchParams({ to: message.to, limit: '100' })
      const answer = await callGateway({ url: `${apiUrl}/sms?${query.toString()}`, authorization })
      const { data } = listed.safeParse(answer.kind === 'answered' ? answer.body : undefined)
      const mayBe = data?.data.filter((one) => isLike(one, message) && isSince(one.created, since)) ?? []
      return mayBe.map(({ id }) => id)
    },
  }
}

function parseIncoming(form: URLSearchParams): InboundSms | undefined {
  const { data } = incoming.safeParse(Object.fromEntries(form))
  if (data === undefined) return undefined
  const { id, from, to, message: text } = data
  const media = [...form].filter(([name]) => /^image\d*$/.test(name)).map(([, address]) => address)
  return { id, from, to, text, media }
}

interface Listed {
  readonly to: string
  readonly direction?: string | undefined
  readonly message?: string | undefined
}

/** We send without leaving the words there; a reply to a text has left its own, and is another one. */
const isLike = ({ to, direction, message: words = '' }: Listed, { to: theirs, text }: OutboundSms): boolean =>
  to === theirs && direction !== 'incoming' && ['', comparable(text)].includes(comparable(words))

/** 46elks writes UTC without a zone. Its clock and ours may differ a little. */
const isSince = (created: string, since: Date): boolean => {
  const ms = Date.parse(/[Zz]|[+-]\d\d:?\d\d$/.test(created) ? created : `${created}Z`)
  return ms >= since.getTime() - 5_000
}

/** A text without its words at 46elks (`dontlog`) is known by its numbers. */
function verdictOn(answer: GatewayAnswer, sms: InboundSms): 'yes' | 'no' | 'unknown' {
  if (answer.kind === 'away' || answer.status >= 500 || answer.status === 429) return 'unknown'
  // Our own user and password are wrong: that is no word on the text.
  if (answer.status === 401 || answer.status === 403) return 'unknown'
  const { data } = lookedUp.safeParse(answer.body)
  if (answer.status !== 200 || data === undefined) return 'no'
  const isSame = (['id', 'from', 'to'] as const).every((name) => data[name].trim() === sms[name].trim())
  const kept = comparable(data.message ?? '')
  return isSame && (kept === '' || kept === comparable(sms.text)) ? 'yes' : 'no'
}

/** One text may be written in several ways on its way: its ends of line, its composed letters, blanks around it. */
const comparable = (text: string): string => text.replace(/\r\n?/g, '\n').normalize('NFC').trim()

async function send(
  message: OutboundSms,
  { apiUrl, number, reportUrl }: ElksOptions,
  authorization: string | undefined,
): Promise<SendResult> {
  const from = message.from ?? number
  if (authorization === undefined || from === undefined) return { kind: 'failed', code: 'not-configured' }
  const form = new URLSearchParams({
    from,
    to: message.to,
    message: message.text,
    dontlog: 'message',
    ...(reportUrl && { whendelivered: reportUrl }),
  })
  const answer = await callGateway({ url: `${apiUrl}/sms`, authorization, form })
  if (answer.kind === 'away')
    return { kind: 'failed', code: 'away', ...(answer.mayHaveArrived && { mayHaveGone: true }) }
  const { status, body, retryAfterMs } = answer
  const { data } = accepted.safeParse(body)
  if (status >= 200 && status < 300 && data !== undefined) return { kind: 'sent', id: data.id }
  const code = `http-${status}`
  const mayGoLater = status >= 500 || status === 429 || status === 401 || status === 402 || status === 403
  const unclear = isUnclear(status) && ({ mayHaveGone: true } as const)
  if (!mayGoLater) return { kind: 'refused', code, ...unclear }
  return { kind: 'failed', code, ...(retryAfterMs && { afterMs: retryAfterMs }), ...unclear }
}
