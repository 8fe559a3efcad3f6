// Text and JSON as they stand in the file: bytes, so that damage shows as an error and not as the end of the process.
import { isUtf8 } from 'node:buffer'
import { DygnetError } from '../../bot/contracts/basics/errors'
import { rawText } from '../../bot/contracts/store/stored-line'

/** The driver gives a Buffer for one row and an ArrayBuffer for many. */
const toBuffer = (bytes: unknown): Buffer | undefined => {
  if (Buffer.isBuffer(bytes)) return bytes
  return bytes instanceof ArrayBuffer ? Buffer.from(bytes) : undefined
}

/** JSON as bytes for a BLOB column. What JSON cannot say (`undefined`) becomes `null`. */
export const toStoredJson = (value: unknown): Buffer => Buffer.from(JSON.stringify(value ?? null))

/** @param what - names the row for operators; never holds its content */
export function readText(bytes: unknown, what: string): string {
  const buffer = toBuffer(bytes)
  if (buffer === undefined || !isUtf8(buffer)) throw new DygnetError('store-corrupt', `${what} is no text`)
  return buffer.toString('utf8')
}

/** Undefined for what is neither text nor bytes. */
export function readRawText(bytes: unknown): string | undefined {
  if (typeof bytes === 'string') return bytes
  const buffer = toBuffer(bytes)
  return buffer === undefined ? undefined : rawText(buffer)
}

/** Reads back what `toStoredJson` wrote; its shape is what this store put there. */
export function readJson(bytes: unknown, what: string): unknown {
  const text = readText(bytes, what)
  try {
    return JSON.parse(text) as unknown
  } catch (cause) {
    // The cause of JSON.parse quotes the text, which may be a resident's.
    throw new DygnetError('store-corrupt', `${what} is no JSON (${(cause as Error).name})`)
  }
}
