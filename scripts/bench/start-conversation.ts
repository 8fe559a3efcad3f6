// A resident's conversation over HTTP, as the widget starts it.

export interface StartedConversation {
  readonly conversationId: string
  readonly token: string
  readonly streamUrl: string
}

/** What a proxy adds: many residents have as many addresses, and limits are of an address. */
export const forwardedFrom = (n: number): Readonly<Record<string, string>> => ({
  'x-forwarded-for': `198.51.${Math.floor(n / 256) % 256}.${n % 256}`,
})

async function post(address: string, from: number, token?: string): Promise<StartedConversation> {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const headers = { 'content-type': 'application/json', ...forwardedFrom(from), ...authorization }
  const response = await fetch(address, { method: 'POST', headers, body: '{}' })
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  return (await response.json()) as StartedConversation
}

/** @param from tells the addresses of residents apart, on a server that trusts one proxy. */
export async function startConversation(url: string, from: number): Promise<StartedConversation> {
  const { token } = await post(`${url}/v3/directline/tokens/generate`, from)
  return post(`${url}/v3/directline/conversations`, from, token)
}
