// The shapes in which people change a list: "ta bort soffan", "inte soffan utan kylen", "två soffor i stället", "en säng till".
import { form, lead, meant, please, small } from '../words/correction-words'
import type { Correction } from './find-correction'
import { findDenial } from '../words/find-denial'
import { oneLine } from '../words/fold-words'

export type ListChange =
  | { readonly kind: 'remove'; readonly old: string }
  /** `isMarked`: with a word that takes something back, and not only "nej". */
  | { readonly kind: 'replace'; readonly text: string; readonly old?: string; readonly isMarked: boolean }
  /** `isMarked`: with "lägg till", so that any words may follow. */
  | { readonly kind: 'add'; readonly text: string; readonly isMarked: boolean }
  /** The whole list is said anew: "sakerna är en soffa och en säng". */
  | { readonly kind: 'set'; readonly list: string; readonly text: string }

const removals = [
  form(
    `${lead}${please}(?:ta\\s+bort|plocka\\s+bort|radera|stryk|skippa|remove|delete|drop)${small}\\s+(?<old>.+?)[.!?]*`,
  ),
]
const instead = form(
  `${lead}(?:${meant}[\\s,:]+)?(?<text>.+?)\\s+(?:i\\s+stället|i\\s+stallet|istället|istallet|instead)(?:\\s+(?:för|of)\\s+(?<old>.+?))?[.!]*`,
)
const swap = form(
  `${lead}${please}(?:byt|byta|ersätt|ersätta|swap|replace)(?:\\s+ut)?\\s+(?<old>.+?)\\s+(?:mot|med|with|for)\\s+(?<text>.+?)[.!]*`,
)
const also = '(?:\\s+(?:också|med|till|too|as\\s+well))?'
const addition = form(`${lead}${please}(?:lägg\\s+till|lägga\\s+till|add)\\s+(?<text>.+?)${also}[.!]*`)
const additions = [
  form(`${lead}(?:också|även|dessutom|plus|och(?:\\s+så)?|sen|sedan|also|and)\\s+(?<text>.+?)${also}[.!]*`),
  form(`${lead}(?<text>.+?)\\s+(?:också|med|till|too|as\\s+well)[.!]*`),
]

/** What the text may change in a list; whether the list knows the things it names is for the reader to see. */
export function findListChange(written: string, correction: Correction | undefined): ListChange | undefined {
  const text = oneLine(written)
  return findReplacement(text) ?? findRemoval(text) ?? findAddition(text) ?? fromCorrection(correction)
}

function findReplacement(text: string): ListChange | undefined {
  const groups = swap.exec(text)?.groups ?? instead.exec(text)?.groups
  const said = groups?.['text']
  if (said === undefined) return undefined
  const old = groups?.['old']
  return { kind: 'replace', text: said, isMarked: true, ...(old === undefined ? {} : { old }) }
}

function findRemoval(text: string): ListChange | undefined {
  const old =
    removals.map((removal) => removal.exec(text)?.groups?.['old']).find((found) => found !== undefined) ??
    findDenial(text)
  return old === undefined ? undefined : { kind: 'remove', old }
}

function findAddition(text: string): ListChange | undefined {
  const marked = addition.exec(text)?.groups?.['text']
  if (marked !== undefined) return { kind: 'add', text: marked, isMarked: true }
  const said = additions.map((one) => one.exec(text)?.groups?.['text']).find((found) => found !== undefined)
  return said === undefined ? undefined : { kind: 'add', text: said, isMarked: false }
}

function fromCorrection(correction: Correction | undefined): ListChange | undefined {
  if (correction?.kind === 'value') return { kind: 'set', list: correction.name, text: correction.text }
  if (correction?.kind !== 'unnamed') return undefined
  const { text, denied, isMarked } = correction
  return { kind: 'replace', text, isMarked, ...(denied === undefined ? {} : { old: denied }) }
}
