// A typed number: digits or words, with a unit after it if the resident likes: "tre", "3 st", "ungefär 2,5 meter".
import { wordsOf } from './fold-words'
import { roundWords, teens, tens, unitFirst, units } from '../../text/number-words'

/** "En", "una" and "eine" are mostly articles, and "hal" is slippery in Swedish; they count only in an answer as short as "bara en". */
const articles = new Set(['en', 'ett', 'hal', 'un', 'una', 'ein', 'eine'])
/** What stands between a ten and its unit: `treinta y cinco`, `بیست و پنج`. */
const tenJoins = new Set(['y', 'و'])
/** `п'ять` is one word. */
const apostropheInWord = /(?<=\p{L})['’ʼ](?=\p{L})/gu
const longestWithArticle = 3
/** "Ett par" may be two or some; "2-3" is two numbers; "1.500" is one thing in Sweden and another in England. */
const vague =
  /(?:^|\P{L})(?:par|couple|några|nagra|some|flera|several)(?:\P{L}|$)|\d\s*[-–/]\s*\d|\d[.,]\d{3}(?!\d)/iu
const digits =
  /(?<![\p{L}\d])[-−]?(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:[.,]\d+)?(?=$|[^\p{L}\d]|(?:st|stycken|kr|kg|m|l|x|h)(?!\p{L}))/giu

/** The one number that a text holds; undefined for none, several, or a vague one. */
export function readNumber(text: string): number | undefined {
  const normal = text.normalize('NFKC')
  if (vague.test(normal) || isList(normal) || wordsOf(normal).some((word) => roundWords.has(word)))
    return undefined
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
  const words = wordsOf(text.replace(apostropheInWord, '')).filter(
    (word, at, all) => !(tenJoins.has(word) && tens.has(all[at - 1] ?? '')),
  )
  const numbers: number[] = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    const spelled = unitFirst(words, at)
    const ten = at === 0 ? undefined : tens.get(words[at - 1] ?? '')
    const unit = units.get(word)
    if (spelled !== undefined) {
      numbers.push(spelled.value)
      at += spelled.length - 1
    } else if (articles.has(word) && (words.length > longestWithArticle || isDozen(words[at + 1]))) continue
    else if (ten !== undefined && unit !== undefined && unit > 0) numbers.splice(-1, 1, ten + unit)
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

/** One word: `tjugofem`, `fünfundzwanzig`. */
function numberWord(word: string): number | undefined {
  const plain = units.get(word) ?? teens.get(word) ?? tens.get(word)
  if (plain !== undefined) return plain
  for (const [ten, value] of tens) {
    const unit = word.startsWith(ten) ? units.get(word.slice(ten.length)) : undefined
    if (unit !== undefined) return value + unit
  }
  const [, unit = '', ten = ''] = /^(.+)und(.+)$/u.exec(word) ?? []
  const value = tens.get(ten)
  const before = units.get(unit)
  return value === undefined || before === undefined ? undefined : value + before
}
