// What we remember between two messages of one resident: language, open dialogs, and little else.
import { z } from 'zod'
import { isSentFile, type SentFile } from './sent-file'
import type { Value } from './value'

export const valueSchema: z.ZodType<Value> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.array(valueSchema), z.record(z.string(), valueSchema)]),
)
const value = valueSchema

/** A text as a resident read it: `version` is the dialog's `textHash`, by which its file is found again. */
const shownText = z.object({ text: z.string(), language: z.string(), version: z.string() })

/** What an option is called: in every language alike, or by language. */
const optionLabel = z.union([z.string(), z.record(z.string(), z.string())])

/** One given answer. `raw` is what the resident wrote or tapped; it shows in corrections, never in a log. */
const answer = z.object({
  value,
  raw: z.string(),
  source: z.enum(['typed', 'tapped', 'extracted', 'default']),
  at: z.string(),
  /** Of an option: what it was called, for when the options are gone. */
  label: optionLabel.optional(),
  /** Of a list whose items have such options: inner question → id of an option → what it is called. */
  labels: z.record(z.string(), z.record(z.string(), optionLabel)).optional(),
  /** Of a consent: what it was given to. */
  shown: shownText.optional(),
})

/** What came of an action, as it is kept. */
export const actionResultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), gives: z.record(z.string(), value) }),
  z.object({ kind: z.literal('failed'), failure: z.string() }),
])

/** One finished action of a dialog: the journal is why a write is never repeated. */
const journalEntry = z.object({
  /** Name of the action; with `inputs` and `key` it says which call this was. */
  do: z.string(),
  key: z.string(),
  inputs: z.record(z.string(), value),
  result: actionResultSchema,
  /** When it was done, for results that grow old. */
  at: z.string().optional(),
  /** Of a write that is done: taken back since, or about to be done over. */
  state: z.enum(['undone', 'reopened']).optional(),
})

/** A one-time code on its way: never its digits. All times ISO 8601. */
const sentCode = z.object({
  /** The number it was sent to; another number needs another code. */
  to: z.string(),
  salt: z.string(),
  /** Scrypt of the digits, in hex. */
  hash: z.string(),
  expiresAt: z.string(),
  /** Wrong codes given for this one. */
  wrong: z.number().int(),
  /** How many codes have been sent for this question, whatever the number. */
  sent: z.number().int(),
  /** A new one is to be sent. */
  renew: z.boolean(),
})

/**
 * One open dialog. No step pointer: where the dialog stands follows from the answers and the journal alone
 * (`bot/dialog/walk/walk.ts`), which is what makes corrections, "back" and edits in the middle of a talk harmless.
 */
const frame = z.object({
  dialog: z.string(),
  shapeHash: z.string(),
  answers: z.record(z.string(), answer),
  /** Answers whose question is not asked at present; they return when it is asked again. */
  parked: z.record(z.string(), answer),
  /** Names of optional questions the resident passed over. */
  skipped: z.array(z.string()),
  /** Confirmation name → hash of the answers it was given for. */
  confirmed: z.record(z.string(), z.string()),
  journal: z.array(journalEntry),
  /** Id of a said text → hash of the values it showed, so that each is said once per value. */
  said: z.record(z.string(), z.string()),
  /** Key of a `forget` step → how often it has cleared its answer. */
  forgotten: z.record(z.string(), z.number().int()).default({}),
  /** What the dialog was begun with, masked, where one of its questions offers it as the answer. */
  begunWith: z.string().exactOptional(),
  /** Values the resident was asked back about: which of these was meant as the answer to `open`. */
  offered: z.array(value).default([]),
  /** Name of a question for consent → its text as it was shown last. */
  shown: z.record(z.string(), shownText).optional(),
  /** Name of a question with options → which page of them is shown. */
  pages: z.record(z.string(), z.number().int()).default({}),
  /** Choices tapped so far for `open`, a question that takes several. */
  ticked: z.array(z.string()).default([]),
  /** Name of a question for a code → the one sent last. */
  codes: z.record(z.string(), sentCode).optional(),
  /** Name of the question or confirmation that waits for the resident. */
  open: z.string().nullable(),
  /** Asked last what to change of what waits to be confirmed: a yes to that confirms nothing. */
  asksWhich: z.literal(true).exactOptional(),
  /** How often in a row the open question was not understood. */
  misses: z.number().int(),
  startedAt: z.string(),
})

/** What is remembered of a conversation over SMS, and is nothing to one on the web. All times ISO 8601. */
const smsMemory = z.object({
  /** The numbered options that were sent last: number 1 is the first. */
  menu: z
    .object({
      at: z.string(),
      options: z.array(z.object({ label: z.string(), name: z.string(), value: z.string() })),
      /** The house said it by itself: it may have waited for the morning, or be read a day later. */
      told: z.boolean().exactOptional(),
      /** Then the entry of the outbox that they are sent by. */
      text: z.string().exactOptional(),
    })
    .nullable(),
  /** What did not fit into the last text, for MER. */
  more: z
    .object({
      at: z.string(),
      text: z.string(),
      language: z.string(),
      told: z.boolean().exactOptional(),
    })
    .nullable(),
  /**
   * When the latest texts came, and a digest of each, newest last: what a loop and a flood are seen by. `taken`: it answered
   * what a dialog asked.
   */
  heard: z.array(z.object({ at: z.string(), digest: z.string(), taken: z.literal(true).exactOptional() })),
  /** The day in the city's zone, and how many texts came on it. */
  day: z.object({ date: z.string(), texts: z.number().int() }),
  /** Nothing is answered until then but a cry for help, STOPP and START. */
  silentUntil: z.string().nullable(),
  /** The last cry for help that quoted our own advice and was answered: a machine sends the same again. */
  quoted: z.object({ at: z.string(), digest: z.string() }).nullable().default(null),
  /** It has been said who answers here. */
  isGreeted: z.boolean(),
})

export const conversationSchema = z.object({
  /** Raised when a shape changes; an unknown one is set aside, not guessed. */
  format: z.literal(1),
  language: z.string(),
  /** Each language as often as it was offered; one that was chosen, left or refused as often as any may be (`times-offered.ts`). */
  languagesOffered: z.array(z.string()).default([]),
  /** Offered with the replies before this message: a yes to it answers what was written then anew in that language. */
  languageOffer: z
    .object({
      language: z.string(),
      /** What was written, masked; null when it has done something, which is not to be done twice. */
      text: z.string().nullable(),
      /** It began the dialog on top, which begins anew with it. */
      began: z.boolean(),
    })
    .nullable()
    .default(null),
  /** The resident reads easy Swedish: the twin of an article goes first, where there is one. */
  easyRead: z.boolean().default(false),
  /** Languages in which the resident was told that a machine translated what they read. */
  machineTold: z.array(z.string()).default([]),
  /** What the resident was told of last that it is not in their language: `fi dialog:grovsopor`. */
  foreignTold: z.string().nullable().default(null),
  /** Kinds of personal data that the resident was told are masked. */
  maskedTold: z.array(z.string()).default([]),
  /** The one on top is talked about; at most three deep. */
  frames: z.array(frame).max(3),
  /** Ids we asked the resident to choose between. */
  clarifying: z.array(z.string()),
  /** How often in a row nothing was understood outside a dialog. */
  misses: z.number().int(),
  /** The last thing answered, for "hjälpte svaret?" and "upprepa". */
  lastTopic: z.string().nullable(),
  lastTurnAt: z.string(),
  /**
   * The article that answered last, for as long as nothing else has been talked about: what a short question goes on from.
   * `asked` are the sides of it that were asked about (`price`, `time`); never what was written.
   */
  answered: z
    .object({ article: z.string(), at: z.string(), asked: z.array(z.string()) })
    .nullable()
    .default(null),
  /** What was typed last, masked: the next message may finish it or, where it was answered, point at it. */
  thought: z
    .object({ text: z.string(), at: z.string(), answered: z.boolean().default(false) })
    .nullable()
    .default(null),
  /** The latest cry for help, and when. Nothing of a conversation with one reaches a language model. */
  emergency: z.object({ kind: z.string(), at: z.string() }).nullable().default(null),
  /** ISO 8601: when a sensitive matter was last talked about; no conversation with one reaches a language model. */
  sensitiveAt: z.string().nullable().default(null),
  /** Of a conversation over SMS: our number and the resident's, E.164, for what is said without being asked. */
  phone: z.object({ ours: z.string(), theirs: z.string() }).nullable().default(null),
  sms: smsMemory.nullable().default(null),
  /**
   * When the resident was last asked about danger, for there were signs of some, and in which language (null before that was
   * kept); a language model reads nothing after it.
   */
  danger: z
    .object({ kind: z.string().nullable(), at: z.string(), language: z.string().nullable().default(null) })
    .nullable()
    .default(null),
  /** A case that is done: the resident was asked whether it is mended; over SMS by this entry of the outbox. */
  caseAsked: z
    .object({ case: z.string(), at: z.string(), text: z.string().exactOptional() })
    .nullable()
    .default(null),
  /**
   * A case that waits for more from the resident, or one that they want to tell more of (`wanted`); what they gave and were asked
   * about, if it is meant for that.
   */
  completing: z
    .object({
      case: z.string(),
      at: z.string(),
      wanted: z.boolean().exactOptional(),
      given: z.object({ text: z.string(), files: z.array(z.custom<SentFile>(isSentFile)) }).nullable(),
    })
    .nullable()
    .default(null),
  /** On the way to a person: asked whether what was said may go along, waiting for one, or with one. */
  person: z
    .object({
      state: z.enum(['asked', 'waiting', 'on']),
      department: z.string(),
      /** Of the hand-off; empty while it is asked. */
      handOff: z.string(),
      /** What the resident knows the person by. */
      agent: z.string().nullable(),
      /** Whose the talk is; null while nobody has it. */
      agentId: z.string().nullable().default(null),
      at: z.string(),
      /** A phone number or an e-mail address was masked: asked whether the person shall have it, or to be written again. */
      contact: z.enum(['asked', 'awaited']).nullable().default(null),
    })
    // A talk that was taken before agents had ids is theirs by their name.
    .transform((person) => ({ ...person, agentId: person.agentId ?? person.agent }))
    .nullable()
    .default(null),
  /**
   * A dialog handed over while nobody was there: asked for a number to call, for the call-back of this code. Null where a call was
   * only offered: a yes or a number begins the dialog that takes it.
   */
  numberAsked: z
    .object({ code: z.string().nullable(), department: z.string(), at: z.string() })
    .nullable()
    .default(null),
  /** The dialog that ended last after a write, for a day: what was done may still be taken back. */
  finished: z.object({ frame, at: z.string() }).nullable().default(null),
  /** A write that the resident may take back or change now, and what they wanted to change. */
  reversal: z
    .object({
      /** Of the journal entry. */
      key: z.string(),
      /** Asked whether to take it back, yes or no. */
      asked: z.boolean(),
      answers: z.record(z.string(), answer),
      /** A question that is to be answered anew. */
      name: z.string().nullable(),
    })
    .nullable()
    .default(null),
})

export type Conversation = z.infer<typeof conversationSchema>

/** Undefined where the stored text is no conversation. */
export function conversationIn(state: string): Conversation | undefined {
  try {
    return conversationSchema.safeParse(JSON.parse(state)).data
  } catch {
    return undefined
  }
}
export type SmsMemory = z.infer<typeof smsMemory>
export type Frame = z.infer<typeof frame>
export type GivenAnswer = z.infer<typeof answer>
export type SentCode = z.infer<typeof sentCode>
export type JournalEntry = z.infer<typeof journalEntry>
export type OptionLabels = z.infer<typeof answer>['labels']
export type OptionLabel = z.infer<typeof optionLabel>
