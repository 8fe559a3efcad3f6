// What the SMS door needs of the house.
import type { Bot } from '../../bot/contracts/bot'
import type { Clock } from '../../bot/contracts/basics/clock'
import type { FileShelf } from '../../bot/contracts/store/file-shelf'
import type { ConversationId } from '../../bot/contracts/talk/ids'
import type { Logger } from '../../bot/contracts/basics/logger'
import type { RecordWrite, Store } from '../../bot/contracts/store/store'
import type { DeliveryReport, SmsGateway } from './gateway'
import type { RunTurn } from './sms-adapter'

/** Why a text was met with silence at the door. */
export const silentReasons = ['no-phone', 'country', 'not-ours', 'malformed', 'budget'] as const
export type SilentReason = (typeof silentReasons)[number]

export interface SmsOptions {
  readonly gateways: readonly SmsGateway[]
  readonly bot: Pick<Bot, 'receive'>
  readonly run: RunTurn
  readonly store: Pick<Store, 'turnOf' | 'finishOutbox' | 'record' | 'putRecord'>
  readonly shelf: Pick<FileShelf, 'take' | 'discard'>
  /** Names the conversation of two numbers (E.164), so that theirs cannot be read from it. */
  readonly nameConversation: (ours: string, theirs: string) => Promise<ConversationId>
  /** A text has come through this gateway to this number of ours: what is said there later goes back the same way. */
  readonly heard?: (gateway: string, ours: string) => Promise<void>
  /** One piece of work at a time under a key. */
  readonly inOrder: <T>(key: string, work: () => Promise<T>) => Promise<T>
  /** What to do now, for a text that is a cry for help, in the length of a text. */
  readonly advise?: (text: string) => { readonly text: string } | undefined
  readonly toReportRecords: (
    gateway: string,
    report: DeliveryReport,
    now: Date,
  ) => Promise<readonly RecordWrite[]>
  /** A text that has been paid for today costs no more when it goes again, or later by the outbox, under the same id. */
  readonly budget: {
    /** False when the day's money for texts is gone. */
    readonly spend: (textId: string, text: string) => boolean
    readonly spendAnyway: (textId: string, text: string) => void
    /** For a text that surely did not go. */
    readonly giveBack: (textId: string) => void
  }
  /** Calling codes of the countries that are answered. */
  readonly countries: readonly string[]
  readonly clock: Clock
  readonly logger: Logger
  readonly silent?: (gateway: string, why: SilentReason) => void
  /** How long a gateway's request is held for its answer; a test may set it. */
  readonly replyDeadlineMs?: number
}
