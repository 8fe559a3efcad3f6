// A long text over SMS: as much as fits, cut where a sentence ends, and the rest for whoever asks for it.
import { smsParts } from '../text/sms-parts'

/** So many parts go as one text. */
const mostParts = 3
/** A text that is cut gets shorter still: what matters stands first, and each part costs. */
const cutParts = 2

export interface CutText {
  readonly text: string
  /** What did not fit; undefined when all did. */
  readonly rest?: string
}

const fits = (text: string, parts: number): boolean => smsParts(text).parts <= parts

/** Ends of paragraphs, sentences and words, in this order of liking. */
const ends = [/\n\n/g, /(?<=[.!?؟])\s+/g, /\n/g, /\s+/g]
/** "Kolla först:" leads in what comes after it; alone it says nothing. */
const leadIn = /[:：]\s*$/u
/** A cut that throws away more than this for a nicer end is none. */
const leastShare = 0.5

/**
 * @param tail what stands below the text whatever is cut: the numbered options
 * @param more the line that says how to get the rest
 */
export function cutText(text: string, tail: string, more: string): CutText {
  const whole = join(text, tail)
  if (fits(whole, mostParts)) return { text: whole }
  const at = cutPlace(text, (head) => fits(join(head, more, tail), roomFor(tail, more)))
  if (at === undefined) return { text: whole }
  return { text: join(text.slice(0, at).trimEnd(), more, tail), rest: text.slice(at).trimStart() }
}

/** Options that take much room themselves leave the text what a long message may hold, or more where that is nothing. */
function roomFor(tail: string, more: string): number {
  const own = smsParts(join(more, tail)).parts
  return tail === '' ? cutParts : Math.max(mostParts, own + 1)
}

export const join = (...blocks: readonly string[]): string =>
  blocks.filter((block) => block !== '').join('\n\n')

/** Undefined where nothing fits. */
function cutPlace(text: string, isRoomFor: (head: string) => boolean): number | undefined {
  const most = longestFitting(text, isRoomFor)
  // Beside options that take much room all of it may have room after all.
  if (most === 0 || most === text.length) return undefined
  for (const end of ends) {
    const last = [...text.matchAll(end)]
      .map(({ index, 0: { length } }) => index + length)
      .findLast((at) => at <= most && !leadIn.test(text.slice(0, at)))
    if (last !== undefined && last >= most * leastShare) return last
  }
  return most
}

/** How much of the text has room, in UTF-16 units; no surrogate pair is divided. */
function longestFitting(text: string, isRoomFor: (head: string) => boolean): number {
  let low = 0
  let high = text.length
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (isRoomFor(text.slice(0, middle).trimEnd())) low = middle
    else high = middle - 1
  }
  return low > 0 && /[\uD800-\uDBFF]/.test(text[low - 1] ?? '') ? low - 1 : low
}
