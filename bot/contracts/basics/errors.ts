// Every error of the house that crosses a room's border: code, family, whether trying again can help, and words for operators.
// The resident never reads these; what the resident reads is wording (`dialogs/city.yaml`).

export const errorTable = {
  'setting-invalid': { family: 'setting', retryable: false, message: 'A setting is not usable' },
  'content-invalid': {
    family: 'content',
    retryable: false,
    message: 'Dialogs or articles have faults that block a start',
  },
  'store-unavailable': { family: 'store', retryable: true, message: 'The store does not answer' },
  'store-full': { family: 'store', retryable: true, message: 'The store is full' },
  'store-read-only': { family: 'store', retryable: true, message: 'The store takes no writes' },
  'store-corrupt': {
    family: 'store',
    retryable: false,
    message: 'The store holds something that cannot be read',
  },
  'conversation-gone': {
    family: 'store',
    retryable: false,
    message: 'The conversation is not there any more',
  },
  'message-unreadable': {
    family: 'message',
    retryable: false,
    message: 'The channel sent something that is no message',
  },
} as const satisfies Record<string, { family: string; retryable: boolean; message: string }>

export type ErrorCode = keyof typeof errorTable

/** The one error class of the house. `detail` is for operators and never holds a resident's words. */
export class DygnetError extends Error {
  readonly code: ErrorCode
  readonly retryable: boolean

  constructor(code: ErrorCode, detail: string, options?: { cause?: unknown }) {
    super(`${errorTable[code].message}: ${detail}`, options)
    this.name = 'DygnetError'
    this.code = code
    this.retryable = errorTable[code].retryable
  }
}
