// Signs of danger in a text that no phrase was found in: what people tell sideways ("his hat lies beside the hole in the ice").
import {
  dangerKinds,
  type Danger,
  type DangerKind,
  type ReadSigns,
  type SignsOfDanger,
} from '../contracts/danger'
import { readWords } from '../text/normalise'
import { hearPhrases } from './spot-emergency'

/** Chosen as `docs/decisions/0061` says: of a hundred ordinary questions about one reaches it. */
export const likelyDanger = 0.65
/** In the middle of a dialog, where most texts answer its question. */
export const veryLikelyDanger = 0.9
/** Of what is told from afar: last winter, in a play. */
const likelyDangerAfar = 0.85
/** So sure of danger that a way of speaking which only sounds like it is no explanation: much else may stand beside it. */
const beyondExplaining = 0.95
/** Shorter texts are names, greetings and house numbers; a short cry has its phrase. */
const fewestWords = 2
/** From this share on a kind is told, for its line of help does no good to others. */
const clearShare = 0.75

/** Undefined also when the tables know the text: as an emergency, or mostly as a way of speaking that only sounds like one. */
export function senseDanger(text: string, readSigns: ReadSigns, least = likelyDanger): Danger | undefined {
  if (readWords(text).filter((word) => /\p{L}/u.test(word)).length < fewestWords) return undefined
  const signs = readSigns(text)
  if (signs === undefined) return undefined
  const probability = dangerKinds.reduce((sum, kind) => sum + signs[kind], 0)
  if (probability < least) return undefined
  const { alarm, isExplained, isAfar } = hearPhrases(text)
  if (alarm !== undefined || probability < leastFor(least, isExplained, isAfar)) return undefined
  return { probability, kind: clearKind(signs, probability) }
}

const leastFor = (least: number, isExplained: boolean, isAfar: boolean): number =>
  isExplained ? beyondExplaining : isAfar ? Math.max(least, likelyDangerAfar) : least

const clearKind = (signs: SignsOfDanger, probability: number): DangerKind | null =>
  dangerKinds.find((kind) => signs[kind] >= clearShare * probability) ?? null
