// A word as runs of letters: what is left in common when it is bent, put together, taken apart or misspelt.

const shortestRun = 3
const longestRun = 5

/** Runs are numbered below this; the more there are, the more share a number by chance. A power of two. */
export const runCount = 2 ** 18

/** FNV-1a over UTF-16 units (Fowler, Noll & Vo, RFC 9923). */
const step = (code: number, unit: number): number => Math.imul(code ^ unit, 0x01000193)

/** MurmurHash3's finaliser (A. Appleby), so that short runs spread over all bits. */
function finish(code: number): number {
  let mixed = code ^ (code >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) & (runCount - 1)
}

/** The numbers of every run of 3 to 5 letters of a word, its borders among them; one for each time it occurs. */
export function letterRuns(word: string): readonly number[] {
  const runs: number[] = []
  const framed = ` ${word} `
  for (let from = 0; from + shortestRun <= framed.length; from += 1) {
    let code = 0x811c9dc5
    const end = Math.min(framed.length, from + longestRun)
    for (let at = from; at < end; at += 1) {
      code = step(code, framed.charCodeAt(at))
      if (at - from + 1 >= shortestRun) runs.push(finish(code))
    }
  }
  return runs
}
