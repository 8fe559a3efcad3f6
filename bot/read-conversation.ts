// From stored text to a conversation; what cannot be read is set aside whole, never guessed at.
import type { City } from './contracts/city/city'
import { conversationSchema, type Conversation } from './contracts/talk/conversation'
import { dayMs } from './contracts/basics/durations'
import type { InboundMessage } from './contracts/talk/message'
import { sourceLanguage } from './contracts/talk/language'

export type ReadConversation =
  | { readonly kind: 'fresh'; readonly conversation: Conversation }
  /** `lastTurnAt` is that of the turn before. */
  | { readonly kind: 'known'; readonly conversation: Conversation; readonly lastTurnAt: string }
  /** `raw` is kept for the operators; the resident starts anew and is told so. */
  | {
      readonly kind: 'unreadable'
      readonly conversation: Conversation
      readonly raw: string
      readonly why: string
    }

const idleCloseMs = { web: dayMs, sms: 3 * dayMs } as const

/** How long after its end a dialog's write may be taken back by a word. */
const finishedKeptMs = dayMs

/** Reads the state; a dialog left alone for a day (three over SMS) is closed, as its answers may no longer be meant. */
export function readConversation(
  state: string | undefined,
  message: InboundMessage,
  city: City,
  now: Date,
): ReadConversation {
  const fresh = newConversation(message, city, now)
  if (state === undefined) return { kind: 'fresh', conversation: fresh }
  const read = parse(state)
  if (typeof read === 'string') return { kind: 'unreadable', conversation: fresh, raw: state, why: read }
  const idleMs = now.getTime() - Date.parse(read.lastTurnAt)
  const frames = idleMs > idleCloseMs[message.channel] ? [] : read.frames
  const isLate = read.finished !== null && now.getTime() - Date.parse(read.finished.at) > finishedKeptMs
  const finished = isLate ? null : read.finished
  const phone = phoneOf(message) ?? read.phone
  const conversation = { ...read, frames, finished, phone, lastTurnAt: now.toISOString() }
  return { kind: 'known', conversation, lastTurnAt: read.lastTurnAt }
}

function newConversation(message: InboundMessage, city: City, now: Date): Conversation {
  const asked = message.language
  return {
    format: 1,
    language: asked !== undefined && city.languages.includes(asked) ? asked : sourceLanguage,
    languagesOffered: [],
    languageOffer: null,
    easyRead: false,
    machineTold: [],
    foreignTold: null,
    maskedTold: [],
    frames: [],
    clarifying: [],
    misses: 0,
    lastTopic: null,
    lastTurnAt: now.toISOString(),
    answered: null,
    thought: null,
    emergency: null,
    sensitiveAt: null,
    phone: phoneOf(message) ?? null,
    sms: null,
    danger: null,
    caseAsked: null,
    completing: null,
    person: null,
    numberAsked: null,
    finished: null,
    reversal: null,
  }
}

const phoneOf = ({ from, to }: InboundMessage): Conversation['phone'] | undefined =>
  from === undefined || to === undefined ? undefined : { ours: to, theirs: from }

/** The conversation, or why there is none. */
function parse(state: string): Conversation | string {
  try {
    const parsed = conversationSchema.safeParse(JSON.parse(state))
    return parsed.success ? parsed.data : (parsed.error.issues[0]?.path.join('.') ?? 'shape')
  } catch {
    return 'not JSON'
  }
}
