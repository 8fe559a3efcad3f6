// Sentences said as a start phrase says them: "det är jättehalt vid <place=busstorget>" finds the place in "… vid Kvarnen".
import { madeOnce } from '../../contracts/basics/made-once'
import { closenessOf, wordsOf } from '../words/fold-words'
import type { Dialog, StartPhrase } from '../model/model'

export interface MarkedText {
  readonly name: string
  readonly text: string
}

interface Template {
  /** A word, or the name of the answer that stands here. */
  readonly parts: readonly ({ readonly word: string } | { readonly slot: string })[]
}

interface WrittenWord {
  readonly word: string
  readonly start: number
  readonly end: number
}

const longestSlot = 6
/** A phrase of hardly more than its slot would match anything. */
const fewestWords = 2

const templatesOf = madeOnce((dialog: Dialog): readonly Template[] => {
  const phrases = [...dialog.start.values()].flat().filter(({ marks }) => marks.length > 0)
  return phrases
    .map(templateOf)
    .filter(({ parts }) => parts.filter((part) => 'word' in part).length >= fewestWords)
})

function templateOf({ text, marks }: StartPhrase): Template {
  const parts: Template['parts'][number][] = []
  let at = 0
  for (const mark of marks) {
    const start = text.indexOf(mark.text, at)
    if (start < 0) continue
    parts.push(...wordsOf(text.slice(at, start)).map((word) => ({ word })), { slot: mark.name })
    at = start + mark.text.length
  }
  return { parts: [...parts, ...wordsOf(text.slice(at)).map((word) => ({ word }))] }
}

/** Marked values of the first start phrase that the whole text follows word by word. */
export function matchStartMarks(dialog: Dialog, text: string): readonly MarkedText[] {
  const words = writtenWords(text)
  for (const { parts } of templatesOf(dialog)) {
    const slots = matchParts(parts, words)
    if (slots !== undefined)
      return slots.map(({ name, from, to }) => ({
        name,
        text: text.slice(words[from]?.start, words[to - 1]?.end),
      }))
  }
  return []
}

const writtenWords = (text: string): readonly WrittenWord[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
    word: match[0].normalize('NFKC').toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }))

interface Slot {
  readonly name: string
  readonly from: number
  readonly to: number
}

function matchParts(
  parts: Template['parts'],
  words: readonly WrittenWord[],
  from = 0,
): readonly Slot[] | undefined {
  const [part, ...rest] = parts
  if (part === undefined) return from === words.length ? [] : undefined
  if ('word' in part) {
    const closeness = closenessOf(words[from]?.word ?? '', part.word)
    return closeness === undefined ? undefined : matchParts(rest, words, from + 1)
  }
  for (let to = from + 1; to <= Math.min(words.length, from + longestSlot); to += 1) {
    const slots = matchParts(rest, words, to)
    if (slots !== undefined) return [{ name: part.slot, from, to }, ...slots]
  }
  return undefined
}
