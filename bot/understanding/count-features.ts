// A text's features, each once, with how often it occurs.
import { countSorted } from './count-sorted'
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
  const different = countSorted(codes, counts, mostCounted)
  return { codes: codes.slice(0, different), counts: counts.slice(0, different) }
}
