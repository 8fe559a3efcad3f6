// Whether a resident writes from the middle of an emergency. No model, no file, no other part of the house is asked.
import { findPhrases, type PhraseHit } from './find-phrases'
import { openPhrases } from './kept-phrases'
import type { PhraseBook, Rule, Verdict } from './phrase-book'
import { emergencyKinds, type EmergencyKind } from './phrase-table'
import { readTokens, type Token } from './read-tokens'
import { SpokenLanguages } from './spoken-languages'
import type { Language } from '../contracts/language'

export interface Emergency {
  readonly kind: EmergencyKind
  /** In which it was recognised; the advice comes in it. */
  readonly language: Language
}

let opened: PhraseBook | undefined

/** Made once, for the tables are part of the program; and when first needed, for many a process never does. */
const phraseBook = (): PhraseBook => (opened ??= openPhrases())

/** Makes ready what the first message would wait for. */
export function prepareToSpot(): void {
  phraseBook()
}

/**
 * The emergency that a text as typed tells of, in whichever language; undefined for anything else, among it what is long
 * past, denied, or asked for knowledge only.
 */
export function spotEmergency(text: string): Emergency | undefined {
  const alarm = findAlarm(text)
  return alarm === undefined ? undefined : { kind: alarm.kind, language: alarm.language }
}

/** The same with the phrase that told it, for those who tend the tables. */
export interface Alarm extends Emergency {
  readonly phrase: string
}

export const findAlarm = (text: string): Alarm | undefined => hearPhrases(text).alarm

export interface HeardPhrases {
  readonly alarm: Alarm | undefined
  /** A phrase would have alarmed, were it not part of a calm one; or most of the text is calm phrases: "jag dör av skratt". */
  readonly isExplained: boolean
}

export function hearPhrases(text: string): HeardPhrases {
  const tokens = readTokens(text)
  const heard = hearTokens(tokens)
  if (heard.alarm !== undefined) return heard
  const isShort = tokens.length <= mostWordsOfShort
  const apart = tokens.flatMap((token) => takeApart(token, isShort))
  if (apart.length === tokens.length) return heard
  const { alarm, isExplained } = hearTokens(apart)
  return { alarm, isExplained: isExplained || heard.isExplained }
}

function hearTokens(tokens: readonly Token[]): HeardPhrases {
  const book = phraseBook()
  const classes = tokens.map(({ word }) => book.lexicon.classesOf(word))
  const spoken = new SpokenLanguages(book, tokens, classes)
  const hits = findPhrases(book, tokens, classes).filter((hit) =>
    isAlarm(hit.rule) ? spoken.mayBe(hit.rule.language, hit) : spoken.isMost(hit.rule.language, hit),
  )
  const isErrand = classes.some((ids) => ids.some((id) => book.errands.has(id)))
  const alarms = hits.filter(
    (hit) =>
      isAlarm(hit.rule) &&
      !(hit.rule.isWeak && isErrand) &&
      !isOneGuessedWord(hit, tokens) &&
      !hits.some((other) => quietens(other, hit)),
  )
  return { alarm: gravest(alarms, spoken), isExplained: isExplained(hits, tokens.length) }
}

function gravest(alarms: readonly PhraseHit[], spoken: SpokenLanguages): Alarm | undefined {
  const kind = emergencyKinds.find((one) => alarms.some(({ rule }) => rule.verdict === one))
  if (kind === undefined) return undefined
  const { language, phrase } = phraseBook()
    .languages.flatMap(
      (one) => alarms.find(({ rule }) => rule.verdict === kind && rule.language === one) ?? [],
    )
    .reduce((best, hit) =>
      spoken.wordsOf(hit.rule.language, hit) > spoken.wordsOf(best.rule.language, best) ? hit : best,
    ).rule
  return { kind, language, phrase }
}

/** In longer texts a word of two known ones is a compound, and not a lost blank. */
const mostWordsOfShort = 3

/** `detbrinner` is two words, `honandasinte` three. */
function takeApart(token: Token, isTextShort: boolean): readonly Token[] {
  const words = phraseBook().lexicon.takeApart(token.word)
  if (words === undefined || (!isTextShort && !isRunOfWords(words))) return [token]
  return words.map((word, at) => ({
    word,
    beginsClause: at === 0 && token.beginsClause,
    endsClause: at === words.length - 1 && token.endsClause,
  }))
}

/** Three words and more, and not "propp a d". */
const isRunOfWords = (words: readonly string[]): boolean =>
  words.length > 2 && words.every(({ length }) => length > 1)

const isAlarm = ({ verdict }: Rule): boolean => verdict !== 'calm' && verdict !== 'question'

/** From this length on a slip of the finger hardly makes one word of another. */
const shortestGuessed = 7

/** A word alone, and that misspelt, is too little to go by. */
function isOneGuessedWord({ rule, from, to }: PhraseHit, tokens: readonly Token[]): boolean {
  const word = tokens[from]?.word ?? ''
  const isShort = to - from === 1 && word.length < shortestGuessed
  return isShort && !phraseBook().lexicon.knowsAs(word, rule.needs.flat())
}

/** Kinds that people ask about without being in them. */
const askedAbout: ReadonlySet<Verdict> = new Set(['fire', 'gas', 'life-in-danger'])

/** So much of a text makes all of it calm: in a longer one something else may stand beside the figure of speech. */
const calmShare = 0.5

function isExplained(hits: readonly PhraseHit[], wordCount: number): boolean {
  const calm = hits.filter(({ rule }) => rule.verdict === 'calm')
  const words = new Set(
    calm.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
  )
  return (
    (words.size > 0 && words.size >= calmShare * wordCount) ||
    hits.some((hit) => isAlarm(hit.rule) && calm.some((other) => quietens(other, hit)))
  )
}

/** Whether a calm phrase shares a word with an alarm. */
const quietens = (other: PhraseHit, alarm: PhraseHit): boolean =>
  (other.rule.verdict === 'calm' ||
    (other.rule.verdict === 'question' && askedAbout.has(alarm.rule.verdict))) &&
  other.from < alarm.to &&
  alarm.from < other.to
