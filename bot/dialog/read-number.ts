// A typed number: digits or words, with a unit after it if the resident likes: "tre", "3 st", "ungefär 2,5 meter".
import { wordsOf } from './fold-words'

const units = numbersByWord({
  ...{
    noll: 0,
    en: 1,
    ett: 1,
    två: 2,
    tva: 2,
    tre: 3,
    fyra: 4,
    fem: 5,
    sex: 6,
    sju: 7,
    åtta: 8,
    atta: 8,
    nio: 9,
  },
  ...{ zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9 },
})
const teens = numbersByWord({
  ...{ tio: 10, elva: 11, tolv: 12, tretton: 13, fjorton: 14, femton: 15, sexton: 16, sjutton: 17 },
  ...{ arton: 18, nitton: 19, ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15 },
  ...{
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    hundra: 100,
    hundred: 100,
    dussin: 12,
    dozen: 12,
  },
})
const tens = numbersByWord({
  ...{ tjugo: 20, trettio: 30, fyrtio: 40, femtio: 50, sextio: 60, sjuttio: 70, åttio: 80, nittio: 90 },
  ...{ twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 },
})
/** "En" and "ett" are mostly articles; they count only in an answer as short as "bara en". */
const articles = new Set(['en', 'ett'])
const longestWithArticle = 3
/** "Ett par" may be two or some; "2-3" is two numbers; "1.500" is one thing in Sweden and another in England. */
const vague =
  /(?:^|\P{L})(?:par|couple|några|nagra|some|flera|several)(?:\P{L}|$)|\d\s*[-–/]\s*\d|\d[.,]\d{3}(?!\d)/iu
const digits =
  /(?<![\p{L}\d])[-−]?(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:[.,]\d+)?(?=$|[^\p{L}\d]|(?:st|stycken|kr|kg|m|l|x|h)(?!\p{L}))/giu

/** The one number that a text holds; undefined for none, several, or a vague one. */
export function readNumber(text: string): number | undefined {
  const normal = text.normalize('NFKC')
  if (vague.test(normal) || isList(normal)) return undefined
  const found = new Set([...inDigits(normal), ...inWords(normal)])
  const [only] = found
  return found.size === 1 && only !== undefined && Number.isFinite(only) ? only : undefined
}

/** "En soffa och två stolar" is three things, or two of the kind that counts. */
function isList(text: string): boolean {
  const words = wordsOf(text)
  const joins = words.some((word) => word === 'och' || word === 'and' || word === 'plus')
  return (
    joins && words.length > longestWithArticle && words.some((word) => articles.has(word) || word === 'a')
  )
}

function inDigits(text: string): readonly number[] {
  return [...text.matchAll(digits)].map(([match]) =>
    Number(
      match
        .replace(/[\s\u00a0\u202f]/g, '')
        .replace('−', '-')
        .replace(',', '.'),
    ),
  )
}

function inWords(text: string): readonly number[] {
  const words = wordsOf(text)
  const numbers: number[] = []
  for (const [index, word] of words.entries()) {
    if (articles.has(word) && (words.length > longestWithArticle || isDozen(words[index + 1]))) continue
    const ten = index === 0 ? undefined : tens.get(words[index - 1] ?? '')
    const unit = units.get(word)
    if (ten !== undefined && unit !== undefined && unit > 0) numbers.splice(-1, 1, ten + unit)
    else {
      const value = numberWord(word)
      if (value !== undefined) numbers.push(value)
    }
  }
  return numbers
}

function isDozen(word: string | undefined): boolean {
  return word === 'dussin' || word === 'hundra'
}

function numberWord(word: string): number | undefined {
  const plain = units.get(word) ?? teens.get(word) ?? tens.get(word)
  if (plain !== undefined) return plain
  for (const [ten, value] of tens) {
    const unit = word.startsWith(ten) ? units.get(word.slice(ten.length)) : undefined
    if (unit !== undefined) return value + unit
  }
  return undefined
}

function numbersByWord(words: Readonly<Record<string, number>>): ReadonlyMap<string, number> {
  return new Map(Object.entries(words))
}
