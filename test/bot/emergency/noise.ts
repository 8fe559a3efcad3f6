// How people in a hurry write, made by chance from texts that are written well.
import { seededRandom } from '../../../bot/understanding/numbers/seeded-random'

const shortestForTypo = 5

/** A letter lost, doubled or swapped with the next, never the first one. */
function misspell(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2))
  const [before, here, next, after] = [
    word.slice(0, at),
    word.charAt(at),
    word.charAt(at + 1),
    word.slice(at + 2),
  ]
  const slips = [
    `${before}${next}${after}`,
    `${before}${here}${here}${next}${after}`,
    `${before}${next}${here}${after}`,
  ]
  return slips[Math.floor(random() * slips.length)] ?? word
}

/** One slip of the finger in one of the longer words. */
export function withOneTypo(text: string, seed: number): string {
  const random = seededRandom(seed)
  const words = text.split(' ')
  const long = [...words.keys()].filter((at) => (words[at] ?? '').length >= shortestForTypo)
  const chosen = long[Math.floor(random() * long.length)]
  return words.map((word, at) => (at === chosen ? misspell(word, random) : word)).join(' ')
}

export const withoutMarks = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '')
