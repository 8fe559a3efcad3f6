// Numbers that stand in a text as words: "tre", "tjugofem", "two hundred and twenty".
import { foldDiacritics } from './normalise'
import { teens, tens, units } from './number-words'

export interface SpokenNumber {
  readonly value: number
  /** Where its words stand in the folded text. */
  readonly start: number
  readonly end: number
}

/** Folded tables: residents' words have their dots there, ours have none. */
const simple: ReadonlyMap<string, number> = new Map([
  ...[...units, ...teens, ...tens].map(([word, value]) => [foldDiacritics(word), value] as const),
  ['tusen', 1000],
  ['thousand', 1000],
])
const longestWord = 13

/** Whether one number goes on in the next: `twenty` `five`, `two` `hundred`, `hundred` `twenty`. */
function goesOn(value: number, next: number): boolean {
  if (next === 100) return value > 0 && value < 20
  if (next === 1000) return value > 0 && value < 1000
  if (value >= 1000) return value % 1000 === 0
  if (value >= 100) return value % 100 === 0 && next > 0 && next < 100
  return value >= 20 && value % 10 === 0 && next > 0 && next < 10
}

const join = (value: number, next: number): number =>
  next === 100 || next === 1000 ? value * next : value + next

/** `tjugofem`, `femhundratjugo`: the value of one word. */
function valueOf(word: string, before?: number): number | undefined {
  if (word === '') return before
  for (let length = Math.min(word.length, longestWord); length >= 2; length -= 1) {
    const head = simple.get(word.slice(0, length))
    if (head === undefined || (before !== undefined && !goesOn(before, head))) continue
    const whole = valueOf(word.slice(length), before === undefined ? head : join(before, head))
    if (whole !== undefined) return whole
  }
  return undefined
}

const parts = /^(?:[ -]| and )$/

/** In order; "en" and "ett" are 1 here, though they are mostly no numbers. */
export function spokenNumbers(folded: string): readonly SpokenNumber[] {
  const found: SpokenNumber[] = []
  for (const { 0: word, index } of folded.matchAll(/\p{L}+/gu)) {
    const value = valueOf(word)
    if (value === undefined) continue
    const one = { value, start: index, end: index + word.length }
    const before = found.at(-1)
    const isMore =
      before !== undefined && parts.test(folded.slice(before.end, index)) && goesOn(before.value, value)
    if (isMore) found.splice(-1, 1, { ...one, value: join(before.value, value), start: before.start })
    else found.push(one)
  }
  return found
}

const ordinals = new Map(
  [
    'forsta first',
    'andra second',
    'tredje third',
    'fjarde fourth',
    'femte fifth',
    'sjatte sixth',
    'sjunde seventh',
    'attonde eighth',
    'nionde ninth',
    'tionde tenth',
    'elfte eleventh',
    'tolfte twelfth',
    'trettonde thirteenth',
    'fjortonde fourteenth',
    'femtonde fifteenth',
    'sextonde sixteenth',
    'sjuttonde seventeenth',
    'artonde eighteenth',
    'nittonde nineteenth',
    'tjugonde twentieth',
    'tjugoforsta twenty-first',
    'tjugoandra twenty-second',
    'tjugotredje twenty-third',
    'tjugofjarde twenty-fourth',
    'tjugofemte twenty-fifth',
    'tjugosjatte twenty-sixth',
    'tjugosjunde twenty-seventh',
    'tjugoattonde twenty-eighth',
    'tjugonionde twenty-ninth',
    'trettionde thirtieth',
    'trettioforsta thirty-first',
  ].flatMap((words, at) => words.split(' ').map((word) => [word, String(at + 1)] as const)),
)

/** `fjarde` → `4`; of any other word undefined. */
export const ordinalOf = (word: string): string | undefined => ordinals.get(word)
