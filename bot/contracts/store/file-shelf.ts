// Where the bytes of residents' pictures and documents are. Only ids (`SentFile`) go into conversations, records and calls.
//
// The life of a file:
//   take   looked through, a picture written anew, and put into quarantine
//   keep   it is an answer: out of quarantine, before the turn that says so is committed
//   hold   a record mentions it too: a case outlives the conversation it came from
//   sweep  what never became an answer goes after a day; what is kept goes when nothing that holds it is there any more
import type { Readable } from 'node:stream'
import type { ConversationId } from '../talk/ids'
import type { SentFile } from '../talk/sent-file'
import type { RetentionClass } from './store'

/** Why a file is not taken. `too-large`: in bytes, or in pixels. `empty`: nothing came. */
export const fileFaults = ['wrong-type', 'damaged', 'too-large', 'empty'] as const
export type FileFault = (typeof fileFaults)[number]
/** Why a message with files is not taken: also because of what came with it, and how. */
export type UploadFault = FileFault | 'too-many' | 'too-slow'

export type TakenFile =
  | { readonly kind: 'taken'; readonly file: SentFile }
  | { readonly kind: 'refused'; readonly why: FileFault }

/** A record that needs a file for as long as it is kept. */
export interface FileHolder {
  readonly collection: RetentionClass
  readonly id: string
}

/** What the shelf asks before it takes a file away that is kept. */
export interface FileNeeds {
  /** Whether a record that was said to need a file is still there. */
  hasRecord(holder: FileHolder): Promise<boolean>
  /** Records that may need files of this conversation; asked where it cannot be read any more which one was said to. */
  mayNeed(conversationId: ConversationId): Promise<readonly FileHolder[]>
}

export interface FileShelf {
  /**
   * Reads a file to its end and says what it is, from its bytes alone. A picture is written anew without anything but its
   * pixels. Leaves nothing behind when it refuses, or rejects because `bytes` broke off or the disk would not have them.
   */
  take(conversationId: ConversationId, bytes: Readable): Promise<TakenFile>
  /** So many are here of this conversation, in quarantine or kept. */
  count(conversationId: ConversationId): Promise<number>
  /** Takes files out of quarantine; false when one is not here. Repeats change nothing. */
  keep(conversationId: ConversationId, files: readonly SentFile[]): Promise<boolean>
  /** Notes that a record needs these files. Repeats change nothing. */
  hold(conversationId: ConversationId, files: readonly SentFile[], holder: FileHolder): Promise<void>
  /** The bytes of a file that is kept; undefined when it is not there any more. */
  read(conversationId: ConversationId, file: SentFile): Promise<Buffer | undefined>
  /** Takes away files that are still in quarantine: their message was not accepted. */
  discard(conversationId: ConversationId, files: readonly SentFile[]): Promise<void>
  /** Takes away the files of a conversation, those excepted that a record needs which is still there. Safe to repeat. */
  erase(conversationId: ConversationId, needs: FileNeeds): Promise<void>
  /** Takes away what nobody needs any more; gives how many files that were. A folder that cannot be swept keeps no other back. */
  sweep(options: {
    /** Files in quarantine since before this have not become an answer. */
    readonly before: Date
    readonly hasConversation: (conversationId: ConversationId) => Promise<boolean>
    readonly needs: FileNeeds
  }): Promise<number>
}

/** For channels and tools that hand over no bytes. */
export const noShelf: Pick<FileShelf, 'keep' | 'hold'> = {
  keep: () => Promise.resolve(false),
  hold: () => Promise.resolve(),
}
