// A refused request in the words of GeoReport v2: a list of codes with descriptions, and nothing of what was sent.

/** So many of the newest requests a list reaches: who looks for older ones asks for fewer days at once. */
export const deepestRow = 5_000

/** Codes of the specification are HTTP statuses; `status` repeats them where several kinds share one. */
export const faults = {
  'jurisdiction-unknown': { status: 404, description: 'jurisdiction_id not found' },
  'service-unknown': { status: 404, description: 'service_code not found' },
  'request-unknown': { status: 404, description: 'service_request_id not found' },
  'token-unknown': { status: 404, description: 'token not found' },
  'page-unknown': { status: 404, description: 'there is no such resource' },
  'service-missing': { status: 400, description: 'service_code is required' },
  'location-missing': { status: 400, description: 'lat and long, or address_string, are required' },
  'location-outside': { status: 400, description: 'the location is outside this jurisdiction' },
  'description-missing': { status: 400, description: 'description is required for this service_code' },
  'value-bad': { status: 400, description: 'a value has the wrong form' },
  'too-deep': {
    status: 400,
    description: `page * page_size may be ${deepestRow} at most: ask for fewer days with start_date and end_date`,
  },
  'key-missing': { status: 403, description: 'api_key is missing or not valid' },
  'method-unknown': { status: 405, description: 'method not allowed' },
  'too-large': { status: 413, description: 'the request is too large' },
  'type-unknown': { status: 415, description: 'send application/x-www-form-urlencoded, without compression' },
  // As the draft of the header `Idempotency-Key` says (draft-ietf-httpapi-idempotency-key-header).
  'key-used': {
    status: 422,
    description: 'this Idempotency-Key came with another request: send a new key with what is new',
  },
  'too-many': { status: 429, description: 'too many requests' },
  unavailable: { status: 503, description: 'try again later' },
} as const satisfies Record<string, { status: number; description: string }>
export type FaultCode = keyof typeof faults

export class Fault extends Error {
  /**
   * @param field the name of what is wrong, never its value.
   * @param retryAfterMs when to come again.
   */
  constructor(
    readonly code: FaultCode,
    readonly field?: string,
    readonly retryAfterMs?: number,
  ) {
    super(code)
    this.name = 'Fault'
  }

  get status(): number {
    return faults[this.code].status
  }

  get description(): string {
    const { description } = faults[this.code]
    return this.field === undefined ? description : `${description}: ${this.field}`
  }
}
