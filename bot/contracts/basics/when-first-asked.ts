// What is made when somebody first asks for it, and then shared.

/**
 * @param make called by whoever asks first, and again by whoever asks first after it has rejected: a disk or a store that was
 * away for a moment must not stay away for as long as the process lives
 */
export function whenFirstAsked<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let making: Promise<Made> | undefined
  return () => {
    making ??= make().catch((error: unknown) => {
      making = undefined
      throw error
    })
    return making
  }
}
