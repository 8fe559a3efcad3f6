// A gateway of our own for pilots without one: phones on a page, texts that cost nothing, the same contract as the real ones.
import type { RequestHandler } from 'express'
import { z } from 'zod'
import type { OutboundSms } from '../../../bot/contracts/sms/sms-gateway'
import type { InboundSms, SmsGateway } from '../gateway'

export interface SentText extends OutboundSms {
  /** Counts up, also over a restart, so that a page that stays open asks on from where it was. */
  readonly n: number
  /** ISO 8601. */
  readonly at: string
}

export interface Simulator {
  readonly gateway: SmsGateway
  /** Texts that were no reply, to a phone and after a number, oldest first. */
  readonly sentTo: (phone: string, after: number) => readonly SentText[]
}

/** A browser sends this header to no other site's server without asking it first: no page elsewhere can play a phone. */
const ownHeader = 'x-simulator'
/** The page asks every few seconds; older ones have been seen. */
const mostKept = 500

const incoming = z.object({
  id: z.string().regex(/^[\w-]{1,64}$/),
  from: z.string().min(1).max(50),
  text: z.string().max(2_000),
})

export interface SimulatorOptions {
  /** The number that phones write to, E.164. */
  readonly ours: string
  readonly nowIso: () => string
  /** Answers whoever may not open it; everyone may when left out. */
  readonly mayEnter?: RequestHandler
}

export function createSimulator({ ours, nowIso, mayEnter }: SimulatorOptions): Simulator {
  let sent: readonly SentText[] = []
  let count = Date.parse(nowIso())
  const gateway: SmsGateway = {
    name: 'simulator',
    path: 'simulator',
    ...(mayEnter !== undefined && { mayEnter }),
    verify: ({ header }) => (header(ownHeader) === undefined ? 'refused' : 'ok'),
    parse(form): InboundSms | undefined {
      const { data } = incoming.safeParse(Object.fromEntries(form))
      return data === undefined ? undefined : { ...data, to: ours, media: [] }
    },
    renderReply: (text) => ({
      status: 200,
      type: 'application/json',
      body: JSON.stringify({ reply: text ?? null }),
    }),
    refusal: { status: 400, body: '' },
    parseReport: () => undefined,
    mediaHeaders: () => undefined,
    send(message) {
      count += 1
      sent = [...sent, { ...message, n: count, at: nowIso() }].slice(-mostKept)
      return Promise.resolve({ kind: 'sent', id: String(count) })
    },
  }
  return {
    gateway,
    sentTo: (phone, after) => sent.filter(({ to, n }) => to === phone && n > after),
  }
}
