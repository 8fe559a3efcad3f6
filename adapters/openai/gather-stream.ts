// A completion that is streamed becomes the one that the same server gives in one piece.
import { z } from 'zod'
import { readUsage } from './read-completion'

/** The part of a chunk that is read. */
const firstChoice = z.object({
  finish_reason: z.string().nullish(),
  delta: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }).nullish(),
})

export interface GatheredStream {
  /** As the body of an answer that is not streamed. */
  readonly body: unknown
  /** The model had come to an end; else the connection ended in the middle. */
  readonly isOver: boolean
}

/** @param grown told all of the content so far, each time that there is more */
export async function gatherStream(
  chunks: AsyncIterable<unknown>,
  grown: (content: string) => void,
): Promise<GatheredStream> {
  const message = { content: '', refusal: '' }
  let reason: string | undefined
  let usage: unknown
  for await (const chunk of chunks) {
    // The last one, of a server that tells it, has no choices.
    if (readUsage(chunk) !== undefined) usage = (chunk as { readonly usage: unknown }).usage
    const { choices } = (chunk ?? {}) as { readonly choices?: unknown }
    const choice = Array.isArray(choices) ? firstChoice.safeParse(choices[0]).data : undefined
    reason ??= choice?.finish_reason ?? undefined
    message.refusal += choice?.delta?.refusal ?? ''
    const more = choice?.delta?.content ?? ''
    message.content += more
    if (more !== '') grown(message.content)
  }
  return { body: { choices: [{ finish_reason: reason, message }], usage }, isOver: reason !== undefined }
}
