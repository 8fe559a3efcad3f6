// Reads what a resident typed as an answer to one question, by the types the question takes.
import type { AnswerType } from '../../contracts/talk/value'
import { invalid, notUnderstood } from '../model/answer-reading'
import type { AnswerReading, Certainty } from '../model/answer-reading'
import { wordsOf } from '../words/fold-words'
import { readKnownAddress, readPoint, spelledAsKnown } from './known-address'
import type { AskStep } from '../model/model'
import { readAddress } from './read-address'
import { readChoice } from './read-choice'
import { readConsent } from './read-consent'
import { readEmail } from '../words/read-email'
import { mostOffered } from './offered-answers'
import { readMoney } from '../words/read-money'
import { readNumber } from '../words/read-number'
import { readsAsQuestion } from '../words/reads-as-question'
import { readPersonId } from '../words/person-id'
import { readPhone } from '../words/read-phone'
import { readDateAnswer, readTimeAnswer } from './read-when'
import { readSeveralChoices } from './read-several-choices'
import { readPlainYesNo, readYesNo, saysUnsure } from '../words/read-yes-no'
import { isSkipWord } from '../words/skip-words'
import { tellsYes } from '../words/tells-yes'
import type { WalkEnvironment } from '../model/walk-environment'

type Reader = (ask: AskStep, text: string, environment: WalkEnvironment) => AnswerReading

const longestText = 2_000
/** A longer text that ends in a question mark asks us something. */
const longestDoubtfulAnswer = 3
const longestBareAnswer = 6
/** Where so much may be written at most, a name or a number is asked for, and "hur lång tid tar det" is none. */
const longestFact = 120
export const asksForFact = ({ length }: Pick<AskStep, 'length'>): boolean =>
  length !== undefined && length.to <= longestFact

const readers: Readonly<Record<AnswerType, Reader>> = {
  text: readText,
  number: readNumberAnswer,
  'yes/no': ({ unsure, meansYes = [] }, text, { city }) => {
    const value =
      readYesNo(text, city) ?? tellsYes(text, meansYes) ?? (saysUnsure(text, city) ? unsure : undefined)
    return value === undefined ? notUnderstood : { kind: 'value', value, certainty: certaintyOf(text, 3) }
  },
  consent: (_ask, text, { city }) => {
    const value = readConsent(text, city)
    return value === undefined ? notUnderstood : { kind: 'value', value, certainty: 'full' }
  },
  // Only `interpretCode` knows which code was sent.
  code: () => notUnderstood,
  'person-id': (_ask, text, { today }) => {
    const found = readPersonId(text, today)
    if (found === 'bad') return invalid('question.bad-person-id')
    return found === undefined
      ? notUnderstood
      : { kind: 'value', value: found.value, certainty: certaintyOf(text) }
  },
  choice: readChoiceAnswer,
  // Its options stand in the talk: see `readAnswerIn`.
  pick: () => notUnderstood,
  choices: (ask, text) => {
    const found = asksSomething(text) ? undefined : readSeveralChoices(ask.choices, text)
    return found === undefined
      ? notUnderstood
      : { kind: 'value', value: found.codes, certainty: found.isWhole ? 'full' : 'part' }
  },
  money: readMoneyAnswer,
  address: readAddressAnswer,
  phone: (_ask, text) => {
    const found = readPhone(text)
    if (found === 'bad') return invalid('question.bad-phone')
    return found === undefined
      ? notUnderstood
      : { kind: 'value', value: found.number, certainty: certaintyOf(text) }
  },
  email: (_ask, text) => {
    const found = readEmail(text)
    if (found === 'bad') return invalid('question.bad-email')
    return found === undefined
      ? notUnderstood
      : { kind: 'value', value: found.address, certainty: certaintyOf(text) }
  },
  date: (_ask, text, environment) =>
    asksSomething(text) ? notUnderstood : readDateAnswer(text, environment, certaintyOf),
  time: (_ask, text, environment) =>
    asksSomething(text) ? notUnderstood : readTimeAnswer(text, environment, certaintyOf),
  // They come without words: see `interpretFiles`.
  photo: () => notUnderstood,
  file: () => notUnderstood,
  // Item by item, and what is added depends on what is there: see `read-items`.
  list: () => notUnderstood,
}

/**
 * Reads `text` as an answer of one of the question's types, in their order; the first that gives a value wins.
 * Looks at type, `length`, `range` and choices. Whether the value is allowed (`must`) depends on other answers and is
 * seen to in `applyAnswers`. Never throws, whatever the text.
 */
export function readAnswer(ask: AskStep, text: string, environment: WalkEnvironment): AnswerReading {
  const readings = ask.types.map((type) => readers[type](ask, text, environment))
  return (
    readings.find((reading) => reading.kind === 'value') ??
    readings.find((reading) => reading.kind === 'ambiguous') ??
    readings.find((reading) => reading.kind === 'invalid') ??
    notUnderstood
  )
}

function certaintyOf(text: string, longest = longestBareAnswer): Certainty {
  return wordsOf(text).length <= longest && !text.trimEnd().endsWith('?') ? 'full' : 'part'
}

export function asksSomething(text: string): boolean {
  return text.trimEnd().endsWith('?') && wordsOf(text).length > longestDoubtfulAnswer
}

/**
 * Nobody is called "nej", and no school "hoppa över": such a word answers another question than one for a text. A letter may be
 * what somebody is called: "N".
 */
function readText(ask: AskStep, text: string, environment: WalkEnvironment): AnswerReading {
  const value = text.normalize('NFC').trim()
  const isBareWord =
    value.length > 1 &&
    (isSkipWord(value, environment) || readPlainYesNo(value, environment.city) !== undefined)
  const { from, to } = ask.length ?? { from: 1, to: longestText }
  if (value === '' || isBareWord || (asksForFact(ask) && readsAsQuestion(value))) return notUnderstood
  // Counted as people count: an emoji or a letter with its accent is one.
  const characters = [...new Intl.Segmenter('sv').segment(value)].length
  if (characters < from || characters > to) return invalid('question.bad-length', { from, to })
  return { kind: 'value', value, certainty: 'free' }
}

function readNumberAnswer(ask: AskStep, text: string): AnswerReading {
  const value = asksSomething(text) ? undefined : readNumber(text)
  if (value === undefined) return notUnderstood
  const { range } = ask
  if (range !== undefined && !isInRange(value, range))
    return invalid(isCounting(range) ? 'question.bad-count' : 'question.bad-number', range)
  return { kind: 'value', value, certainty: certaintyOf(text) }
}

type Range = NonNullable<AskStep['range']>

/** Between two whole numbers people count things: there is no half a sofa. */
export const isCounting = ({ from, to }: Range): boolean => Number.isInteger(from) && Number.isInteger(to)

const isInRange = (value: number, range: Range): boolean =>
  value >= range.from && value <= range.to && (Number.isInteger(value) || !isCounting(range))

function readMoneyAnswer({ range }: AskStep, text: string): AnswerReading {
  const values = asksSomething(text) ? [] : readMoney(text)
  const [value] = values
  if (value === undefined || values.length > mostOffered) return notUnderstood
  if (values.length > 1) return { kind: 'ambiguous', values }
  return range !== undefined && (value < range.from || value > range.to)
    ? invalid('question.bad-number', range)
    : { kind: 'value', value, certainty: certaintyOf(text) }
}

function readChoiceAnswer(ask: AskStep, text: string): AnswerReading {
  const found = asksSomething(text) ? undefined : readChoice(ask.choices, text)
  if (found === undefined) return notUnderstood
  return { kind: 'value', value: found.code, certainty: found.isWhole ? 'full' : 'part' }
}

function readAddressAnswer(_ask: AskStep, text: string, { city, places }: WalkEnvironment): AnswerReading {
  const point = readPoint(text, places)
  if (point !== undefined) return point
  const found = readAddress(text, city)
  if (found === 'bad') return invalid('question.bad-address')
  if (found === undefined) return notUnderstood
  if ('oneOf' in found)
    return { kind: 'ambiguous', values: found.oneOf.map((value) => spelledAsKnown(value, places)) }
  const whenKnown = certaintyOf(text)
  const { value, isSure, isDoubtful = false } = found
  if (!isSure && readsAsQuestion(text)) return notUnderstood
  return readKnownAddress({ value, certainty: isSure ? whenKnown : 'free', whenKnown, isDoubtful }, places)
}
