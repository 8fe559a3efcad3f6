// What is remembered of a conversation over SMS, from one text to the next.
import { createHash } from 'node:crypto'
import type { SmsMemory } from '../contracts/talk/conversation'
import { minuteMs } from '../contracts/basics/durations'
import { plainLine } from '../dialog/words/fold-words'

export const newMemory: SmsMemory = {
  menu: null,
  more: null,
  heard: [],
  day: { date: '', texts: 0 },
  silentUntil: null,
  quoted: null,
  isGreeted: false,
}

/** How long a bare number, or MER, is taken for what was sent last. */
const rememberedMs = 30 * minuteMs

/** What the house said by itself may go only in the morning, after a weekend, and be read when there is time. */
const toldMs = 72 * 60 * minuteMs

export const isFresh = ({ at, told }: { readonly at: string; readonly told?: boolean }, now: Date): boolean =>
  now.getTime() - Date.parse(at) <= (told === true ? toldMs : rememberedMs)

/** So many texts of one phone are answered: more in a short time, or on a day, are a machine or a game. */
export const limits = { inTenMinutes: 30, onOneDay: 150 } as const
const spanMs = 10 * minuteMs
/** A gateway may send the same text under a second id. */
const echoMs = 10_000
/** The same text so many times in a row, to no avail, is a machine that answers a machine. */
const sameInARow = 3
/** Short answers come again and again: "1", "ja", "nej". */
const shortestWatched = 4
const silenceMs = 60 * minuteMs

export type Hearing =
  | { readonly kind: 'heard' }
  /** The same as a moment ago, under another id. */
  | { readonly kind: 'echo' }
  /** Nothing is answered for a while; `isNew`: it begins with this text. */
  | { readonly kind: 'silent'; readonly isNew: boolean }

export interface Heard {
  readonly memory: SmsMemory
  readonly hearing: Hearing
}

/** Notes a text that has come, and says whether it is to be answered. `today` is the day in the city's zone. */
export function hearText(before: SmsMemory, text: string, now: Date, today: string): Heard {
  const nowMs = now.getTime()
  const line = plainLine(text)
  const digest = line.length < shortestWatched ? '' : digestOf(line)
  const recent = before.heard.filter(({ at }) => nowMs - Date.parse(at) < spanMs)
  const heard = [...recent, { at: now.toISOString(), digest }].slice(-limits.inTenMinutes - 1)
  const texts = before.day.date === today ? before.day.texts + 1 : 1
  const memory: SmsMemory = { ...before, heard, day: { date: today, texts } }
  if (before.silentUntil !== null && before.silentUntil > now.toISOString())
    return { memory, hearing: { kind: 'silent', isNew: false } }
  const isFlood = heard.length > limits.inTenMinutes || texts > limits.onOneDay
  if (isFlood || isInARow(heard, sameInARow))
    return {
      memory: { ...memory, silentUntil: new Date(nowMs + silenceMs).toISOString() },
      hearing: { kind: 'silent', isNew: true },
    }
  const last = recent.at(-1)
  const isEcho = digest !== '' && last?.digest === digest && nowMs - Date.parse(last.at) < echoMs
  return { memory, hearing: isEcho ? { kind: 'echo' } : { kind: 'heard' } }
}

/**
 * Notes a cry for help that quotes our advice; `isLoop`: it was answered in these words a moment ago. Numbers do not count: a
 * machine may add the time.
 */
export function hearQuote(
  before: SmsMemory,
  text: string,
  now: Date,
): { readonly memory: SmsMemory; readonly isLoop: boolean } {
  const digest = digestOf(plainLine(text).replace(/\d+/g, ''))
  const { quoted } = before
  const isLoop = quoted?.digest === digest && now.getTime() - Date.parse(quoted.at) < spanMs
  return isLoop
    ? { memory: before, isLoop }
    : { memory: { ...before, quoted: { at: now.toISOString(), digest } }, isLoop }
}

/** The text heard last has answered what was asked: one address may answer three questions. It may be an echo all the same. */
export function takeAsAnswer(memory: SmsMemory): SmsMemory {
  const last = memory.heard.at(-1)
  return last === undefined
    ? memory
    : { ...memory, heard: [...memory.heard.slice(0, -1), { ...last, taken: true }] }
}

/** Who writes START is a person who wants an answer: nothing that came before counts against what comes next. */
export const wakeUp = (memory: SmsMemory): SmsMemory => ({ ...memory, heard: [], silentUntil: null })

function isInARow(heard: SmsMemory['heard'], times: number): boolean {
  const digest = heard.at(-1)?.digest ?? ''
  const latest = heard.slice(-times)
  return (
    digest !== '' &&
    latest.length === times &&
    latest.every((one) => one.digest === digest && one.taken !== true)
  )
}

/** Eight bytes tell texts of ten minutes apart, and nothing of what they say. */
const digestOf = (line: string): string => createHash('sha256').update(line).digest('base64url').slice(0, 11)
