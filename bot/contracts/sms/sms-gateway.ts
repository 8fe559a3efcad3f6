// A gateway that carries texts between phones and us, behind one small contract.

/** A text on its way to a phone. */
export interface OutboundSms {
  /** E.164. */
  readonly to: string
  /** Our number, E.164; the gateway's own when it is not given. */
  readonly from?: string
  readonly text: string
}

export type SendResult =
  /** `id` is the gateway's own, by which it reports the delivery. */
  | { readonly kind: 'sent'; readonly id: string }
  /** The phone's owner has told the gateway to send nothing. */
  | { readonly kind: 'opted-out' }
  /** It will never go. `code` is the gateway's own and says nothing of the phone. */
  | ({ readonly kind: 'refused'; readonly code: string } & Unclear)
  /** It may go later. */
  | ({ readonly kind: 'failed'; readonly code: string; readonly afterMs?: number } & Unclear)

export interface Unclear {
  /** The gateway may have taken it all the same: the line broke, or its answer could not be read. Left out when it surely has not. */
  readonly mayHaveGone?: true
}

/** Whether it surely did not go, and cost nothing. */
export const isUnsent = (result: SendResult): boolean =>
  result.kind === 'opted-out' ||
  ((result.kind === 'refused' || result.kind === 'failed') && result.mayHaveGone !== true)

/** What a gateway reports of a text it has taken. */
export type DeliveryState = 'sent' | 'delivered' | 'failed'

export interface SmsSender {
  readonly name: string
  /** Resolves also when the gateway is away, with `failed`; never rejects. */
  send(message: OutboundSms): Promise<SendResult>
  /**
   * The ids of texts that the gateway has taken since then and that may be this one, asked when a process died before it could
   * note the answer. Empty also where it cannot be told.
   */
  takenSince?(message: OutboundSms, since: Date): Promise<readonly string[]>
}
