// Whether a resident writes from the middle of an emergency. No model, no file, no other part of the house is asked.
import { findPhrases, type PhraseHit } from './find-phrases'
import { phraseBook } from './opened-phrases'
import type { Rule, Verdict } from './phrase-book'
import { emergencyKinds, type EmergencyKind } from '../contracts/talk/emergency-kind'
import type { ClassIds } from './lexicon'
import { readTokens, type Token } from './read-tokens'
import { SpokenLanguages } from './spoken-languages'
import { dangerKinds, type ReadSigns } from '../contracts/talk/danger'
import type { Language } from '../contracts/talk/language'
import { keepLast } from '../contracts/basics/keep-last'
import { saysNow, startsAnew, untilTurn } from './sentence-turns'

export interface Emergency {
  readonly kind: EmergencyKind
  /** In which it was recognised; the advice comes in it. */
  readonly language: Language
}

/** Makes ready what the first message would wait for. */
export function prepareToSpot(): void {
  phraseBook()
}

/**
 * The emergency that a text as typed tells of, in whichever language; undefined for anything else, among it what is long
 * past, denied, or asked for knowledge only.
 * @param readSigns asked where one phrase in a longer text is all that alarms; without it each counts
 * @param talkLanguage of what was said before: "a stroke" may be Swedish and English
 */
export function spotEmergency(
  text: string,
  readSigns?: ReadSigns,
  talkLanguage?: Language,
): Emergency | undefined {
  const { alarm } = hearPhrases(text, talkLanguage)
  if (alarm === undefined || isHushed(text, alarm, readSigns)) return undefined
  return { kind: alarm.kind, language: alarm.language }
}

function isHushed(text: string, { leastSigns }: Alarm, readSigns: ReadSigns | undefined): boolean {
  const signs = leastSigns === 0 ? undefined : readSigns?.(text)
  return signs !== undefined && dangerKinds.reduce((sum, kind) => sum + signs[kind], 0) < leastSigns
}

/** The same with the phrase that told it, for those who tend the tables. */
export interface Alarm extends Emergency {
  readonly phrase: string
  /** Where signs of danger are less likely than this it is taken for calm; 0 when it is beyond doubt. */
  readonly leastSigns: number
}

export const findAlarm = (text: string): Alarm | undefined => hearPhrases(text).alarm

export interface HeardPhrases {
  readonly alarm: Alarm | undefined
  /** A phrase would have alarmed, were it not part of a calm one; or most of the text is calm phrases: "jag dör av skratt". */
  readonly isExplained: boolean
  /** Something sets what is told at a distance: a time long past, a play, a course. */
  readonly isAfar: boolean
  /** What may hurt somebody any moment is told of, now and not as a question. */
  readonly isHazard: boolean
}

export const hearPhrases = (text: string, talkLanguage?: Language): HeardPhrases =>
  heardIn(text, talkLanguage)

const heardIn = keepLast((text: string, talkLanguage: Language | undefined): HeardPhrases => {
  const tokens = readTokens(text)
  const heard = hearTokens(tokens, talkLanguage)
  if (heard.alarm !== undefined) return heard
  const isShort = tokens.length <= mostWordsOfShort
  const apart = tokens.flatMap((token) => takeApart(token, isShort))
  if (apart.length === tokens.length) return heard
  const { alarm, isExplained, isAfar, isHazard } = hearTokens(apart, talkLanguage)
  return {
    alarm,
    isExplained: isExplained || heard.isExplained,
    isAfar: isAfar || heard.isAfar,
    isHazard: isHazard || heard.isHazard,
  }
})

function hearTokens(tokens: readonly Token[], talkLanguage: Language | undefined): HeardPhrases {
  const book = phraseBook()
  const classes = tokens.map(({ word }) => book.lexicon.classesOf(word))
  const spoken = new SpokenLanguages(book, tokens, classes)
  const hits = findPhrases(book, tokens, classes)
    .filter((hit) =>
      isAlarm(hit.rule) ? spoken.mayBe(hit.rule.language, hit) : spoken.isMost(hit.rule.language, hit),
    )
    .map((hit) => (isAlarm(hit.rule) ? hit : untilTurn(hit, tokens)))
  const isErrand = classes.some((ids) => ids.some((id) => book.errands.has(id)))
  const alarms = hits.filter(
    (hit) =>
      isAlarm(hit.rule) &&
      !(hit.rule.isWeak && isErrand) &&
      !isOneGuessedWord(hit, tokens, classes) &&
      !isOneWordOfAnother(hit, hits, classes, spoken) &&
      !hits.some((other) => quietens(other, hit) && !startsAnew(hit, other, tokens)),
  )
  const alarm = gravest(alarms, spoken, talkLanguage)
  const isAfar = hits.some(({ rule, to }) => rule.verdict === 'afar' && !saysNow(tokens.slice(to)))
  return {
    alarm: alarm && {
      ...alarm,
      leastSigns: isAfar && canBeAfar(alarm.kind) ? leastSignsAfar : doubtOf(alarms, tokens.length),
    },
    isExplained: isExplained(hits, tokens),
    isAfar,
    isHazard:
      !isAfar &&
      hits.some((hit) => hit.rule.verdict === 'hazard' && !hits.some((other) => asksAbout(other, hit))),
  }
}

/** What happened in a play or last winter is told as calmly as any errand; chosen as `docs/decisions/0061` says. */
const leastSignsAfar = 0.4
/** Who wants to die may laugh about it, and may have wanted to for years. */
const canBeAfar = (kind: EmergencyKind): boolean => kind !== 'self-harm'

/**
 * Of one phrase of at most so many words alone in a text of more than so many, the first that fits: chosen as
 * `docs/decisions/0061` says.
 */
const doubts: readonly { readonly words: number; readonly textWords: number; readonly leastSigns: number }[] =
  [
    { words: 1, textWords: 3, leastSigns: 0.1 },
    { words: 3, textWords: 8, leastSigns: 0.1 },
    { words: 3, textWords: 5, leastSigns: 0.05 },
    { words: 3, textWords: 3, leastSigns: 0.02 },
    { words: Infinity, textWords: 6, leastSigns: 0.03 },
  ]

/**
 * Phrases at two places of a text, or one that is nearly all of it, are beyond doubt. Several at one place are one: languages
 * have words in common, and tables say the same in two ways.
 */
function doubtOf(alarms: readonly PhraseHit[], wordCount: number): number {
  if (alarms.some((one) => alarms.some((other) => !isOverlap(one, other)))) return 0
  const longest = Math.max(...alarms.map(({ from, to }) => to - from))
  return doubts.find(({ words, textWords }) => longest <= words && wordCount > textWords)?.leastSigns ?? 0
}

const isOverlap = (one: PhraseHit, other: PhraseHit): boolean => one.from < other.to && other.from < one.to

/** "He wants to kill himself" holds a "wants to kill". */
const isOfOneself = (selfHarm: PhraseHit, { rule, from, to }: PhraseHit): boolean =>
  selfHarm.rule.verdict === 'self-harm' &&
  violentVerdicts.has(rule.verdict) &&
  selfHarm.from <= from &&
  to <= selfHarm.to

const violentVerdicts: ReadonlySet<Verdict> = new Set<EmergencyKind>(['violence', 'violence-nearby'])

function gravest(
  found: readonly PhraseHit[],
  spoken: SpokenLanguages,
  talkLanguage: Language | undefined,
): Omit<Alarm, 'leastSigns'> | undefined {
  const alarms = found.filter((hit) => !found.some((other) => isOfOneself(other, hit)))
  const kind = emergencyKinds.find((one) => alarms.some(({ rule }) => rule.verdict === one))
  if (kind === undefined) return undefined
  const { language, phrase } = languagesFrom(talkLanguage)
    .flatMap((one) => alarms.find(({ rule }) => rule.verdict === kind && rule.language === one) ?? [])
    .reduce((best, hit) =>
      spoken.wordsOf(hit.rule.language, hit) > spoken.wordsOf(best.rule.language, best) ? hit : best,
    ).rule
  return { kind, language, phrase }
}

/** Those of the tables, that of the talk first: where two know as many words the first is taken. */
function languagesFrom(talkLanguage: Language | undefined): readonly Language[] {
  const { languages } = phraseBook()
  return talkLanguage !== undefined && languages.includes(talkLanguage)
    ? [talkLanguage, ...languages.filter((one) => one !== talkLanguage)]
    : languages
}

/** In longer texts a word of two known ones is a compound, and not a lost blank. */
const mostWordsOfShort = 3

/** `detbrinner` is two words, `honandasinte` three. */
function takeApart(token: Token, isTextShort: boolean): readonly Token[] {
  const book = phraseBook()
  const words = book.lexicon.takeApart(token.word, (id) => book.languageOfClass(id))
  if (words === undefined || (!isTextShort && !isRunOfWords(words))) return [token]
  return words.map((word, at) => ({
    word,
    beginsClause: at === 0 && token.beginsClause,
    endsClause: at === words.length - 1 && token.endsClause,
  }))
}

/** Shorter runs are words that happen to be made of others: "kontanter" of "kon", "tänt" and "er". */
const shortestRun = 12

/** Three words and more, and not "propp a d". */
const isRunOfWords = (words: readonly string[]): boolean =>
  words.length > 2 && words.every(({ length }) => length > 1) && words.join('').length >= shortestRun

const alarmVerdicts: ReadonlySet<Verdict> = new Set(emergencyKinds)
const isAlarm = ({ verdict }: Rule): boolean => alarmVerdicts.has(verdict)

/** From this length on a slip of the finger hardly makes one word of another. */
const shortestGuessed = 9

/** A phrase met by one word, and that misspelt, is too little to go by. */
function isOneGuessedWord(hit: PhraseHit, tokens: readonly Token[], classes: readonly ClassIds[]): boolean {
  const at = onlyWordOf(hit, classes)
  const word = at === undefined ? undefined : tokens[at]?.word
  return (
    word !== undefined &&
    word.length < shortestGuessed &&
    !phraseBook().lexicon.knowsAs(word, hit.rule.needs.flat())
  )
}

/**
 * So is one word in a clause that is as much of a language before it which has no such phrase: "sun" is poison in Somali, and
 * "aggressiv hund" is German too.
 */
const isOneWordOfAnother = (
  hit: PhraseHit,
  hits: readonly PhraseHit[],
  classes: readonly ClassIds[],
  spoken: SpokenLanguages,
): boolean =>
  onlyWordOf(hit, classes) !== undefined &&
  !hits.some(
    (other) =>
      other.rule.verdict === hit.rule.verdict &&
      isOverlap(other, hit) &&
      spoken.isFirst(other.rule.language, hit),
  )

/** The place of the word, where all that a phrase needs is one. */
function onlyWordOf({ rule, from, to }: PhraseHit, classes: readonly ClassIds[]): number | undefined {
  const needed = new Set(rule.needs.flat())
  const met = Array.from({ length: to - from }, (_, at) => from + at).filter((at) =>
    classes[at]?.some((id) => needed.has(id)),
  )
  return met.length === 1 ? met[0] : undefined
}

/** Kinds that people ask about without being in them. */
const askedAbout: ReadonlySet<Verdict> = new Set<Verdict>([
  'fire',
  'gas',
  'life-in-danger',
  'lost-person',
  'stuck-in-lift',
  'hazard',
])

/** So much of a text makes all of it calm: in a longer one something else may stand beside the figure of speech. */
const calmShare = 0.5

function isExplained(hits: readonly PhraseHit[], tokens: readonly Token[]): boolean {
  const calm = hits.filter(({ rule }) => rule.verdict === 'calm')
  const words = new Set(
    calm.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
  )
  return (
    (words.size > 0 && words.size >= calmShare * tokens.length) ||
    hits.some(
      (hit) =>
        isAlarm(hit.rule) && calm.some((other) => quietens(other, hit) && !startsAnew(hit, other, tokens)),
    )
  )
}

/** Whether a calm phrase shares a word with an alarm. */
const quietens = (other: PhraseHit, alarm: PhraseHit): boolean =>
  asksAbout(other, alarm) || (other.rule.verdict === 'calm' && isOverlap(other, alarm))

/** Whether a question of knowledge does. */
const asksAbout = (other: PhraseHit, alarm: PhraseHit): boolean =>
  other.rule.verdict === 'question' && askedAbout.has(alarm.rule.verdict) && isOverlap(other, alarm)
