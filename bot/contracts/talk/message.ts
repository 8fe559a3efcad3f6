// What a resident sends us, whatever the channel.
import type { ConversationId, MessageId } from './ids'
import type { Language } from './language'
import type { PersonalDataKind } from './personal-data'
import type { SentFile } from './sent-file'

export const channels = ['web', 'sms'] as const
/** The two ways a conversation can look: with buttons and links, or as plain short texts. */
export type Channel = (typeof channels)[number]

/** A tapped suggestion. `name` says what it answers: a question of the open dialog, or one of the fixed names below. */
export interface Choice {
  /** `answer:<question>`, `confirm:<confirmation>`, `change`, `more`, `topic` (`dialog:…`, `article:…`, `none`), `command`, `language`, `easy` and `ordinary` (an article's id), `case-fixed` and `case-not-fixed` (a case's number), `person-summary` (`yes`, `no`). */
  readonly name: string
  readonly value: string
}

/** Something that happened outside a conversation and belongs in it. */
export type HouseNews =
  | {
      readonly kind: 'case'
      /** Its number, and the id of the event. */
      readonly case: string
      readonly event: string
    }
  /** The talk was carried on in another conversation. */
  | { readonly kind: 'moved' }
  /**
   * A person of a department takes the talk, says something in it, or ends it; or it closes while the talk waits; or what the
   * person was given is forgotten.
   */
  | {
      readonly kind: 'person'
      /** Id of the hand-off. */
      readonly handOff: string
      readonly deed: 'claim' | 'reply' | 'end' | 'close' | 'forget'
      /** What residents know them by: a first name; empty where nobody has it. */
      readonly agent: string
      /** Who it is to their department, where names may be shared; the talk is theirs by it. */
      readonly agentId?: string
      /** Of a reply; to be forgotten, the id of the message. */
      readonly text?: string
    }

export type MessageContent =
  | {
      readonly kind: 'text'
      readonly text: string
      /** What stood where there is a word in brackets now; no channel sends it. */
      readonly masked?: readonly PersonalDataKind[]
      /** It was longer than a message may be, and this is its beginning; no channel sends it. */
      readonly cut?: true
    }
  | { readonly kind: 'choice'; readonly choice: Choice; readonly label: string }
  /** Pictures or documents without words; none where the channel hands over no bytes. */
  | { readonly kind: 'upload'; readonly files: readonly SentFile[] }
  /** The house has something to say by itself; no channel sends it. What is said is read when it is said. */
  | { readonly kind: 'house'; readonly news: HouseNews }
  /** Stands for a kept message that cannot be read any more; no channel sends it. */
  | { readonly kind: 'damaged'; readonly raw: string }
  /** The resident opened the chat; answered with a welcome. */
  | { readonly kind: 'arrival' }
  | { readonly kind: 'language'; readonly language: Language }
  | {
      readonly kind: 'feedback'
      readonly replyId: string
      readonly helpful: boolean
      readonly reason?: string
    }

export interface InboundMessage {
  readonly id: MessageId
  readonly conversationId: ConversationId
  readonly channel: Channel
  /** The language the page or the phone says; the resident's own choice in the conversation goes before it. */
  readonly language?: Language
  /** ISO 8601 with zone, the server's clock. */
  readonly receivedAt: string
  readonly content: MessageContent
  /** Of an SMS: the phone it came from, E.164, as the gateway says. */
  readonly from?: string
  /**
   * Of a message from the web that may be a guess at a code: a key of the address it came from, not readable as one. Counted
   * in its turn, and not kept after it.
   */
  readonly sender?: string
  /** Of an SMS: our number that it was sent to, E.164. */
  readonly to?: string
  /** Of an SMS: the gateway has told us that it heard this word, and has answered it itself. */
  readonly gatewayHeard?: 'stop' | 'start' | 'help'
}
