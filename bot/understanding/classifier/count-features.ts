// Texts by their features, each once, with how often it occurs.
import { PartCounter, type CountedParts } from '../numbers/counted-parts'
import { readFeatures } from './features'

/** A part for each text, in their order; empty for a text without a word. */
export function countFeatures(texts: readonly string[]): CountedParts {
  const counter = new PartCounter()
  for (const text of texts) counter.add(readFeatures(text))
  return counter.all()
}
