// A file that is sent from the terminal: looked through as the server does, and thrown away.
import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createFileShelf } from '../../adapters/file-shelf'
import { toConversationId } from '../../bot/contracts/talk/ids'
import type { MessageContent } from '../../bot/contracts/talk/message'

const maxBytes = 50 * 1_024 * 1_024

/** Undefined when it is not there, or nothing that can be sent. */
export async function contentOfFile(path: string): Promise<MessageContent | undefined> {
  const directory = mkdtempSync(join(tmpdir(), 'dygnet-terminal-'))
  try {
    const shelf = createFileShelf({ directory, maxBytes })
    const taken = await shelf.take(toConversationId('web:terminal'), createReadStream(path))
    return taken.kind === 'taken' ? { kind: 'upload', files: [taken.file] } : undefined
  } catch {
    return undefined
  } finally {
    rmSync(directory, { recursive: true })
  }
}
