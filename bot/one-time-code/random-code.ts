// One-time codes by chance that nobody can foresee.
import { randomBytes, randomInt } from 'node:crypto'
import type { MakeCode } from '../contracts/home-care/one-time-code'

export const randomCode: MakeCode = () => ({
  digits: String(randomInt(1_000_000)).padStart(6, '0'),
  salt: randomBytes(16).toString('hex'),
})
