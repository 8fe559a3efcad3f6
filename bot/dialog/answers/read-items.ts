// Items of a list in a sentence, with how many of each: "en soffa och två stolar" is a sofa and two of another kind.
import type { AnswerReading } from '../model/answer-reading'
import { wordsOf } from '../words/fold-words'
import { betweenItems, partsLeftOut } from '../words/left-out'
import { countAskOf, fieldOf } from '../model/list-records'
import type { ListRecord } from '../model/list-records'
import { matchChoices, matchLabelWords } from './match-choices'
import type { ChoiceHit } from './match-choices'
import type { AskStep, ListStep } from '../model/model'
import { asksSomething, readAnswer } from './read-answer'
import { fillers, readChoice } from './read-choice'
import { readNumber } from '../words/read-number'
import { takesBack } from '../words/takes-back'
import type { WalkEnvironment } from '../model/walk-environment'

export type InvalidReading = Extract<AnswerReading, { kind: 'invalid' }>

export interface ReadItems {
  readonly items: readonly ListRecord[]
  /** The words that name each of the items, where they are of a choice. */
  readonly named: readonly string[]
  /** Named, but not as the inner questions take it: a count out of range, a text too long. */
  readonly faults: readonly InvalidReading[]
  /** The text names items and says nothing else. */
  readonly isWhole: boolean
  /** Any words would have been taken. */
  readonly isFree: boolean
  /** Parts of the text that name no item, where others do. */
  readonly leftOut: readonly string[]
}

export const noItems: ReadItems = {
  items: [],
  named: [],
  faults: [],
  isWhole: false,
  isFree: false,
  leftOut: [],
}

/** Reads what the first inner question takes, as often as it is there. Never throws, whatever the text. */
export function readItems(step: ListStep, text: string, environment: WalkEnvironment): ReadItems {
  const [first] = step.list.each
  if (first === undefined || asksSomething(text)) return noItems
  if (first.types.includes('choice')) {
    const read = readMentioned(step, first, text, environment)
    return read.items.length + read.faults.length > 0 ? read : readShort(first, text)
  }
  if (first.types.includes('text')) return readTexts(step, first, text, environment)
  const reading = readAnswer(first, text, environment)
  if (reading.kind === 'invalid') return { ...noItems, faults: [reading] }
  if (reading.kind !== 'value') return noItems
  return {
    ...noItems,
    items: [{ [fieldOf(first)]: reading.value }],
    isWhole: reading.certainty !== 'part',
    isFree: reading.certainty === 'free',
  }
}

/** Items that stand in a sentence. In one that was no answer to the list, `accepts` leaves out what may mean something else. */
export function readMentioned(
  step: ListStep,
  first: AskStep,
  text: string,
  environment: WalkEnvironment,
  accepts?: (hit: ChoiceHit) => boolean,
): ReadItems {
  const words = wordsOf(text)
  const named = matchChoices(first.choices, words)
  const hits = apart(
    accepts === undefined ? [...named, ...matchLabelWords(first.choices, words)] : named.filter(accepts),
  )
  const found = hits.map((hit, index) => {
    const next = hits[index + 1]?.from
    const counted = countAround(words, hits[index - 1]?.to ?? 0, hit, next ?? words.length)
    const anew = next === undefined ? countedAnew(words, hit.to) : undefined
    const { count } = anew ?? counted
    return {
      words: [...counted.words, ...(anew?.words ?? [])],
      name: words.slice(hit.from, hit.to).join(' '),
      read: toItems(step, first, hit.code, count, environment),
      isTakenBack: takesBack.test(words.slice(hit.to, next ?? hit.to).join(' ')),
    }
  })
  if (found.length === 0) return noItems
  const meant = found.filter(({ isTakenBack }) => !isTakenBack)
  const used = (at: number) =>
    hits.some(({ from, to }) => from <= at && at < to) || found.some(({ words: own }) => own.includes(at))
  return {
    items: meant.flatMap(({ read }) => read.items),
    named: meant.flatMap(({ read, name }) => read.items.map(() => name)),
    faults: meant.flatMap(({ read }) => read.faults),
    isWhole: words.every((word, at) => used(at) || fillers.has(word) || joins.has(word)),
    isFree: false,
    leftOut: partsLeftOut(text, used, environment),
  }
}

/** The number in the menu, or one telling word of a label. */
function readShort(first: AskStep, text: string): ReadItems {
  const choice = readChoice(first.choices, text)
  return choice === undefined
    ? noItems
    : { ...noItems, items: [{ [fieldOf(first)]: choice.code }], isWhole: choice.isWhole }
}

/** Hits that share no word, longest first; where two choices claim the same words equally, none has them. */
function apart(hits: readonly ChoiceHit[]): readonly ChoiceHit[] {
  const overlaps = (one: ChoiceHit, other: ChoiceHit) => one.from < other.to && other.from < one.to
  const clear = hits.filter(
    (hit) => !hits.some((other) => other.code !== hit.code && other.from === hit.from && other.to === hit.to),
  )
  const taken: ChoiceHit[] = []
  for (const hit of clear.toSorted((a, b) => b.to - b.from - (a.to - a.from)))
    if (!taken.some((other) => overlaps(hit, other))) taken.push(hit)
  return taken.sort((a, b) => a.from - b.from)
}

const joins = new Set('och samt plus and also även också sen dessutom'.split(' '))
const pieces = new Set('st stycken styck x ggr gånger pieces times'.split(' '))

interface Counted {
  readonly count: number | undefined
  /** Indexes of the words that say it. */
  readonly words: readonly number[]
}

/** "två gamla soffor" and "soffor, 2 st": the nearest number before the item, or else right behind it. */
function countAround(words: readonly string[], from: number, hit: ChoiceHit, to: number): Counted {
  for (let at = hit.from - 1; at >= from; at -= 1) {
    const word = words[at] ?? ''
    if (joins.has(word)) break
    const count = numberIn(word)
    if (count !== undefined) return { count, words: [at, ...pieceAt(words, at + 1)] }
  }
  const at = pieceAt(words, hit.to)[0] === undefined ? hit.to : hit.to + 1
  const count = at < to ? numberIn(words[at] ?? '') : undefined
  const unit = pieceAt(words, at + 1)
  const isSaid = count !== undefined && (at > hit.to || unit.length > 0)
  return isSaid ? { count, words: [hit.to, at, ...unit] } : { count: undefined, words: [] }
}

/** "En soffa, nej två": the number behind words that take something back counts the item before them. */
function countedAnew(words: readonly string[], from: number): Counted | undefined {
  const back = words.findIndex((word, at) => at >= from && takesBack.test(word))
  const at = back < 0 ? -1 : words.findIndex((word, place) => place > back && numberIn(word) !== undefined)
  const count = at < 0 ? undefined : numberIn(words[at] ?? '')
  const isLast = at + 1 + pieceAt(words, at + 1).length === words.length
  if (count === undefined || !isLast) return undefined
  return { count, words: words.flatMap((_, place) => (place >= back ? place : [])) }
}

const pieceAt = (words: readonly string[], at: number): readonly number[] =>
  pieces.has(words[at] ?? '') ? [at] : []

/** "En" and "a" before a thing count it; a fraction counts nothing. */
function numberIn(word: string): number | undefined {
  const number = word === 'a' || word === 'an' ? 1 : readNumber(word)
  return number !== undefined && Number.isInteger(number) && number > 0 ? number : undefined
}

const mostRepeated = 20

/** One record with its count, or so many records where nothing asks how many. */
function toItems(
  step: ListStep,
  first: AskStep,
  value: string,
  count: number | undefined,
  environment: WalkEnvironment,
): Pick<ReadItems, 'items' | 'faults'> {
  const item = { [fieldOf(first)]: value }
  if (count === undefined) return { items: [item], faults: [] }
  const ask = countAskOf(step)
  if (ask === undefined)
    return { items: Array.from({ length: Math.min(count, mostRepeated) }, () => item), faults: [] }
  const reading = readAnswer(ask, String(count), environment)
  if (reading.kind === 'invalid') return { items: [], faults: [reading] }
  const counted = reading.kind === 'value' ? { ...item, [fieldOf(ask)]: reading.value } : item
  return { items: [counted], faults: [] }
}

/** A longer part is a sentence, in which "och" joins something else. */
const longestPart = 4

function readTexts(step: ListStep, first: AskStep, text: string, environment: WalkEnvironment): ReadItems {
  const whole = text.trim()
  const split = whole.split(betweenItems).filter((part) => part !== '')
  const parts = split.every((part) => wordsOf(part).length <= longestPart) ? withoutTakenBack(split) : [whole]
  const read = parts.map((part) => readPart(step, first, part, environment))
  return {
    ...noItems,
    items: read.flatMap(({ items }) => items),
    faults: read.flatMap(({ faults }) => faults),
    isWhole: true,
    isFree: true,
  }
}

/** "En byrå, nej två byråar": a part that begins with such a word stands in the place of the one before. */
function withoutTakenBack(parts: readonly string[]): readonly string[] {
  return parts.reduce<readonly string[]>((kept, part) => {
    const [first = ''] = wordsOf(part)
    const rest = part.slice(part.search(/\s/u) + 1).trim()
    return takesBack.test(first) && kept.length > 0 && rest !== part
      ? [...kept.slice(0, -1), rest]
      : [...kept, part]
  }, [])
}

/** "två byråar": a number before the name counts it where something asks how many. */
function readPart(
  step: ListStep,
  first: AskStep,
  part: string,
  environment: WalkEnvironment,
): Pick<ReadItems, 'items' | 'faults'> {
  const [, start = '', rest = ''] = /^(\S+)\s+(.+)$/su.exec(part) ?? []
  const count = countAskOf(step) === undefined || rest === '' ? undefined : numberIn(start.toLowerCase())
  const reading = readAnswer(first, count === undefined ? part : rest, environment)
  if (reading.kind === 'invalid') return { items: [], faults: [reading] }
  if (reading.kind !== 'value' || typeof reading.value !== 'string') return { items: [], faults: [] }
  return toItems(step, first, reading.value, count, environment)
}
