// Requests to a gateway's own API: with a deadline, no redirects, and an answer of a size that anybody may send us.
import { limitedFetch } from '../bounded-bodies'

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
  | { readonly kind: 'away' }

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
    const retryAfterMs = Number(response.headers.get('retry-after')) * 1_000
    return {
      kind: 'answered',
      status: response.status,
      body,
      ...(retryAfterMs > 0 && { retryAfterMs }),
    }
  } catch {
    return { kind: 'away' }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`
