// "Han är 78", "jag är pensionär": who the last question was for. It asks nothing by itself, and is looked for in what was answered.
import type { Language } from '../../contracts/talk/language'
import { teens, tens, units } from '../../text/number-words'
import { foldDiacritics } from '../../text/normalise'
import { wholeWords } from '../../text/whole-words'
import { readSearchWords } from '../search/search-word'
import type { FollowUp } from './read-follow-up'

/** `isTopic`: words of a life, which may be about something of their own; an age never is. */
export interface Whom extends FollowUp {
  readonly isTopic: boolean
}

interface Status {
  readonly tells: string
  /** How an article speaks of them. */
  readonly says: string
  /** Several of them: "jag hittar inget om pensionärer". */
  readonly asked: string
}

/** The words of a language in which it is said who somebody is; those that a message is read by are without dots and rings. */
interface WhomWords {
  /** "Min mamma är", and all that may stand before it. */
  readonly one: string
  /** "Vi är": four of them are no age. */
  readonly several: string
  readonly age: string
  readonly statuses: readonly Status[]
  /** How an article says an age, out of the numbers that are meant. */
  readonly saysAge: (numbers: {
    readonly upTo: string
    readonly above: string
    readonly own: string
  }) => string
  readonly child: string
  readonly adult: string
  readonly old: string
  readonly ofAge: (age: number) => string
}

const numbers = '\\d{1,3}|\\p{L}+'

const swedishStart = '(?:(?:ja|jo|ok|okej|och|men|fast|for|alltsa)[\\s,]+)*'
const swedishIs =
  '(?:ar|blir|fyller|fyllde|har fyllt)(?: (?:ju|nu|bara|redan|snart|nastan|over|en|ett)(?= ))*'
const englishStart = '(?:(?:yes|ok|okay|and|but|well)[\\s,]+)*'
const englishSmall = '(?: (?:only|just|now|almost|over|already|an?)(?= ))*'

const whomWords: Readonly<Record<Language, WhomWords>> = {
  sv: {
    one: `${swedishStart}(?:jag|han|hon|hen|barnet|mamma|pappa|(?:min|mitt|var|vart) \\p{L}+) ${swedishIs}`,
    several: `${swedishStart}(?:vi|de|dom|(?:mina|vara) \\p{L}+) ${swedishIs}`,
    age: `(${numbers})(?: ar)?(?: (?:gammal|gammalt|gamla))?(?: (?:nu|i ar|snart))?`,
    statuses: [
      {
        tells: '(?:\\p{L}+)?pensionar(?:er)?',
        says: '\\p{L}*pensionär\\p{L}*|äldre|senior\\p{L}*',
        asked: 'pensionärer',
      },
      { tells: 'student(?:er)?', says: 'student\\p{L}*|studerande', asked: 'studenter' },
      { tells: 'arbetslosa?', says: 'arbetslös\\p{L}*', asked: 'arbetslösa' },
      { tells: '(?:sjukskriven|sjukskrivna)', says: 'sjukskriv\\p{L}*', asked: 'sjukskrivna' },
      { tells: 'foraldraledig(?:a)?', says: 'föräldraledig\\p{L}*', asked: 'föräldralediga' },
      { tells: 'ensamstaende', says: 'ensamstående|ensam vårdnad\\p{L}*', asked: 'ensamstående' },
    ],
    saysAge: ({ upTo, above, own }) =>
      `under (?:${above}) år|(?:fyllt|fyller) (?:${upTo})|(?:från|över|vara) (?:${upTo}) år|(?<!i )(?:${own}) år`,
    child: 'barn(?:et|en)?',
    adult: 'vuxen|vuxna',
    old: 'pensionär\\p{L}*|senior\\p{L}*|äldre|vuxen|vuxna',
    ofAge: (age) => `den som är ${age} år`,
  },
  en: {
    one: `${englishStart}(?:(?:i|he|she|my \\p{L}+|the child) (?:am|is|was|turns|turned)|i['’]?m|(?:he|she)['’]?s)${englishSmall}`,
    several: `${englishStart}(?:(?:we|they|my \\p{L}+) are|(?:we|they)['’]re)${englishSmall}`,
    age: `(${numbers})(?: years?)?(?: old)?(?: now)?`,
    statuses: [
      {
        tells: '(?:pensioners?|retired|seniors?)',
        says: 'pensioners?|retired|seniors?|older people',
        asked: 'pensioners',
      },
      { tells: 'students?', says: 'students?', asked: 'students' },
      { tells: 'unemployed', says: 'unemployed', asked: 'the unemployed' },
      { tells: 'on sick leave', says: 'sick leave', asked: 'sick leave' },
      { tells: 'on parental leave', says: 'parental leave', asked: 'parental leave' },
      {
        tells: '(?:single|a single (?:parent|mum|mother|dad|father))',
        says: 'single',
        asked: 'single parents',
      },
    ],
    saysAge: ({ upTo, above, own }) =>
      `under (?:${above})|(?:turns?|turned|aged?|over|from the age of|from) (?:${upTo})|(?:${own}) years? old`,
    child: 'child|children',
    adult: 'adults?',
    old: 'pensioners?|seniors?|older people|adults?',
    ofAge: (age) => `someone who is ${age}`,
  },
}

const oldest = 110
const ofAge = 18
const ofPension = 65

const numberOf = (word: string): number | undefined => {
  const value = /^\d+$/u.test(word) ? Number(word) : (units.get(word) ?? teens.get(word) ?? tens.get(word))
  return value !== undefined && value <= oldest ? value : undefined
}

/** Articles write small numbers in words. */
function numbersFrom(from: number, to: number): string {
  const spelled = [...units, ...teens].filter(([, value]) => value >= from && value <= to)
  const digits = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => String(from + index))
  return [...digits, ...spelled.map(([word]) => word)].join('|')
}

/** What an article says of the age itself, and else of those of that age. */
function saysOfAge(age: number, words: WhomWords): readonly string[] {
  const upTo = numbersFrom(1, age)
  const precise = words.saysAge({ upTo, above: numbersFrom(age + 1, oldest), own: numbersFrom(age, age) })
  const adults = age >= ofPension ? words.old : words.adult
  return [precise, age < ofAge ? words.child : adults]
}

interface Told {
  /** From what fits best to what fits at all. */
  readonly says: readonly string[]
  readonly asked: string
  readonly isTopic: boolean
}

function toldIn(folded: string, words: WhomWords): Told | undefined {
  const status = words.statuses.find(({ tells }) =>
    isWhole(folded, `(?:${words.one}|${words.several})\\s+(?:${tells})`),
  )
  if (status !== undefined) return { says: [status.says], asked: status.asked, isTopic: true }
  const [, written] = matchWhole(folded, `${words.one}\\s+${words.age}`) ?? []
  const age = written === undefined ? undefined : numberOf(written)
  return age === undefined
    ? undefined
    : { says: saysOfAge(age, words), asked: words.ofAge(age), isTopic: false }
}

const matchWhole = (folded: string, pattern: string): RegExpExecArray | null =>
  new RegExp(`^${pattern}[\\s.!?]*$`, 'u').exec(folded)
const isWhole = (folded: string, pattern: string): boolean => matchWhole(folded, pattern) !== null

const nothing = /(?!)/u

/** Follow-ups that ask of them, the nearest first; none when the message tells more or less than who somebody is. */
export function readWhom(written: string, language: Language): readonly Whom[] {
  const words = whomWords[language]
  const told = words && toldIn(foldDiacritics(written.trim().toLowerCase()), words)
  if (told === undefined) return []
  return told.says.map((says) => ({
    leaning: 'whose',
    words: readSearchWords(written, language),
    named: [],
    sides: [],
    occasions: [{ asks: nothing, says: wholeWords(says) }],
    asked: told.asked,
    isTopic: told.isTopic,
  }))
}
