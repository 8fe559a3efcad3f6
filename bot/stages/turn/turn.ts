// What one turn is made of while it passes through the stages. A stage hands on a new turn; it never changes the old one.
import type { Content } from '../../content/content'
import type { Classification, TopicId } from '../../contracts/talk/classifier'
import type { Danger } from '../../contracts/talk/danger'
import type { Conversation, Frame } from '../../contracts/talk/conversation'
import type { Language } from '../../contracts/talk/language'
import type { InboundMessage } from '../../contracts/talk/message'
import type { AskedAboutDanger, ModelVerdict } from '../../contracts/talk/observer'
import type { Outcome } from '../../contracts/talk/outcome'
import type { PersonalDataKind } from '../../contracts/talk/personal-data'
import type { Reply } from '../../contracts/talk/reply'
import type { Closeness, Passage } from '../../contracts/knowledge/passage'
import type { OutboxEntry, RecordWrite } from '../../contracts/store/store'
import type { Value } from '../../contracts/talk/value'
import type { DialogEvent } from '../../contracts/talk/dialog-event'
import type { Utterance } from './utterance'

export type Plan =
  /** The topmost open dialog goes on. */
  | { readonly kind: 'walk' }
  /**
   * `frame`: it begins with what is known already, in the place of one that is open. `said`: what the resident wrote about it,
   * where that is not this message. `place`: what of it answers the one question for a place. `about`: what of it says what it is about.
   */
  | {
      readonly kind: 'start'
      readonly dialog: string
      readonly frame?: Frame
      readonly said?: string
      readonly place?: string
      readonly about?: string
    }
  | { readonly kind: 'article'; readonly article: string }
  /** A passage is quoted; `others` are what may have been meant instead; `followsUp`: of the article that answered last. */
  | {
      readonly kind: 'passage'
      readonly passage: Passage
      readonly others: readonly TopicId[]
      readonly followsUp?: boolean
    }

/** A notice that this message may be a reply to. */
export interface RepliedNotice {
  readonly dialog: string
  /** The dialog just begun, with the person and the phone known. */
  readonly frame: Frame
  /** Nothing has been said in the conversation since it came. */
  readonly isLast: boolean
}

export interface Turn {
  readonly message: InboundMessage
  /** A key of the address that the message came from, where it is counted: not kept after the turn. */
  readonly sender?: string
  /** Start of the turn; the only time its stages know. */
  readonly now: Date
  /** The dialogs, articles and words of this turn, the same from its first stage to its last. */
  readonly content: Content
  readonly conversation: Conversation
  /** The stored state could not be read and was set aside; the resident is told. */
  readonly stateLost: boolean
  /** ISO 8601, of the turn before this one; undefined in the first one. */
  readonly lastTurnAt?: string
  /**
   * The dialog that asked last is no longer among the city's. The message may be an answer to it, and must not be taken
   * for one to the dialog below. Filled in by `renew-dialogs`.
   */
  readonly topDialogGone?: boolean
  /** What the resident wrote, cleaned, also to say why an answer did not help; the label of what was tapped; empty for an event. */
  readonly text: string
  /** `text` is what was written before a language was offered, and is answered anew. Filled in by `switch-language`. */
  readonly isAnew?: boolean
  /** `message` stands for what was written: a number, for the option that it names. Filled in by `hear-menu-number`. */
  readonly isTranslated?: boolean
  /** What the text is surely in, where that is not the conversation's language. Filled in by `notice-language`. */
  readonly seenLanguage?: Language
  /** "Do you speak Arabic?": nothing to answer anew in it. Filled in by `switch-language`. */
  readonly asksForLanguage?: true
  /** Personal data that the stages did not get to read. Filled in by `guard-personal-data`. */
  readonly guarded?: readonly PersonalDataKind[]
  /** The phone number or e-mail address in it was given to the person who has the talk. Filled in by `with-person`. */
  readonly isContactGiven?: true
  /** Signs of danger in what the resident wrote. Filled in by `sense-danger`, taken back by `read-open-answer`. */
  readonly danger: Danger | null
  /** What is to be said, in order, not yet in words. */
  readonly utterances: readonly Utterance[]
  /** What the turn is going to do; set by the first stage that knows. */
  readonly plan?: Plan
  /** Filled in by `hear-notice-reply`. */
  readonly notice?: RepliedNotice
  /** Filled in by `recognise`, when a stage before it has not ended the turn. */
  readonly classification?: Classification
  /** How near passages come to the message by meaning. Filled in by `search-by-meaning`. */
  readonly closeness?: Closeness
  /** The embedding model gave nothing usable in time. Filled in by `search-by-meaning`. */
  readonly meaningFailed?: true
  /** Filled in by `ask-model`. */
  readonly model?: ModelVerdict
  /** The resident has read the beginning of an answer that was being written. Filled in by `ask-model`. */
  readonly wasInterimShown?: true
  /** What the dialogs did; for tests of conversations and for figures. */
  readonly events: readonly DialogEvent[]
  /** The answers of the dialog talked about last, kept here because its frame may be closed already. */
  readonly answers: Readonly<Record<string, Value>>
  readonly records: readonly RecordWrite[]
  readonly outbox: readonly OutboxEntry[]
  /** Filled in by `ask-about-danger`, when the resident is asked. */
  readonly askedAboutDanger?: AskedAboutDanger
  /** Filled in by `word-reply`: something had to be said in another language than the resident's. */
  readonly fellBack?: boolean
  /** Filled in by `word-reply`. */
  readonly replies: readonly Reply[]
}

export type StageResult =
  | { readonly kind: 'go-on'; readonly turn: Turn }
  /** The turn's outcome is known; only the wording is left. */
  | { readonly kind: 'end'; readonly turn: Turn; readonly outcome: Outcome }

export type Stage = (turn: Turn) => Promise<StageResult> | StageResult

export const goOn = (turn: Turn): StageResult => ({ kind: 'go-on', turn })

export const endTurn = (turn: Turn, outcome: Outcome, ...utterances: readonly Utterance[]): StageResult => ({
  kind: 'end',
  turn: { ...turn, utterances: [...turn.utterances, ...utterances] },
  outcome,
})

/** The language model was to answer, and gave nothing that could be said. */
export const modelFailed = ({ model }: Turn): boolean => model === 'dropped' || model === 'failed'

export const languageOf = (turn: Turn): Language => turn.conversation.language

/** As far as that can be told. */
export const languageOfText = (turn: Turn): Language => turn.seenLanguage ?? languageOf(turn)

/** The turn with some of its conversation changed. */
export const withConversation = (turn: Turn, change: Partial<Conversation>): Turn => ({
  ...turn,
  conversation: { ...turn.conversation, ...change },
})
