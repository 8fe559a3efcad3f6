// Under what key a number of a series was given: a turn's, which names its conversation. The series stands for as long as numbers
// are given, so only a hash of it is kept there.
import { createHash } from 'node:crypto'

export const numberKey = (key: string): string => createHash('sha256').update(key).digest('base64url')
