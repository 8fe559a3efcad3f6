// What a file is, told by its own bytes; its name and what the sender calls it are never asked.
import { open } from 'node:fs/promises'

export type FileType = 'picture' | 'pdf'

const startsWith =
  (...bytes: readonly number[]) =>
  (head: Buffer): boolean =>
    bytes.every((byte, index) => head[index] === byte)

const isWebp = (head: Buffer): boolean =>
  head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP'

/** HEIC is not among them: its decoder is not free to ship. Phones send JPEG where a page asks for it. */
const types: readonly (readonly [FileType, (head: Buffer) => boolean])[] = [
  ['picture', startsWith(0xff, 0xd8, 0xff)],
  ['picture', startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ['picture', isWebp],
  ['pdf', (head) => head.toString('latin1', 0, 5) === '%PDF-'],
]

const headLength = 16
const tailLength = 1_024

export async function fileTypeOf(path: string): Promise<FileType | undefined> {
  const head = await readPart(path, 0, headLength)
  return types.find(([, matches]) => matches(head))?.[0]
}

/** A PDF says at its end that it has ended. */
export async function isWholePdf(path: string, length: number): Promise<boolean> {
  const tail = await readPart(path, Math.max(0, length - tailLength), tailLength)
  return tail.includes('%%EOF')
}

async function readPart(path: string, position: number, length: number): Promise<Buffer> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
