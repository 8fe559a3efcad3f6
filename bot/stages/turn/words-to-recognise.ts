// What of a message tells its topic: not where it is, which is different every time and says nothing of what is wrong there.
import { findAddresses } from '../../dialog/words/find-addresses'
import { withoutMasks } from '../../privacy/mask-personal-data'
import type { Turn } from './turn'

const hasWord = /\p{L}/u

/** The text without masked values and street addresses, as phrases are learnt; an address alone stays. */
export function wordsToRecognise({ content }: Pick<Turn, 'content'>, text: string): string {
  const words = withoutMasks(text)
  const left = findAddresses(words, content.city).reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`,
    words,
  )
  return hasWord.test(left) ? left : words
}
