// What a department's people can do with the talks that wait for them.
import type { SentFile } from '../talk/sent-file'

export interface WaitingTalk {
  readonly id: string
  readonly state: 'waiting' | 'on'
  readonly agent: string | null
  readonly channel: 'web' | 'sms'
  readonly language: string
  /** ISO 8601. */
  readonly since: string
}

export interface TalkLine {
  /** Counts up; lines after one that is known are asked for by it. */
  readonly sequence: number
  readonly at: string
  readonly author: 'resident' | 'bot' | 'person'
  /** Empty where files alone were sent. */
  readonly text: string
  /** Pictures and documents of a resident, each to be fetched by its id. */
  readonly files?: readonly SentFile[]
}

export interface OpenTalk extends WaitingTalk {
  readonly lines: readonly TalkLine[]
}

export interface TalkFile {
  readonly kind: SentFile['kind']
  readonly content: Buffer
}

/** What a resident who gave their code lets a department read. */
export interface CarriedTalk {
  readonly lines: readonly TalkLine[]
  /** Numbers of the cases that the talk may see. */
  readonly cases: readonly string[]
}

/**
 * `not-yours`: somebody else has it, nobody has it, or it is over. `taken`: something else was said under this id. `unknown`: the
 * department has no such talk. `failed`: nothing was done, and the same may be tried again.
 */
export type HandOffAnswer = 'done' | 'not-yours' | 'taken' | 'unknown' | 'failed'

/** Somebody of a department. Two may have one name; a talk is theirs by the id. */
export interface Agent {
  /** What the resident reads. */
  readonly name: string
  /** Who they are to their department's system. */
  readonly id: string
}

export interface HandOffDesk {
  /** Those that wait or are going on, longest first. */
  list(department: string): Promise<readonly WaitingTalk[]>
  /** With what was said since it began, and before that where the resident allowed it. */
  read(department: string, id: string, after: number): Promise<OpenTalk | undefined>
  /** At most one agent gets it, however many ask at once; who has it may ask again. */
  claim(department: string, id: string, agent: Agent): Promise<HandOffAnswer>
  /** @param message the other side's own id: one that comes twice is said once, and other words under it are not said. */
  reply(department: string, id: string, agent: Agent, message: string, text: string): Promise<HandOffAnswer>
  end(department: string, id: string, agent: Agent): Promise<HandOffAnswer>
  /** A file of a line that the department may read now; undefined when there is none, or not any more. */
  file(department: string, id: string, file: string): Promise<TalkFile | undefined>
  /** The call that was promised under this code has been made; said twice it is said once. */
  callBackDone(department: string, code: string): Promise<'done' | 'unknown'>
  /** The talk whose code a resident has told somebody, once; `unknown` for a code that is wrong, spent or too old. */
  readByCode(department: string, code: string, agent?: string): Promise<CarriedTalk | 'unknown' | 'too-many'>
}
