// Several of a question's choices in one answer: "gatan och parken", "1 3", "alla", "alla utom parken".
import { wordsOf } from '../words/fold-words'
import { choicesNamedExactly, matchChoices } from './match-choices'
import type { ChoiceOption } from '../model/model'
import { readChoice } from './read-choice'

export interface SeveralChoices {
  /** In the order of the question; never empty. */
  readonly codes: readonly string[]
  /** The text is these choices and nothing else. */
  readonly isWhole: boolean
}

const joiners = new Set(['och', 'and', 'samt', 'plus', 'också', 'även', 'also'])
const everything = new Set([
  'alla',
  'allt',
  'alltihop',
  'allting',
  'samtliga',
  'båda',
  'bägge',
  'all',
  'both',
  'everything',
])
const excepts = new Set(['utom', 'förutom', 'except'])
const around = new Set('av dem tack please of them these dessa de the'.split(' '))

/** Undefined when the text names none of the choices. */
export function readSeveralChoices(
  options: readonly ChoiceOption[],
  text: string,
): SeveralChoices | undefined {
  const words = wordsOf(text)
  const exact = choicesNamedExactly(options, words).map(({ code }) => code)
  if (exact.length > 0) return inOrder(options, exact, true)
  const numbers = menuNumbers(options, words)
  if (numbers.length > 0) return inOrder(options, numbers, true)
  const [first = '', ...rest] = words
  if (everything.has(first)) return readAll(options, rest)
  return readNamed(options, words, text)
}

function inOrder(
  options: readonly ChoiceOption[],
  found: readonly string[],
  isWhole: boolean,
): SeveralChoices | undefined {
  const codes = options.map(({ code }) => code).filter((code) => found.includes(code))
  return codes.length === 0 ? undefined : { codes, isWhole }
}

/** "1 3", "1, 3 och 4": only when every number is one of the menu. */
function menuNumbers(options: readonly ChoiceOption[], words: readonly string[]): readonly string[] {
  const numbers = words.filter((word) => !joiners.has(word))
  const codes = numbers.map((word) => (/^\d{1,2}$/.test(word) ? options[Number(word) - 1]?.code : undefined))
  return codes.every((code) => code !== undefined) ? codes : []
}

/** "Alla", "alla utom parken". */
function readAll(options: readonly ChoiceOption[], rest: readonly string[]): SeveralChoices | undefined {
  const from = rest.findIndex((word) => excepts.has(word))
  const spared = from < 0 ? [] : matchChoices(options, rest.slice(from + 1)).map(({ code }) => code)
  if (from >= 0 && spared.length === 0) return undefined
  const codes = options.map(({ code }) => code).filter((code) => !spared.includes(code))
  const said = from < 0 ? rest : rest.slice(0, from)
  return inOrder(
    options,
    codes,
    said.every((word) => around.has(word)),
  )
}

/** By the words of the choices; a part of the list that has none of them may still be a label's word or a slip. */
function readNamed(
  options: readonly ChoiceOption[],
  words: readonly string[],
  text: string,
): SeveralChoices | undefined {
  const hits = matchChoices(options, words)
  let at = 0
  const parts = partsOf(text).map((part) => {
    const from = at
    at += wordsOf(part).length
    const own = hits.filter((hit) => hit.from < at && from < hit.to)
    if (own.length > 0) return { codes: own.map(({ code }) => code), isRead: true }
    const read = readChoice(options, part)
    return { codes: read === undefined ? [] : [read.code], isRead: read !== undefined }
  })
  return inOrder(
    options,
    parts.flatMap(({ codes }) => codes),
    parts.every(({ isRead }) => isRead),
  )
}

/** Cut at commas and joining words, which stay with what comes after them so that the words can be counted. */
const partsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .split(/[,;&+/\n]|(?=(?<!\p{L})(?:och|and|samt|plus)(?!\p{L}))/iu)
    .filter((part) => wordsOf(part).length > 0)
