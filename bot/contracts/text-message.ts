// A text message on its way out, as an outbox entry of the kind `sms` holds it.

export interface TextMessage {
  /** E.164. */
  readonly to: string
  readonly text: string
  /** ISO 8601. Sent later than this it is of no use. */
  readonly notAfter: string
  /** Id of the subscription it rests on: whoever sends it asks `mayStillBeSent` first. */
  readonly subscription?: string
}
