// What a gateway's door has to know: whether a request is the gateway's, what it says, and how the reply goes back.
import type { RequestHandler } from 'express'
import type { DeliveryState, SmsSender } from '../../bot/contracts/sms/sms-gateway'

/** A request as it came: nothing of it is believed before `verify`. */
export interface GatewayRequest {
  /** Path and query as they were sent. */
  readonly url: string
  readonly header: (name: string) => string | undefined
  readonly form: URLSearchParams
}

export interface InboundSms {
  /** The gateway's own id of the text: a repeat carries the same one. */
  readonly id: string
  /** As the gateway writes them. */
  readonly from: string
  readonly to: string
  readonly text: string
  /** Addresses of pictures that came with it. */
  readonly media: readonly string[]
  readonly heard?: 'stop' | 'start' | 'help'
}

export interface DeliveryReport {
  readonly id: string
  readonly state: DeliveryState
  readonly code?: string
  /** The phone, E.164, where the text did not reach it because it wants none. */
  readonly optedOut?: string
}

export interface RenderedReply {
  readonly status: number
  readonly type?: string
  readonly body: string
}

export interface SmsGateway extends SmsSender {
  readonly name: 'elks' | 'twilio' | 'simulator'
  /** Below `/sms/`. */
  readonly path: string
  /** Stands before its addresses, and answers whoever may not come at all. */
  readonly mayEnter?: RequestHandler
  /** `challenge`: it did not say who it is, and shall say so. */
  verify(request: GatewayRequest): 'ok' | 'refused' | 'challenge'
  /** Asks the gateway itself whether a text is its own; `unknown` where it cannot be asked. */
  confirm?(sms: InboundSms): Promise<'yes' | 'no' | 'unknown'>
  /** Undefined when the form is no text. */
  parse(form: URLSearchParams): InboundSms | undefined
  /** That the answer to the request is no reply to this text: the outbox sends it. */
  repliesApart?(sms: InboundSms): boolean
  /** Undefined text is silence. */
  renderReply(text: string | undefined): RenderedReply
  /** What is answered to something that will never be understood, so that it is not sent again. */
  readonly refusal: RenderedReply
  parseReport(form: URLSearchParams): DeliveryReport | undefined
  /** How pictures are fetched: headers for their addresses, undefined for an address that is not the gateway's. */
  mediaHeaders(address: string): Readonly<Record<string, string>> | undefined
}
