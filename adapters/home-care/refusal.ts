// A request that is refused as a whole: nothing of it is kept, and nothing of it is said back.

/** Every code with its status. */
export const refusals = {
  'signature-missing': 401,
  'timestamp-out-of-range': 401,
  'signature-invalid': 401,
  'method-not-allowed': 405,
  'media-type': 415,
  encoding: 415,
  'too-large': 413,
  'too-many-events': 413,
  malformed: 400,
  'forbidden-field': 422,
  unavailable: 503,
} as const
export type RefusalCode = keyof typeof refusals

export class Refusal extends Error {
  constructor(readonly code: RefusalCode) {
    super(code)
    this.name = 'Refusal'
  }
}
