// Turns a talk that was had into a conversation test as staff write it.
import type { ActionResult } from '../../bot/contracts/cases/action'
import type { Channel, MessageContent } from '../../bot/contracts/talk/message'
import type { Language } from '../../bot/contracts/talk/language'
import { sourceLanguage } from '../../bot/contracts/talk/language'
import type { TerminalTurn } from '../talk/terminal-bot'

export interface RecordedTurn {
  /** What the resident wrote, tapped or sent. */
  readonly said: MessageContent
  readonly turn: TerminalTurn
}

export interface RecordedCall {
  readonly action: string
  readonly result: ActionResult
}

export interface RecordedTalk {
  readonly name: string
  readonly channel: Channel
  readonly language: Language
  readonly turns: readonly RecordedTurn[]
  readonly calls: readonly RecordedCall[]
}

/** A text that YAML reads as it is written, in quotes when it must be. */
const quoted = (text: string): string =>
  /^[\p{L}][\p{L}\p{N} .,!?/()%+-]*$/u.test(text) &&
  !/^(?:yes|no|true|false|null|ja|nej)$/i.test(text) &&
  text === text.trim()
    ? text
    : JSON.stringify(text)

/** One entry of `tests:`, indented as it stands in a dialog's file, with a line break at its end. */
export function writeTest({ name, channel, language, turns, calls }: RecordedTalk): string {
  const given = [...new Set(calls.map(({ action }) => action))].map(
    (action) => `      ${action}: ${resultsOf(calls.filter((call) => call.action === action))}`,
  )
  return [
    `  - test: ${quoted(name)}`,
    // What was asked may depend on the channel, as a picture does.
    `    channel: ${channel}`,
    ...(language === sourceLanguage ? [] : [`    language: ${language}`]),
    ...(given.length === 0 ? [] : ['    given:', ...given]),
    '    chat:',
    ...turns.flatMap(linesOf),
    '',
  ].join('\n')
}

function saidAs(said: MessageContent): string {
  if (said.kind === 'upload') {
    const word = said.files.every(({ kind }) => kind === 'photo') ? 'photo' : 'file'
    return `{ ${word}: ${said.files.length} }`
  }
  return quoted(said.kind === 'choice' ? said.label : said.kind === 'text' ? said.text : '')
}

/** What the bot asked, did and how it ended; what it said is named by the texts' ids, which outlive their wording. */
function linesOf({ said, turn: { events } }: RecordedTurn): readonly string[] {
  const lines = [`user: ${saidAs(said)}`]
  for (const event of events) {
    if (event.kind === 'said' || event.kind === 'handed-off') lines.push(`says: ${event.id}`)
    if (event.kind === 'did') lines.push(`does: ${event.action}`)
    if (event.kind === 'asked') lines.push(`asks: ${event.name}`)
    if (event.kind === 'ended') lines.push(`ends: ${event.status}`)
  }
  return lines.map((line) => `      - ${line}`)
}

/** The same results again and again are written once. */
function resultsOf(calls: readonly RecordedCall[]): string {
  const written = calls.map(({ result }) => writtenResult(result))
  const [first = '{}'] = written
  return written.every((one) => one === first) ? first : `[${written.join(', ')}]`
}

function writtenResult(result: ActionResult): string {
  if (result.kind === 'failed') return `fails ${result.failure}`
  const fields = Object.entries(result.gives).map(([name, value]) => `${name}: ${writtenValue(value)}`)
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`
}

const writtenValue = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' ? quoted(value) : JSON.stringify(value)
}
