// Signs of danger in a text that no phrase was found in: what people tell sideways ("his hat lies beside the hole in the ice").
import {
  dangerKinds,
  type Danger,
  type DangerKind,
  type ReadSigns,
  type SignsOfDanger,
} from '../contracts/talk/danger'
import type { Language } from '../contracts/talk/language'
import { readWords } from '../text/normalise'
import { hearPhrases } from './spot-emergency'

/** Chosen as `docs/decisions/0062` says: of a hundred ordinary questions about one reaches it. */
export const likelyDanger = 0.68
/** In the middle of a dialog, where most texts answer its question. */
export const veryLikelyDanger = 0.9
/** Of what is told from afar: last winter, in a play. */
const likelyDangerAfar = 0.85
/** So sure of danger that in a text of so many words a way of speaking is no explanation: much else stands beside it. */
const beyondExplaining = { probability: 0.95, words: 8 } as const
/** Shorter texts are names, greetings and house numbers; a short cry has its phrase. */
const fewestWords = 2
/** From this share on a kind is told, for its line of help does no good to others. */
const clearShare = 0.75

export interface SenseOptions {
  /** Less likely danger is not asked about. */
  readonly least?: number
  readonly talkLanguage?: Language
}

/**
 * Undefined also when the tables know the text: as an emergency, or mostly as a way of speaking that only sounds like one. What they
 * know as a hazard is asked about whatever the signs say.
 */
export function senseDanger(
  text: string,
  readSigns: ReadSigns,
  { least = likelyDanger, talkLanguage }: SenseOptions = {},
): Danger | undefined {
  const wordCount = readWords(text).filter((word) => /\p{L}/u.test(word)).length
  if (wordCount < fewestWords) return undefined
  const { alarm, isExplained, isAfar, isHazard } = hearPhrases(text, talkLanguage)
  if (alarm !== undefined) return undefined
  if (isHazard) return { probability: 1, kind: 'accident' }
  const signs = readSigns(text)
  if (signs === undefined) return undefined
  const probability = dangerKinds.reduce((sum, kind) => sum + signs[kind], 0)
  if (probability < least) return undefined
  const isKnown =
    isExplained && (wordCount < beyondExplaining.words || probability < beyondExplaining.probability)
  if (isKnown || (isAfar && probability < likelyDangerAfar)) return undefined
  return { probability, kind: clearKind(signs, probability) }
}

const clearKind = (signs: SignsOfDanger, probability: number): DangerKind | null =>
  dangerKinds.find((kind) => signs[kind] >= clearShare * probability) ?? null
