// A request to another system, as those who send one see it; who may be asked is decided by the operators.

export interface OutgoingRequest {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly timeoutMs: number
}

export type SentRequest =
  /** `body` is undefined when it is empty or no JSON. */
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown }
  | {
      readonly kind: 'unanswered'
      readonly why: 'timeout' | 'unreachable' | 'inside-address' | 'too-large' | 'host-not-allowed'
    }

/** Sends one request. Redirects are not followed: their status is the answer. Never rejects. */
export type SendRequest = (request: OutgoingRequest) => Promise<SentRequest>

const finalStatuses: ReadonlySet<number> = new Set([400, 404, 405, 410, 413, 415, 422])

/** Whether a status says that the same request would be refused again. */
export const isFinalRefusal = (status: number): boolean => finalStatuses.has(status)
