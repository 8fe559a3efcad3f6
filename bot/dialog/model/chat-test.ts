// Runs a conversation test that staff wrote in a dialog's file, line by line, against anything that answers messages.
import type { Place } from '../../contracts/basics/finding'
import { areSentFiles } from '../../contracts/talk/sent-file'
import type { Value } from '../../contracts/talk/value'
import type { ChatLine, DialogTest, ExpectedValue, ResidentLine } from './dialog-test'

/** What one message of the resident brought about. */
export interface ObservedTurn {
  /** The question or confirmation that waits now. */
  readonly asked?: string
  /** Ids of what dialogs said and handed off, in order. */
  readonly said: readonly { readonly id: string; readonly text?: string }[]
  /** Names of the actions done, in order. */
  readonly did: readonly string[]
  /** Status of the dialog that ended. */
  readonly ended?: string
  /** Answers, results and values of the dialog talked about, by name. */
  readonly answers: Readonly<Record<string, Value>>
  /** The texts the resident got. */
  readonly replies: readonly string[]
}

export interface SpokenLine {
  readonly author: 'resident' | 'bot'
  readonly text: string
}

export type ChatTestResult =
  | { readonly kind: 'passed'; readonly test: DialogTest }
  | {
      readonly kind: 'failed'
      readonly test: DialogTest
      /** Of the line that did not come true. */
      readonly place: Place
      readonly message: { readonly sv: string; readonly en: string }
      /** All that was said until then. */
      readonly talk: readonly SpokenLine[]
    }

type Message = { readonly sv: string; readonly en: string }

/**
 * Plays the resident's lines through `say` and holds the others against what came of the latest one. Stops at the first
 * line that does not come true. Rejects only when `say` does.
 */
export async function runChatTest(
  test: DialogTest,
  say: (line: ResidentLine) => Promise<ObservedTurn>,
): Promise<ChatTestResult> {
  const talk: SpokenLine[] = []
  let turn: ObservedTurn | undefined
  /** Actions of this turn that a `does` line has named already. */
  let named = 0
  for (const line of test.chat) {
    if (line.kind === 'user' || line.kind === 'sends') {
      turn = await say(line)
      named = 0
      talk.push({ author: 'resident', text: residentText(line) })
      talk.push(...turn.replies.map((text) => ({ author: 'bot' as const, text })))
      continue
    }
    const message = turn === undefined ? nobodySpoke : disappointment(line, turn, named)
    if (message !== undefined) return { kind: 'failed', test, place: line.place, message, talk }
    if (line.kind === 'does' && turn !== undefined) named = turn.did.indexOf(line.action, named) + 1
  }
  return { kind: 'passed', test }
}

/** As it shows in a talk. */
export const residentText = (line: ResidentLine): string =>
  line.kind === 'user' ? line.text : `[${line.what === 'photo' ? 'photo' : 'file'}: ${line.count}]`

const nobodySpoke: Message = {
  sv: 'Testet måste börja med en rad "user".',
  en: 'The test must begin with a "user" line.',
}

/** Why the line is not true of the turn; undefined when it is. */
function disappointment(
  line: Exclude<ChatLine, ResidentLine>,
  turn: ObservedTurn,
  named: number,
): Message | undefined {
  switch (line.kind) {
    case 'asks':
      return turn.asked === line.name
        ? undefined
        : {
            sv: `Boten skulle fråga "${line.name}", men ${where(turn).sv}.`,
            en: `The bot should ask "${line.name}", but ${where(turn).en}.`,
          }
    case 'says':
      return says(turn, line.text)
        ? undefined
        : { sv: `Boten sa aldrig "${line.text}".`, en: `The bot never said "${line.text}".` }
    case 'does':
      return turn.did.includes(line.action, named)
        ? undefined
        : {
            sv: `"${line.action}" skulle göras, men ${deeds(turn, named, 'inget mer gjordes', 'det som gjordes var')}.`,
            en: `"${line.action}" should be done, but ${deeds(turn, named, 'nothing more was done', 'what was done was')}.`,
          }
    case 'ends':
      return turn.ended === line.status
        ? undefined
        : {
            sv: `Dialogen skulle sluta med "${line.status}", men ${where(turn).sv}.`,
            en: `The dialog should end with "${line.status}", but ${where(turn).en}.`,
          }
    case 'expect':
      return unexpectedValue(line.values, turn.answers)
  }
}

function says({ said, replies }: ObservedTurn, wanted: string): boolean {
  return (
    said.some(({ id, text }) => id === wanted || text?.includes(wanted) === true) ||
    replies.some((text) => text.includes(wanted))
  )
}

function where({ asked, ended }: ObservedTurn): Message {
  if (ended !== undefined && asked === undefined)
    return { sv: `den slutade med "${ended}"`, en: `it ended with "${ended}"` }
  return asked === undefined
    ? { sv: 'ingen fråga ställdes', en: 'nothing was asked' }
    : { sv: `frågan var "${asked}"`, en: `the question was "${asked}"` }
}

function deeds({ did }: ObservedTurn, named: number, none: string, some: string): string {
  const rest = did.slice(named)
  return rest.length === 0 ? none : `${some} ${rest.map((name) => `"${name}"`).join(', ')}`
}

function unexpectedValue(
  expected: Readonly<Record<string, ExpectedValue>>,
  answers: Readonly<Record<string, Value>>,
): Message | undefined {
  for (const [name, wanted] of Object.entries(expected)) {
    const value = Object.hasOwn(answers, name) ? answers[name] : undefined
    if (value !== undefined && isAsExpected(value, wanted)) continue
    const is = value === undefined ? undefined : (writtenForms(value)[0] ?? '')
    const shown = typeof wanted === 'string' ? wanted : (writtenForms(wanted)[0] ?? '')
    return {
      sv: `${name} skulle vara "${shown}", men ${is === undefined ? 'saknas' : `är "${is}"`}.`,
      en: `${name} should be "${shown}", but ${is === undefined ? 'is missing' : `is "${is}"`}.`,
    }
  }
  return undefined
}

/** A list item by item; a word for an item is what it is called, and fields that are not named may be anything. */
function isAsExpected(value: Value, wanted: ExpectedValue): boolean {
  if (typeof wanted === 'string') return writtenForms(value).includes(wanted.trim().toLowerCase())
  if (!Array.isArray(value) || value.length !== wanted.length) return false
  return wanted.every((one, index) => isItem((value as readonly Value[])[index] ?? '', one))
}

function isItem(item: Value, wanted: ExpectedValue[number]): boolean {
  const fields =
    typeof item === 'object' && !Array.isArray(item) ? (item as Readonly<Record<string, Value>>) : {}
  if (typeof wanted === 'string') return isAsExpected(Object.values(fields)[0] ?? item, wanted)
  return Object.entries(wanted).every(([name, part]) => isAsExpected(fields[name] ?? '', part))
}

/** How staff may write a value in a test, in lower case. */
function writtenForms(value: Value): readonly string[] {
  if (typeof value === 'boolean') return value ? ['yes', 'ja'] : ['no', 'nej']
  if (typeof value === 'number') return [String(value), String(value).replace('.', ',')]
  if (typeof value === 'string') return [value.toLowerCase()]
  if (areSentFiles(value)) return [String(value.length)]
  if (isListOfTexts(value)) return [value.join(', ').toLowerCase()]
  return [JSON.stringify(value).toLowerCase()]
}

const isListOfTexts = (value: Value): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')
