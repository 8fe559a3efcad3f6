// Requests that stay where they were sent, and answers of a size that anybody may send us.

/** Of an answer in words. */
export const mostBytes = 1024 * 1024

/** As `fetch`. Rejects at a redirect, which would carry the question elsewhere, and at more than so many bytes. */
export const limitedFetch =
  (most = mostBytes): typeof fetch =>
  async (input, init) => {
    const response = await fetch(input, { ...init, redirect: 'error' })
    return new Response(response.body?.pipeThrough(limit(most)) ?? null, response)
  }

function limit(most: number): TransformStream<Uint8Array, Uint8Array> {
  let size = 0
  return new TransformStream({
    transform(part, controller) {
      size += part.length
      if (size > most) controller.error(new RangeError('the answer is too large'))
      else controller.enqueue(part)
    },
  })
}
