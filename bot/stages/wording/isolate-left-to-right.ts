// Numbers and names in Latin letters within a text that runs from right to left.

/** The target of a link stays as it is; a run is words, numbers and what joins them. */
const runs =
  /\]\([^)\s]*\)|[+]?[\p{Script=Latin}\d](?:[\p{Script=Latin}\p{M}\d '’&@+:/.,\\_\u00a0-]*[\p{Script=Latin}\d])?/gu
const single = /^(?:\d+|[\p{L}\p{M}]+)$/u

const firstStrongIsolate = '\u2068'
const popIsolate = '\u2069'

/**
 * Phone numbers, addresses and the like between Unicode's isolates (UAX #9): without them `042-10 50 00` reads
 * `00 50 042-10` in an Arabic sentence, and somebody calls the wrong number.
 */
export const isolateLeftToRight = (text: string): string =>
  text.replace(runs, (run) =>
    run.startsWith(']') || single.test(run) ? run : `${firstStrongIsolate}${run}${popIsolate}`,
  )
