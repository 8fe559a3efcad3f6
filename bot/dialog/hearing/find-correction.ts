// The shapes in which people take something back: "nej, platsen är X", "ändra mobil", "jag menade X", "inte A utan B".
import { beside, change, form, lead, meant, please, remove, small } from '../words/correction-words'
import { oneLine, wordsOf } from '../words/fold-words'
import type { Dialog } from '../model/model'
import { questionNamedAt } from './named-questions'

export type Correction =
  /** A question is named, and its new answer with it. `isMarked`: with "nej" or "ändra", so it can be nothing else. */
  | { readonly kind: 'value'; readonly name: string; readonly text: string; readonly isMarked: boolean }
  | { readonly kind: 'reopen'; readonly name: string }
  /** An answer is to go: "ta bort mitt nummer". */
  | { readonly kind: 'remove'; readonly name: string }
  /** Something is to be changed, but not what. */
  | { readonly kind: 'which' }
  /** A new value without a name; `denied` is what it comes in the place of. */
  | { readonly kind: 'unnamed'; readonly text: string; readonly denied?: string; readonly isMarked: boolean }

const is = '(?:\\s+(?:är|ar|ska\\s+vara|skall\\s+vara|borde\\s+vara|is|should\\s+be)\\s+|\\s*[:=]\\s*)'
const itIs =
  "(?:(?:det|den)\\s+(?:är|var|gäller|skulle\\s+vara|ska\\s+vara)\\s+|(?:it|that)\\s*(?:is|was|'s)\\s+)?"

const changes = form(`${lead}${please}${change}${small}(?:\\s+(?<rest>.+?))?[.!?]*`)
const removal = form(`${lead}${please}${remove}${small}\\s+(?<old>.+?)[.!?]*`)
const something = form(
  '(?:något|nagot|nåt|det|den|svar\\p{L}*|uppgift\\p{L}*|something|it|answers?|an\\s+answer|details)',
)
const toValue = form('(?<old>.*?)\\s*(?:(?:^|\\s)(?:till|to)\\s+|->|=>|:)\\s*(?<text>.+)')
const wrote =
  '(?:(?:jag\\s+(?:skrev|angav|gav|lämnade|fick)|i\\s+(?:wrote|gave|typed|entered))\\s+(?:er\\s+|you\\s+)?(?:the\\s+|a\\s+)?)?'
const isFalse = form(`${lead}${wrote}${itIs}(?:fel|wrong|felaktig\\p{L}*)\\s+(?<old>.+?)[.!]*`)
const isWrong = form(
  `${lead}(?<old>.+?)\\s+(?:är|blev|var|is)\\s+(?:fel|inte\\s+rätt|wrong|not\\s+right|incorrect)[.!]*`,
)
const inPlace = form(
  `${lead}(?:ta|välj|valj|take|choose)\\s+(?<text>.+?)\\s+(?:i\\s?stället|i\\s?stallet|instead)[.!]*`,
)
const means = form(`${lead}${meant}[\\s,:]+(?<text>.+)`)
const notBut = form(
  `${lead}(?:nej|no)?[\\s,]*${itIs}(?:inte|ej|not)\\s+(?<denied>.+?)[\\s,]+(?:utan|but)\\s+(?<text>.+)`,
)
const namedIs = form(`${lead}(?:min|mitt|rätt|the|my|correct)?\\s*(?<old>[^:=]+?)${is}(?<text>.+)`)
const denied = form(
  `(?:nej|nä|nää|näe|fel|no|nope|wrong)[\\s,.!–-]+(?<sorry>(?:(?:${beside})[\\s,.!–-]+)*)(?:(?:jag\\s+|i\\s+)?(?:menar|menade|mean|meant)\\s+)?${itIs}(?<text>.+)`,
)

/** "Kan du kolla ett annat nummer", "en annan adress": nothing but that, for "en annan dag" may stand in any sentence. */
const another = form(
  `${lead}(?:(?:kan|kunde|får|vill|du|ni|jag|vi|man|kolla|prova|pröva|testa|ta|skriva|skriv|använda|can|could|i|you|we|want|to|check|try|use|write|take)\\s+)*` +
    '(?:(?:ett|en|a)\\s+)?(?:annat|annan|another|different)\\s+(?<old>.+?)[.!?]*',
)

/** The longest name of a question in words: "typ av fel". */
const longestName = 8

/** What the text takes back, or undefined when it has none of these shapes. */
export function findCorrection(dialog: Dialog, written: string): Correction | undefined {
  const text = oneLine(written)
  return (
    findChange(dialog, text) ??
    findRemoval(dialog, text) ??
    findWrong(dialog, text) ??
    findAnother(dialog, text) ??
    findMeaning(text) ??
    findNamed(dialog, text) ??
    findDenied(text)
  )
}

function findChange(dialog: Dialog, text: string): Correction | undefined {
  const rest = changes.exec(text)
  if (rest === null) return undefined
  const what = rest.groups?.['rest']?.trim()
  if (what === undefined || something.test(what)) return { kind: 'which' }
  const parts = toValue.exec(what)?.groups
  const value = parts?.['text']
  const old = value === undefined ? what : (parts?.['old'] ?? '')
  const name = questionNamed(dialog, old)
  if (name !== undefined)
    return value === undefined
      ? { kind: 'reopen', name }
      : { kind: 'value', name, text: value, isMarked: true }
  if (value === undefined) return undefined
  return { kind: 'unnamed', text: value, isMarked: true, ...(old === '' ? {} : { denied: old }) }
}

function findRemoval(dialog: Dialog, text: string): Correction | undefined {
  const name = questionNamed(dialog, removal.exec(text)?.groups?.['old'] ?? '')
  return name === undefined ? undefined : { kind: 'remove', name }
}

function findWrong(dialog: Dialog, text: string): Correction | undefined {
  const old = isFalse.exec(text)?.groups?.['old'] ?? isWrong.exec(text)?.groups?.['old']
  const name = old === undefined ? undefined : questionNamed(dialog, old)
  return name === undefined ? undefined : { kind: 'reopen', name }
}

function findAnother(dialog: Dialog, text: string): Correction | undefined {
  const name = questionNamed(dialog, another.exec(text)?.groups?.['old'] ?? '')
  return name === undefined ? undefined : { kind: 'reopen', name }
}

function findMeaning(text: string): Correction | undefined {
  const swap = notBut.exec(text)?.groups
  if (swap?.['text'] !== undefined && swap['denied'] !== undefined)
    return { kind: 'unnamed', text: swap['text'], denied: swap['denied'], isMarked: true }
  const meaning = (inPlace.exec(text) ?? means.exec(text))?.groups?.['text']
  return meaning === undefined ? undefined : { kind: 'unnamed', text: meaning, isMarked: true }
}

function findNamed(dialog: Dialog, text: string): Correction | undefined {
  const parts = namedIs.exec(text)?.groups
  const value = parts?.['text']
  const name = parts?.['old'] === undefined ? undefined : questionNamed(dialog, parts['old'])
  if (name === undefined || value === undefined) return undefined
  return { kind: 'value', name, text: value, isMarked: parts?.['lead'] !== '' }
}

function findDenied(text: string): Correction | undefined {
  const groups = denied.exec(text)?.groups
  const value = groups?.['text']
  // "Nej förlåt" is no answer to a yes or no.
  return value === undefined
    ? undefined
    : { kind: 'unnamed', text: value, isMarked: groups?.['sorry'] !== '' }
}

/** The question whose name is all of the text: "platsen". */
export function questionNamed(dialog: Dialog, text: string): string | undefined {
  const words = wordsOf(text)
  if (words.length === 0 || words.length > longestName) return undefined
  const named = questionNamedAt(dialog, words)
  return named?.to === words.length ? named.name : undefined
}
