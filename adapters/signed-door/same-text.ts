// Secrets are compared in a time that tells nothing of how much of them was right.
import { createHash, timingSafeEqual } from 'node:crypto'

const digest = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest()

export const isSameText = (given: string, expected: string): boolean =>
  timingSafeEqual(digest(given), digest(expected))
