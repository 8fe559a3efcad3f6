// Bytes with a line before them that says what they are and whether they are whole.
import { createHash } from 'node:crypto'

const sealOf = (format: string, bytes: Uint8Array): Buffer =>
  Buffer.from(`${format} ${createHash('sha256').update(bytes).digest('hex')}\n`)

/** @param format one line, raised whenever the form of the bytes changes. */
export const sealBytes = (format: string, bytes: Uint8Array): Uint8Array =>
  Buffer.concat([sealOf(format, bytes), bytes])

/** @throws {Error} with what is wrong, when they were not sealed in this format, or have changed since. */
export function unsealBytes(format: string, sealed: Uint8Array): Uint8Array {
  const lineEnd = sealed.indexOf(0x0a)
  const line = Buffer.from(sealed.subarray(0, lineEnd + 1)).toString()
  if (!line.startsWith(`${format} `)) throw new Error('it is not of this format')
  const bytes = sealed.subarray(lineEnd + 1)
  if (line !== sealOf(format, bytes).toString()) throw new Error('it is damaged')
  return bytes
}
