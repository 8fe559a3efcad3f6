// Fetches a script when it is first wanted, and again when it could not be had.

/**
 * Some browsers remember of an address that it could not be had, so each attempt after a miss has another one.
 * @param address beside this script (`./map.js`), or whole
 */
export function createScriptFetch<Script>(address: string): () => Promise<Script> {
  let misses = 0
  return async () => {
    try {
      return (await import(`${address}?${misses}`)) as Script
    } catch (error) {
      misses++
      throw error
    }
  }
}
