// Requests to a gateway's own API: with a deadline, no redirects, and an answer of a size that anybody may send us.
import { limitedFetch, readRetryAfter } from '../bounded-bodies'

const deadlineMs = 10_000
const mostBytes = 256 * 1_024
const fetchAnswer = limitedFetch(mostBytes)

export type GatewayAnswer =
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly body: unknown
      readonly retryAfterMs?: number
    }
  /** It could not be reached, broke off, or took too long. */
  | {
      readonly kind: 'away'
      /** False when no connection came about: nothing was asked of it. */
      readonly mayHaveArrived: boolean
    }

export interface GatewayCall {
  readonly url: string
  readonly authorization: string
  /** A POST with this form; a GET without. */
  readonly form?: URLSearchParams
  readonly deadlineMs?: number
}

/** Never rejects. A body that is no JSON is `undefined`. */
export async function callGateway(call: GatewayCall): Promise<GatewayAnswer> {
  try {
    const response = await fetchAnswer(call.url, {
      method: call.form === undefined ? 'GET' : 'POST',
      headers: { authorization: call.authorization, accept: 'application/json' },
      ...(call.form && { body: call.form }),
      signal: AbortSignal.timeout(call.deadlineMs ?? deadlineMs),
    })
    const body = parseJson(await response.text())
    const retryAfterMs = readRetryAfter(response.headers.get('retry-after'), Date.now())
    return {
      kind: 'answered',
      status: response.status,
      body,
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    }
  } catch (error) {
    return { kind: 'away', mayHaveArrived: !isUnreached(error) }
  }
}

/** As Node and its `fetch` say that there is no name, no way or no answer at the door. */
const unreached = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

const isUnreached = (error: unknown): boolean => {
  const { cause } = error as { readonly cause?: { readonly code?: unknown } }
  return unreached.has(String(cause?.code))
}

/** A yes that could not be read, or a fault of the gateway in the middle of it: whether it did what was asked is not said. */
export const isUnclear = (status: number): boolean => (status >= 200 && status < 300) || status >= 500

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`
