// A valid answer for every question there can be, found by a number: what the house keeps, and how a resident says it.
import type { Language } from '../../../bot/contracts/talk/language'
import type { SentFileKind } from '../../../bot/contracts/talk/sent-file'
import type { AnswerType, Value } from '../../../bot/contracts/talk/value'
import { fieldOf } from '../../../bot/dialog/model/list-records'
import type { AskStep } from '../../../bot/dialog/model/model'
import { optionLabel, type PickOption } from '../../../bot/dialog/model/pick-options'
import { textIn } from '../../../bot/dialog/showing/show-value'
import { sampleFiles } from '../../../scripts/conversation-tests/sample-files'

export interface Answer {
  readonly value: Value
  /** Undefined of what is sent and not said: pictures and documents. */
  readonly words: ((language: Language) => string) | undefined
}

/** What an answer depends on beside its question. */
export interface Asked {
  readonly ask: AskStep
  /** The same number gives the same answer. */
  readonly number: number
  /** ISO date. */
  readonly today: string
  /** Of a question that has them. */
  readonly options: readonly PickOption[]
  /** The one-time code that waits, and the number it was sent to. */
  readonly code?: { readonly digits: string; readonly to: string }
}

type Make = (asked: Asked) => Answer | undefined

const same = (value: string): Answer => ({ value, words: () => value })
const at = <T>(from: readonly T[], number: number): T | undefined => from[number % from.length]

const things = ['En papperskorg', 'Räcket vid bron', 'Bänken', 'En trasig ruta', 'Stolpen', 'Vår granne']
const states = ['har vält', 'är borta', 'gnisslar', 'är mörkblå', 'står snett', 'behöver ses över']
const streets = ['Storgatan', 'Kungsgatan', 'Nygatan', 'Södergatan', 'Järnvägsgatan']

/** `2026-12-24`, so many days after another day. */
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** The last digit of a personal identity number (SKV 704). */
function controlDigit(nine: string): number {
  const sum = Array.from(nine).reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (product > 9 ? product - 9 : product)
  }, 0)
  return (10 - (sum % 10)) % 10
}

const yesNo: Make = ({ number }) => ({
  value: number % 2 === 0,
  words: (language) =>
    number % 2 === 0 ? (language === 'sv' ? 'ja' : 'yes') : language === 'sv' ? 'nej' : 'no',
})

const labelOfCode = ({ choices }: AskStep, code: string, language: Language): string => {
  const choice = choices.find((one) => one.code === code)
  return choice === undefined ? code : textIn(choice.label, language)
}

/** One row a type: a type that is new to the language has no answers until it has its row here. */
const answersByType: Readonly<Record<AnswerType, Make>> = {
  text: ({ ask: { length = { from: 1, to: 200 } }, number }) => {
    const words = `${at(things, number) ?? ''} ${at(states, Math.floor(number / things.length)) ?? ''} ${number}`
    return same(words.slice(0, length.to).trim())
  },
  number: ({ ask: { range = { from: 1, to: 20 } }, number }) => {
    const value = range.from + (number % (Math.floor(range.to - range.from) + 1))
    return { value, words: () => String(value) }
  },
  money: ({ ask: { range = { from: 100, to: 900 } }, number }) => {
    const value = range.from + (number % (range.to - range.from + 1))
    return { value, words: (language) => `${value} ${language === 'sv' ? 'kronor' : 'SEK'}` }
  },
  'yes/no': yesNo,
  consent: yesNo,
  choice: ({ ask, number }) => {
    const code = at(ask.choices, number)?.code
    return code === undefined
      ? undefined
      : { value: code, words: (language) => labelOfCode(ask, code, language) }
  },
  choices: ({ ask, number }) => {
    const codes = ask.choices.map(({ code }) => code).filter((_, index) => ((number + 1) >> index) % 2 === 1)
    const some = codes.length > 0 ? codes : ask.choices.slice(0, 1).map(({ code }) => code)
    return {
      value: some,
      words: (language) => some.map((code) => labelOfCode(ask, code, language)).join(', '),
    }
  },
  pick: ({ options, number }) => {
    const option = at(options, number)
    return option === undefined
      ? undefined
      : { value: option.id, words: (language) => optionLabel(option.label, language) }
  },
  address: ({ number }) => same(`${at(streets, number) ?? ''} ${1 + (number % 60)}`),
  phone: ({ number }) => {
    // Numbers that no one has (PTS): 070-174 06 05 to 99.
    const rest = String(1_740_605 + (number % 95))
    return {
      value: `+4670${rest}`,
      words: () => `070-${rest.slice(0, 3)} ${rest.slice(3, 5)} ${rest.slice(5)}`,
    }
  },
  email: ({ number }) => same(`boende${number}@example.se`),
  date: ({ today, number }) => same(dayAfter(today, 15 + (number % 300))),
  time: ({ number }) =>
    same(`${String(8 + (number % 10)).padStart(2, '0')}:${number % 2 === 0 ? '15' : '30'}`),
  code: ({ code }) => (code === undefined ? undefined : { value: code.to, words: () => code.digits }),
  'person-id': ({ number }) => {
    const nine = `900101${String(100 + (number % 800))}`
    return same(`19${nine}${controlDigit(nine)}`)
  },
  list: (asked) => listOf(asked),
  photo: (asked) => filesOf('photo', asked),
  file: (asked) => filesOf('pdf', asked),
}

/** As many as the question takes, or fewer. */
function filesOf(kind: SentFileKind, { ask: { files }, number }: Asked): Answer {
  const sent = sampleFiles(kind, 1 + (number % (files?.max ?? 1)))
  const named = sent.map((one) => ({ ...one, bytes: one.bytes + number }))
  return { value: named, words: undefined }
}

/** One to three items, each with all that is asked about it. */
function listOf({ ask: { list }, number, ...asked }: Asked): Answer | undefined {
  if (list === undefined) return undefined
  const size = Math.min(list.max, 1 + (number % 3))
  const items = Array.from({ length: size }, (_, index) =>
    list.each.map(
      (inner) => [inner, answerOf({ ...asked, ask: inner, number: number * 3 + index * 7 })] as const,
    ),
  )
  const records = items.map((fields) =>
    Object.fromEntries(
      fields.flatMap(([inner, answer]) =>
        answer === undefined ? [] : [[fieldOf(inner), answer.value] as const],
      ),
    ),
  )
  const words = (language: Language) =>
    items
      .map((fields) =>
        fields
          .map(([, answer]) => answer?.words?.(language) ?? '')
          .reverse()
          .join(' '),
      )
      .join(language === 'sv' ? ' och ' : ' and ')
  return { value: records, words }
}

/** Of a question that takes several types, one of them; undefined where there is nothing to answer with. */
export function answerOf(asked: Asked): Answer | undefined {
  const { ask, number } = asked
  const type = at(ask.types, number)
  return type === undefined ? undefined : answersByType[type](asked)
}
