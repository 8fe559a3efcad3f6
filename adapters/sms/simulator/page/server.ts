// What the page asks of the server: to take a text, what came to a phone unasked, and what a text costs.

export interface Sms {
  /** The same in every try of one text, as a gateway does it. */
  readonly id: string
  readonly from: string
  readonly text: string
}

/** `reply` null is silence. `why` is for the reader, in Swedish. */
export type Posted =
  | { readonly kind: 'answered'; readonly reply: string | null; readonly bytes: string }
  | { readonly kind: 'failed'; readonly why: string }

export interface UnaskedText {
  readonly n: number
  /** ISO 8601 */
  readonly at: string
  readonly text: string
}

export interface Price {
  readonly parts: number
  readonly encoding: string
  readonly kronor: number
}

/** Longer than the server holds a text for its reply. */
const deadlineMs = 15_000

export async function postSms(sms: Sms): Promise<Posted> {
  let response: Response
  let bytes: string
  try {
    response = await fetch('/sms/simulator', {
      method: 'POST',
      headers: { 'x-simulator': '1' },
      body: new URLSearchParams({ ...sms }),
      signal: AbortSignal.timeout(deadlineMs),
    })
    bytes = await response.text()
  } catch {
    return { kind: 'failed', why: 'Servern svarar inte' }
  }
  const reply = response.ok ? readReply(bytes) : undefined
  return reply === undefined
    ? { kind: 'failed', why: `Servern tog inte emot det (${response.status})` }
    : { kind: 'answered', reply, bytes }
}

function readReply(bytes: string): string | null | undefined {
  try {
    const { reply } = JSON.parse(bytes) as { readonly reply?: unknown }
    return reply === null || typeof reply === 'string' ? reply : undefined
  } catch {
    return undefined
  }
}

/** Oldest first; undefined when the server is away. */
export const unaskedTexts = (to: string, after: number): Promise<readonly UnaskedText[] | undefined> =>
  get<readonly UnaskedText[]>('/simulator/sent', { to, after: String(after) })

export const priceOf = (text: string): Promise<Price | undefined> => get<Price>('/simulator/price', { text })

async function get<T>(path: string, query: Readonly<Record<string, string>>): Promise<T | undefined> {
  try {
    const response = await fetch(`${path}?${new URLSearchParams(query).toString()}`, {
      signal: AbortSignal.timeout(deadlineMs),
    })
    return response.ok ? ((await response.json()) as T) : undefined
  } catch {
    return undefined
  }
}
