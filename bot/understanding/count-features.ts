// A text's features, each once, with how often it occurs.
import { readFeatures } from './features'

export interface CountedText {
  /** Each different, ascending. */
  readonly codes: Uint32Array
  /** 255 stands for all that is more. */
  readonly counts: Uint8Array
}

const mostCounted = 255

export function countFeatures(text: string): CountedText {
  const codes = new Uint32Array(readFeatures(text)).sort()
  const counts = new Uint8Array(codes.length)
  let different = 0
  for (let at = 0; at < codes.length; different += 1) {
    const code = codes[at] ?? 0
    const first = at
    while (at < codes.length && codes[at] === code) at += 1
    codes[different] = code
    counts[different] = Math.min(mostCounted, at - first)
  }
  return { codes: codes.slice(0, different), counts: counts.slice(0, different) }
}
