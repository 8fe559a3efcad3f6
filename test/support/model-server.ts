// A language model's server: real HTTP, the chat completions that `adapters/openai` speaks, and whatever fault a test wants.
import type { ServerResponse } from 'node:http'
import type { ModelDraft, ModelPrompt } from '../../bot/contracts/knowledge/language-model'
import { json, startActionServer, type ActionServer, type Asked } from './action-server'

export interface ModelServer {
  readonly url: string
  readonly asked: readonly Asked[]
  /** What it was asked last. */
  readonly prompt: () => ModelPrompt
  /** From now on it gives this draft, or the one made of what it was asked. */
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

interface Body {
  readonly messages: readonly { readonly role: string; readonly content: string }[]
}

function readPrompt(asked: Asked | undefined): ModelPrompt {
  const { messages } = JSON.parse(asked?.body ?? '{"messages":[]}') as Body
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
        complete(response, typeof draft === 'function' ? draft(readPrompt(asked)) : draft)
      }),
    answer: (by) => {
      server.answer(by)
    },
    stop: () => server.stop(),
  }
}
