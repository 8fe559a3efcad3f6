// A question for a one-time code: what stands in the frame instead of its digits, and what a typed code is worth.
import { scryptSync, timingSafeEqual } from 'node:crypto'
import type { Frame, SentCode } from '../../contracts/talk/conversation'
import { minuteMs } from '../../contracts/basics/durations'
import type { OneTimeCode } from '../../contracts/home-care/one-time-code'
import type { Value } from '../../contracts/talk/value'
import { plainLine } from '../words/fold-words'
import type { Interpretation } from './interpretation'
import type { AskStep } from '../model/model'
import { note, type Said } from '../texts/said'
import type { WalkEnvironment } from '../model/walk-environment'

export const codeValidMs = 10 * minuteMs
export const mostWrongCodes = 3
/** The first one, and three more on request. */
export const mostCodes = 4
/** What the button under a question for a code sends. */
export const newCodeValue = 'new'

/** Slow on purpose: six digits are few, for whoever should come by a stored frame. */
export const hashOfCode = (digits: string, salt: string): string =>
  scryptSync(digits, salt, 32).toString('hex')

/** The frame with a code just sent to `to`. */
export function withSentCode(
  frame: Frame,
  name: string,
  to: string,
  { digits, salt }: OneTimeCode,
  now: Date,
): Frame {
  const sent: SentCode = {
    to,
    salt,
    hash: hashOfCode(digits, salt),
    expiresAt: new Date(now.getTime() + codeValidMs).toISOString(),
    wrong: 0,
    sent: (frame.codes?.[name]?.sent ?? 0) + 1,
    renew: false,
  }
  return { ...frame, codes: { ...frame.codes, [name]: sent } }
}

/** No other code may be sent: one that is good still stays so, and without one the question has failed. */
export function withoutCode(
  frame: Frame,
  name: string,
  to: string,
  now: Date,
): { readonly frame: Frame; readonly isOldGood: boolean } {
  const old = frame.codes?.[name]
  const isOldGood = old?.to === to && old.wrong < mostWrongCodes && now.toISOString() < old.expiresAt
  const failed: SentCode = {
    to,
    salt: '',
    hash: '',
    expiresAt: now.toISOString(),
    wrong: mostWrongCodes,
    sent: old?.sent ?? 0,
    renew: false,
  }
  const standing = isOldGood ? { ...old, renew: false } : failed
  return { frame: { ...frame, codes: { ...frame.codes, [name]: standing } }, isOldGood }
}

/** Undefined for the first code that goes to a number. */
export function toldOfNewCode(
  old: SentCode | undefined,
  { now, city }: Pick<WalkEnvironment, 'now' | 'city'>,
): Said | undefined {
  if (old?.renew !== true) return undefined
  return note(city, now.toISOString() >= old.expiresAt ? 'code.expired' : 'code.sent-again')
}

/** `sent`: waits for the resident. `unsent`: none has been sent to this number. `failed`: no more tries, or no more codes. */
export function standingOf(sent: SentCode | undefined, to: Value | undefined): 'sent' | 'unsent' | 'failed' {
  if (sent === undefined) return 'unsent'
  if (sent.to !== to || sent.renew) return sent.sent < mostCodes ? 'unsent' : 'failed'
  return sent.wrong < mostWrongCodes ? 'sent' : 'failed'
}

const newCodeWords = (
  'ny kod, skicka ny kod, skicka en ny kod, kan jag få en ny kod, jag vill ha en ny kod, skicka igen, skicka koden igen, ' +
  'jag fick ingen kod, fick ingen kod, jag har inte fått någon kod, ingen kod, koden kom inte, fel kod, det är fel kod, koden är fel, det var fel kod, koden funkar inte, ' +
  'koden fungerar inte, koden stämmer inte, koden gick inte, koden har gått ut, wrong code, the code is wrong, the code does not work, new code, send a new code, ' +
  'send new code, can i get a new code, send again, send it again, resend, i got no code, no code'
)
  .split(',')
  .map(plainLine)

/** Undefined when the text is about something else than the code that waits. The digits are in nothing it gives. */
export function interpretCode(
  ask: AskStep,
  frame: Frame,
  text: string,
  { now, channel, city }: WalkEnvironment,
): Interpretation | undefined {
  const sent = frame.codes?.[ask.name]
  if (ask.to === undefined || sent === undefined) return undefined
  const { name } = ask
  const isNumbered = channel === 'sms' && /^\s*1\s*[.)]?\s*$/.test(text)
  if (isNumbered || newCodeWords.includes(plainLine(text))) return { kind: 'new-code', name, why: 'asked' }
  const digits = digitsIn(text)
  if (digits === undefined) return undefined
  if (digits.length !== 6) return { kind: 'invalid', name, said: note(city, 'code.bad') }
  if (now.toISOString() >= sent.expiresAt) return { kind: 'new-code', name, why: 'expired' }
  const isRight = timingSafeEqual(Buffer.from(hashOfCode(digits, sent.salt)), Buffer.from(sent.hash))
  if (!isRight) return { kind: 'wrong-code', name }
  const answers = [{ name, value: sent.to, raw: '', source: 'typed' as const }]
  return { kind: 'answers', answers, certainty: 'full', corrects: false }
}

const around = /^(?:(?:min |my |the )?(?:kod|koden|code)(?: är| ar| is)?)?[\s:]*(?<digits>\d[\d\s-]*)[.!]?$/iu
/** More are a phone number. */
const mostDigits = 8

/** `123 456`, `koden är 123456`. */
function digitsIn(text: string): string | undefined {
  const digits = around.exec(text.trim())?.groups?.['digits']?.replace(/\D/g, '')
  return digits === undefined || digits.length > mostDigits ? undefined : digits
}
