// The deed of an outbox entry `tell-case`: each conversation that sees the case hears of it in its own order, as a turn.
import type { Bot } from '../contracts/bot'
import type { Case, CaseEvent } from '../contracts/cases/case'
import type { City } from '../contracts/city/city'
import type { Clock } from '../contracts/basics/clock'
import { dayMs } from '../contracts/basics/durations'
import { isE164 } from '../contracts/basics/phone-number'
import { sayOfHouse, turnFailed } from '../contracts/house-message'
import { toHouseMessageId, type ConversationId } from '../contracts/talk/ids'
import type { Language } from '../contracts/talk/language'
import { letterEntry } from '../contracts/cases/letter'
import type { Channel } from '../contracts/talk/message'
import type { DoEntry, EntryResult } from '../contracts/store/outbox-work'
import type { Store } from '../contracts/store/store'
import { textMessageEntry } from '../contracts/sms/text-message'
import { afterQuiet } from '../hours/quiet-time'
import { formatIn } from './case-format'
import { sayNews } from './case-words'
import { bareCase } from './bare-case'
import { isLastNews, newsFrom } from './case-news'
import { viewerRecord } from './case-records'
import { viewersOf } from './read-case'
import { readErrand } from './read-errand'
import { mailboxOf } from './write-letter'

export interface SmsConversation {
  readonly conversationId: ConversationId
  /** Our number, E.164. */
  readonly ours: string
}

export interface TellCaseParts {
  readonly store: Pick<Store, 'record' | 'recordsUnder' | 'lastSequence' | 'enqueue' | 'putRecord'>
  readonly bot: Pick<Bot, 'receive' | 'answer'>
  readonly city: () => City
  /** Whether letters to residents can be sent. */
  readonly writesLetters: boolean
  /** The conversation that a phone has with us over SMS; left out where no number of ours is known. */
  readonly conversationOf?: (theirs: string) => Promise<SmsConversation>
  readonly clock: Clock
}

/** Safe to repeat: a message of the house is kept once under its id, and so is a text. */
export const tellCase =
  (parts: TellCaseParts): DoEntry =>
  async (entry) => {
    const errand = await readErrand(parts.store, entry.payload)
    if (errand.kind !== 'errand') return errand
    const { told, event } = errand
    const listeners = await listenersOf(told, parts.store)
    const onWeb = listeners.filter(({ phone }) => phone === undefined)
    const bySms = listeners.filter(({ phone }) => phone !== undefined)
    const isTold = await tellAll(onWeb, told, event, parts)
    if (parts.writesLetters) await writeToContact(told, event, parts)
    const result = await tellPhones(bySms, told, event, parts)
    return isTold ? result : turnFailed
  }

/** What a night holds back is told in the morning as one, as the case stands then: until then no text waits anywhere. */
async function tellPhones(
  listeners: readonly Listener[],
  told: Case,
  event: CaseEvent,
  parts: TellCaseParts,
): Promise<EntryResult> {
  const contact = phoneLeftOn(told)
  if (listeners.length === 0 && contact === undefined) return { kind: 'done' }
  const now = parts.clock.now()
  const { quiet, timeZone } = parts.city()
  const until = quiet === undefined ? now : afterQuiet(now, quiet, timeZone)
  if (until > now) return { kind: 'wait', until }
  const areTold = await tellAll(listeners, told, event, parts)
  // A phone that follows the case by SMS has just been told.
  const isListener = listeners.some(({ phone }) => phone?.theirs === contact)
  const isTold = contact === undefined || isListener || (await tellContact(contact, told, event, parts))
  return areTold && isTold ? { kind: 'done' } : turnFailed
}

interface Listener {
  readonly conversationId: ConversationId
  readonly channel: Channel
  readonly language: Language
  readonly phone?: Case['phone']
}

async function listenersOf(told: Case, store: TellCaseParts['store']): Promise<readonly Listener[]> {
  const { conversationId, channel, language, phone } = told
  const own: readonly Listener[] =
    // Who texted anonymously was told that there is no answer.
    conversationId === undefined || channel === 'open311' || (channel === 'sms' && phone === undefined)
      ? []
      : [{ conversationId, channel, language, ...(phone && { phone }) }]
  const all = [...own, ...(await viewersOf(store, told.number))]
  return [...new Map(all.map((one) => [one.conversationId, one])).values()]
}

/** False when a turn of one of them failed; the others have heard it. */
async function tellAll(
  listeners: readonly Listener[],
  told: Case,
  event: CaseEvent,
  parts: TellCaseParts,
): Promise<boolean> {
  let areTold = true
  for (const one of listeners) areTold = (await tell(one, told, event, parts)) && areTold
  return areTold
}

/** False when its turn failed. */
async function tell(
  { conversationId, channel, language, phone }: Listener,
  told: Case,
  event: CaseEvent,
  { store, bot, clock }: TellCaseParts,
): Promise<boolean> {
  // A talk on the web that was removed has nobody who reads it; a phone can still be texted to.
  if (phone === undefined && (await store.lastSequence(conversationId)) === 0) return true
  return sayOfHouse(bot, {
    id: toHouseMessageId(`case/${told.number}/${event.id}`),
    conversationId,
    channel,
    language,
    receivedAt: clock.now().toISOString(),
    content: { kind: 'house', news: { kind: 'case', case: told.number, event: event.id } },
    ...(phone && { from: phone.theirs, to: phone.ours }),
  })
}

const usefulMs = 3 * dayMs

/** The number that was left on the web "to be told", E.164. */
function phoneLeftOn({ channel, facts }: Case): string | undefined {
  const contact = facts['contact']
  return channel === 'web' && isE164(contact) ? contact : undefined
}

/**
 * It is told in the conversation that it has with us over SMS: a JA or NEJ and STATUS come back there. It was given and not
 * proved, so it is told how far the case has come, and nothing of what it is about.
 */
async function tellContact(
  contact: string,
  told: Case,
  event: CaseEvent,
  parts: TellCaseParts,
): Promise<boolean> {
  const conversation = await parts.conversationOf?.(contact)
  if (conversation === undefined) {
    await textContact(contact, bareCase(told), event, parts)
    return true
  }
  const { conversationId, ours } = conversation
  const phone = { ours, theirs: contact }
  const listener = { conversationId, channel: 'sms', language: told.language, phone } as const
  await parts.store.putRecord(viewerRecord({ ...listener, case: told.number, why: 'contact' }))
  return tell(listener, told, event, parts)
}

/**
 * Where our number is not known, a text that nothing can be answered to. Named by the last event it tells of: entries that would
 * tell the same are one text.
 */
async function textContact(
  contact: string,
  told: Case,
  { id: from }: CaseEvent,
  { store, city, clock }: TellCaseParts,
): Promise<void> {
  const now = clock.now()
  const events = newsFrom(told, from)
  const format = formatIn(city(), told.language, 'sms')
  const said = sayNews(told, events, { city: city(), language: told.language, word: (key) => format(key) })
  const last = events.at(-1)
  if (said.length === 0 || last === undefined) return
  await store.enqueue(
    textMessageEntry(`told/${told.number}/${last.id}/contact`, now, {
      to: contact,
      text: said.map(({ key, values }) => format(key, values)).join(' '),
      notAfter: new Date(now.getTime() + usefulMs).toISOString(),
    }),
  )
}

async function writeToContact(told: Case, event: CaseEvent, { store, clock }: TellCaseParts): Promise<void> {
  if (isLastNews(told, event) && mailboxOf(told) !== undefined)
    await store.enqueue(letterEntry({ case: told.number, event: event.id }, clock.now()))
}
