// Six characters that carry a talk to another channel: easy to read aloud, hard to guess, good for a day and for one use.
import { randomInt } from 'node:crypto'
import { dayMs } from '../contracts/basics/durations'

/** No letter or digit that another one looks like: no 0 O, 1 I L, 2 Z, 5 S, 8 B. */
const alphabet = '34679ACDEFGHJKMNPQRTUVWXY'
const length = 6
export const resumeCodeMs = dayMs

export const hasLetter = (code: string): boolean => /[A-Z]/.test(code)

/** A plate of a car is masked before anybody reads it. */
const looksLikePlate = (code: string): boolean => /^[A-Z]{3}\d{2}[A-Z\d]$/.test(code)

/** With a letter in it, so that it is never taken for a one-time code. */
export function newResumeCode(): string {
  for (;;) {
    const code = Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('')
    if (hasLetter(code) && !looksLikePlate(code)) return code
  }
}

const written = /^\s*(?:kod|koden|code|koodi)\s*[:=]?\s*([a-z0-9]{3}[\s-]?[a-z0-9]{3})\s*[.!]?\s*$/iu

/** `KOD abc 3d4` → `ABC3D4`; undefined when the whole text is no such thing. What cannot be a code of ours is one all the same. */
export function resumeCodeIn(text: string): string | undefined {
  return written.exec(text)?.[1]?.replace(/[\s-]/g, '').toUpperCase()
}
