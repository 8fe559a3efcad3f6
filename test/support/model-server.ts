// A language model's server: real HTTP, the chat completions that `adapters/openai` speaks, and whatever fault a test wants.
import type { ServerResponse } from 'node:http'
import type { ModelDraft, ModelPrompt } from '../../bot/contracts/knowledge/language-model'
import { json, startActionServer, type ActionServer, type Asked } from './action-server'

export interface ModelServer {
  readonly url: string
  readonly asked: readonly Asked[]
  /** What it was asked last. */
  readonly prompt: () => ModelPrompt
  /** From now on it gives this draft, or the one made of what it was asked; streamed when a stream is asked for. */
  readonly draft: (draft: ModelDraft | ((prompt: ModelPrompt) => ModelDraft)) => void
  readonly answer: ActionServer['answer']
  readonly stop: () => Promise<void>
}

export const usage = { prompt_tokens: 1_000, completion_tokens: 100 }

/** The body of a completion with this message. */
export const completion = (message: object, reason = 'stop') => ({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 1_795_000_000,
  model: 'city-model-1',
  choices: [{ index: 0, finish_reason: reason, message: { role: 'assistant', ...message } }],
  usage: { ...usage, total_tokens: usage.prompt_tokens + usage.completion_tokens },
})

export const complete = (response: ServerResponse, draft: unknown): void => {
  json(response, 200, completion({ content: JSON.stringify(draft) }))
}

/** As a draft is written: what it rests on first. */
const inOrder = ({ completeness, sourcesUsed, answer }: ModelDraft): string =>
  JSON.stringify({ completeness, sourcesUsed, answer })

/** One event of a stream. */
const event = (data: unknown): string => `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`

const chunk = (choice: object): object => ({
  id: 'chatcmpl-1',
  object: 'chat.completion.chunk',
  created: 1_795_000_000,
  model: 'city-model-1',
  choices: [{ index: 0, finish_reason: null, ...choice }],
})

/** Some characters a chunk; a token has about four. */
const chunkLength = 5

/** The events of a streamed completion: with its role, its content in chunks, its end, its usage and the mark of the end. */
export const streamedEvents = (draft: ModelDraft): readonly string[] => [
  event(chunk({ delta: { role: 'assistant', content: '' } })),
  ...(inOrder(draft).match(new RegExp(`[^]{1,${chunkLength}}`, 'g')) ?? []).map((content) =>
    event(chunk({ delta: { content } })),
  ),
  event(chunk({ delta: {}, finish_reason: 'stop' })),
  event({ ...chunk({}), choices: [], usage }),
  event('[DONE]'),
]

export function beginStream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
}

function stream(response: ServerResponse, draft: ModelDraft): void {
  beginStream(response)
  for (const one of streamedEvents(draft)) response.write(one)
  response.end()
}

interface Body {
  readonly stream?: boolean
  readonly messages: readonly { readonly role: string; readonly content: string }[]
}

const readBody = (asked: Asked | undefined): Body => JSON.parse(asked?.body ?? '{"messages":[]}') as Body

function readPrompt(asked: Asked | undefined): ModelPrompt {
  const { messages } = readBody(asked)
  const of = (role: string) => messages.find((message) => message.role === role)?.content ?? ''
  return { instructions: of('system'), input: of('user') }
}

export async function startModelServer(): Promise<ModelServer> {
  const server = await startActionServer()
  return {
    url: `${server.url}/v1`,
    asked: server.asked,
    prompt: () => readPrompt(server.asked.at(-1)),
    draft: (draft) =>
      server.answer((asked, response) => {
        const given = typeof draft === 'function' ? draft(readPrompt(asked)) : draft
        if (readBody(asked).stream === true) stream(response, given)
        else complete(response, given)
      }),
    answer: (by) => {
      server.answer(by)
    },
    stop: () => server.stop(),
  }
}
