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
  | { readonly kind: 'refused'; readonly code: string }
  /** It may go later. */
  | { readonly kind: 'failed'; readonly code: string; readonly afterMs?: number }

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
