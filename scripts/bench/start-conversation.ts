// A resident's conversation over HTTP, as the widget starts it.

export interface StartedConversation {
  readonly conversationId: string
  readonly token: string
  readonly streamUrl: string
}

async function post(address: string, token?: string): Promise<StartedConversation> {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const headers = { 'content-type': 'application/json', ...authorization }
  const response = await fetch(address, { method: 'POST', headers, body: '{}' })
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  return (await response.json()) as StartedConversation
}

export async function startConversation(url: string): Promise<StartedConversation> {
  const { token } = await post(`${url}/v3/directline/tokens/generate`)
  return post(`${url}/v3/directline/conversations`, token)
}
