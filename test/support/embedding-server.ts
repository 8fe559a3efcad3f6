// An embedding model's server: real HTTP, `/embeddings` as `adapters/openai` speaks it, and whatever fault a test wants. What a
// text means is which of a few things it speaks of, in whatever words.
import { json, startActionServer, type ActionServer, type Asked } from './action-server'

/** One dimension each; the last is of texts that speak of none of them. */
const things: readonly RegExp[] = [
  /simhall|bad|vatten|simma/i,
  /bibliotek|bok|böcker|läsa/i,
  /helg|lördag|söndag/i,
  /kost|pris|kronor|betal/i,
]

export const meaningOf = (text: string): readonly number[] => {
  const spoken = things.map((thing) => (thing.test(text) ? 3 : 0))
  return [...spoken, 1]
}

export interface EmbeddingServer {
  readonly url: string
  readonly asked: readonly Asked[]
  /** The texts of each request. */
  readonly inputs: () => readonly (readonly string[])[]
  readonly answer: ActionServer['answer']
  /** From now on texts mean this. */
  readonly mean: (meaning?: (text: string) => readonly number[]) => void
  readonly stop: () => Promise<void>
}

const inputOf = ({ body }: Asked): readonly string[] => (JSON.parse(body) as { input: string[] }).input

export const embeddings = (vectors: readonly (readonly unknown[])[], tokens = 100) => ({
  object: 'list',
  data: vectors.map((embedding, index) => ({ object: 'embedding', index, embedding })),
  model: 'meaning-1',
  usage: { prompt_tokens: tokens, total_tokens: tokens },
})

export async function startEmbeddingServer(): Promise<EmbeddingServer> {
  const server = await startActionServer()
  const mean = (meaning = meaningOf) => {
    server.answer((asked, response) => {
      json(response, 200, embeddings(inputOf(asked).map(meaning)))
    })
  }
  mean()
  return {
    url: `${server.url}/v1`,
    asked: server.asked,
    inputs: () => server.asked.map(inputOf),
    answer: (by) => {
      server.answer(by)
    },
    mean,
    stop: () => server.stop(),
  }
}
