// What the web chat is given from outside: the bot, the store, and what the city has decided about the door.
import type { Activity } from 'botframework-schema'
import type { TurnContext } from 'botbuilder-core'
import type { Bot } from '../../bot/contracts/bot'
import type { Clock } from '../../bot/contracts/basics/clock'
import type { FileShelf, UploadFault } from '../../bot/contracts/store/file-shelf'
import type { ConversationId } from '../../bot/contracts/talk/ids'
import type { Language } from '../../bot/contracts/talk/language'
import type { Erased } from '../../bot/contracts/store/legal-hold'
import type { Logger } from '../../bot/contracts/basics/logger'
import type { RateLimiter } from '../../bot/contracts/basics/rate-limiter'
import type { Reply } from '../../bot/contracts/talk/reply'
import type { Store } from '../../bot/contracts/store/store'

/** What the page may know of the city before a conversation begins. */
export interface WebChatCity {
  readonly name: string
  /** As residents read it. */
  readonly phone: string
  /** The contact centre's, at this moment and in words: `måndag–fredag 8.00–16.30` and `Öppet just nu`. */
  readonly openingHours: (language: Language) => { readonly week: string; readonly now: string }
  readonly languages: readonly Language[]
  /** Why files were not taken, in words of the city. */
  readonly fileRefusal: (why: UploadFault, language: Language) => string
  /** What of a deleted conversation stays, and whom to ring; empty when nothing does. */
  readonly erased: (erased: Erased, language: Language) => string
  /** Characters (code points) the composer takes; the core says so kindly when a longer text comes all the same. */
  readonly maxTextLength: number
  /** IANA zone of the times in a downloaded transcript; `Europe/Stockholm` when left out. */
  readonly timeZone?: string
}

/** What to do now, for somebody who cries for help. Markdown, as the text of a reply. */
export interface Advice {
  readonly text: string
  readonly language: Language
}

export type WebChatStore = Pick<
  Store,
  | 'turnOf'
  | 'linesAfter'
  | 'lastSequence'
  | 'listen'
  | 'listenToInterims'
  | 'keepOnce'
  | 'spendOnce'
  | 'legalHolds'
  | 'record'
  | 'putRecord'
>

/** What residents may send, and where it is put. */
export interface Uploads {
  readonly shelf: Pick<FileShelf, 'take' | 'count' | 'discard'>
  /** Of one file. */
  readonly maxBytes: number
  /** In one message. */
  readonly maxFiles: number
}

export interface WebChatOptions {
  readonly uploads: Uploads
  readonly store: WebChatStore
  /** Removes a conversation that its resident wants gone, and says what of it stays. */
  readonly erase: (conversationId: ConversationId) => Promise<Erased>
  readonly bot: Pick<Bot, 'receive'>
  /** The Bot Framework bot: `(context) => cityBot.run(context)`. */
  readonly run: (context: TurnContext) => Promise<void>
  /** A reply as an Activity without conversation, sender and id. */
  readonly renderReply: (reply: Reply) => Partial<Activity>
  /** A reply's Markdown as a person reads it without marks, for the file that a resident saves. */
  readonly toPlainText: (markdown: string) => string
  readonly city: () => WebChatCity
  /** Asked of a message that cannot be kept or must wait: a cry for help is answered all the same. */
  readonly advise: (text: string) => Advice | undefined
  /** With such texts a key of the sender's address goes along, for guesses at codes are counted by it. None when left out. */
  readonly guessesCode?: (text: string) => boolean
  /** Origins such as `https://www.example.se` whose pages may carry the chat; the chat's own origin always may. */
  readonly allowedOrigins: readonly string[]
  /** Folder with `page.html`, `page.js`, `page.css`, `widget.js`, `chat.css`. */
  readonly publicDirectory: string
  /** Origin of the city's tile server, from which pages of ours may show pictures; none when left out. */
  readonly mapOrigin?: string
  readonly limits: {
    /** Posts of one conversation, returns to it and renewals, each by itself; its keys are hashed. */
    readonly conversation: RateLimiter
    /** Downloads of one conversation, which are dear; its keys are hashed. As `conversation` when left out. */
    readonly downloads?: RateLimiter
    /** Tokens and starts of one address; its keys are hashed addresses. */
    readonly address: RateLimiter
    /** Posts of one address, whatever conversations they are in; its keys are hashed addresses. */
    readonly addressPosts: RateLimiter
    /** Questions of one address whether a text cries for help; none when left out. Must not wait for anything elsewhere. */
    readonly advice?: RateLimiter
  }
  readonly clock: Clock
  readonly logger: Logger
  /** The address residents see, with its path and without a slash at the end, when a proxy hides it from the server. */
  readonly publicUrl?: string
  /** Bounds of one process; the defaults suit a machine with 1 GB of memory. */
  readonly bounds?: Partial<WebChatBounds>
}

export interface WebChatBounds {
  /** Turns that may run or wait here at once before new messages are asked to wait. */
  readonly runningTurns: number
  /** Of those. Whoever else writes waits behind so many at most; a whole class may write in the same second. */
  readonly runningTurnsPerAddress: number
  /** Uploads that may come in here at once. */
  readonly runningUploads: number
  /** Of those. A slow network holds its place for long. */
  readonly runningUploadsPerAddress: number
  /** Of those. One that a lost network left behind must not keep the next try out. */
  readonly runningUploadsPerConversation: number
  /** An upload that has not come whole by then gives its place to others. */
  readonly uploadMs: number
  readonly sockets: number
  readonly socketsPerConversation: number
  /** Many may share one, as an office or a school does; what finds no place polls. */
  readonly socketsPerAddress: number
  /** How often a socket is pinged; a peer that was silent for one whole round is cut off. */
  readonly pingMs: number
  /** How long a stop waits for residents' sockets to say goodbye. */
  readonly goodbyeMs: number
}

export const defaultBounds: WebChatBounds = {
  runningTurns: 1_000,
  runningTurnsPerAddress: 50,
  runningUploads: 20,
  runningUploadsPerAddress: 4,
  runningUploadsPerConversation: 2,
  uploadMs: 60_000,
  sockets: 10_000,
  socketsPerConversation: 10,
  socketsPerAddress: 2_000,
  pingMs: 25_000,
  goodbyeMs: 2_000,
}
