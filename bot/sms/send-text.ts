// Sends a text that waits in the outbox: asked anew at this moment whether it may still go, and noted before and after.
//
// A process may die between the gateway's yes and our note of it. So that a text is begun is kept first; whoever finds one
// that was begun and not ended asks the gateway whether it went. Where a gateway cannot tell, the text is sent again: it is
// sent at least once, and twice only when a process dies within those milliseconds at such a gateway.
import { z } from 'zod'
import type { City } from '../contracts/city/city'
import type { Clock } from '../contracts/basics/clock'
import { minuteMs } from '../contracts/basics/durations'
import { isE164 } from '../contracts/basics/phone-number'
import type { DoEntry, EntryResult } from '../contracts/store/outbox-work'
import type { SendText } from '../contracts/sms/send-text'
import { isUnsent, type SendResult, type SmsSender } from '../contracts/sms/sms-gateway'
import type { Store } from '../contracts/store/store'
import { sentTextKey, type TextMessage } from '../contracts/sms/text-message'
import { afterQuiet } from '../hours/quiet-time'
import { keyedHash } from '../privacy/keyed-hash'
import { toSmsCharacters } from '../text/sms-characters'
import { smsParts } from '../text/sms-parts'
import type { TextBudget } from './text-budget'
import { optedOutAt, optOutRecord } from './opt-out'

const payloadSchema = z.object({
  to: z.string().refine(isE164),
  from: z.string().optional(),
  text: z.string().min(1),
  notAfter: z.string(),
  subscription: z.string().optional(),
  grant: z.string().optional(),
  asked: z.boolean().optional(),
  awaited: z.boolean().optional(),
  urgent: z.boolean().optional(),
})

export interface SendTextParts {
  readonly store: Pick<Store, 'record' | 'recordsUnder' | 'putRecord' | 'keepOnce'>
  /** The gateway of our number, or of texts that name none; undefined when there is none at all. */
  readonly senderFor: (ours: string | undefined) => Promise<SmsSender | undefined>
  readonly city: () => Pick<City, 'quiet' | 'timeZone'>
  /** Whether what the text rests on still stands. */
  readonly mayBeTold: (message: TextMessage, now: Date) => Promise<boolean>
  readonly budget: TextBudget
  /** Calling codes of the countries to which texts go: no page can make us ring up a bill elsewhere. */
  readonly countries: readonly string[]
  readonly clock: Clock
}

const lateMs = 15 * minuteMs

type Entry = Parameters<SendText>[0]
type AtLast = Parameters<SendText>[2]

export const createSendText =
  (parts: SendTextParts): SendText =>
  async (entry, given, atLast) => {
    const message = { ...given, text: toSmsCharacters(given.text) }
    return (await whyNot(message, entry, parts)) ?? sendOnce(entry, message, parts, atLast)
  }

/** The deed of entries that hold their text. */
export const sendWaitingText =
  (send: SendText): DoEntry =>
  async (entry) => {
    const { data } = payloadSchema.safeParse(entry.payload)
    if (data === undefined) return { kind: 'give-up', reason: 'its payload is no text message' }
    return send(entry, data as TextMessage)
  }

/** Undefined when it may go now. */
async function whyNot(
  message: TextMessage,
  entry: Entry,
  { store, city, clock, countries, mayBeTold }: SendTextParts,
): Promise<EntryResult | undefined> {
  const now = clock.now()
  if (message.notAfter < now.toISOString()) return { kind: 'dropped', reason: 'too late to be of use' }
  if (!countries.some((code) => message.to.startsWith(code)))
    return { kind: 'dropped', reason: 'no texts go to that country' }
  const optedOut = await optedOutAt(store, message.to)
  const isOut = message.asked === true ? isAfter(optedOut, entry) : optedOut !== undefined
  if (isOut) return { kind: 'dropped', reason: 'the phone has opted out' }
  if (message.asked === true) return undefined
  if (!(await mayBeTold(message, now))) return { kind: 'dropped', reason: 'what it rests on has ended' }
  if (message.awaited === true) return undefined
  // Worded at this moment, by a deed that has asked for quiet time itself.
  if (message.grant !== undefined) return undefined
  const { quiet, timeZone } = city()
  // A notice that may come at night is put into the outbox for the night. One that is late has lost its time, and waits like
  // the others.
  const isNotice = message.subscription !== undefined
  const isLate = now.getTime() - Date.parse(entry.dueAt) > lateMs
  if (quiet === undefined || (isNotice && !isLate)) return undefined
  const until = afterQuiet(now, quiet, timeZone)
  return until > now ? { kind: 'wait', until } : undefined
}

/** What was asked for before a STOPP is not wanted any more; after one it is. */
const isAfter = (optedOut: string | undefined, { dueAt }: Entry): boolean =>
  optedOut !== undefined && optedOut > dueAt

const noteSchema = z.object({ begunAt: z.string().optional(), gatewayId: z.string().optional() })

/** Whether a gateway has taken the text of this entry, as far as is noted. */
export const wasTaken = async (store: Pick<Store, 'record'>, entryId: string): Promise<boolean> =>
  noteSchema.safeParse((await store.record('sent-text', entryId))?.value).data?.gatewayId !== undefined

async function sendOnce(
  entry: Entry,
  message: TextMessage,
  parts: SendTextParts,
  atLast: AtLast,
): Promise<EntryResult> {
  const { store, clock, budget, senderFor } = parts
  const sender = await senderFor(message.from)
  if (sender === undefined) return { kind: 'wait', until: new Date(clock.now().getTime() + minuteMs) }
  const before = noteSchema.safeParse((await store.record('sent-text', entry.id))?.value).data
  if (before?.gatewayId !== undefined) return { kind: 'done' }
  const begun = before?.begunAt
  const begunAt = begun ?? clock.now().toISOString()
  const taken = begun === undefined ? undefined : await takenBefore(message, new Date(begun), sender, store)
  if (taken !== undefined)
    return noted(entry, message, { kind: 'sent', id: taken }, sender, { ...parts, begunAt })
  const { parts: count } = smsParts(message.text)
  if (message.urgent === true) budget.spendAnyway(entry.id, count)
  else if (!budget.spend(entry.id, count)) return { kind: 'wait', until: budget.renewedAt() }
  const begin = async (): Promise<EntryResult | undefined> => {
    const obstacle = begun === undefined ? await atLast?.() : undefined
    if (obstacle !== undefined) return obstacle
    const value = { begunAt, gateway: sender.name }
    await store.putRecord({ collection: 'sent-text', id: entry.id, value })
    return undefined
  }
  const obstacle = await begin().catch((error: unknown) => {
    budget.giveBack(entry.id)
    throw error
  })
  if (obstacle !== undefined) {
    budget.giveBack(entry.id)
    return obstacle
  }
  const result = await sender.send(message)
  if (isUnsent(result)) budget.giveBack(entry.id)
  return noted(entry, message, result, sender, { ...parts, begunAt })
}

/** What the gateway has taken and nobody has noted must be the text whose sender died. */
async function takenBefore(
  message: TextMessage,
  since: Date,
  sender: SmsSender,
  store: SendTextParts['store'],
): Promise<string | undefined> {
  for (const id of (await sender.takenSince?.(message, since)) ?? [])
    if ((await store.recordsUnder('sent-text', sentTextKey(sender.name, id))).length === 0) return id
  return undefined
}

async function noted(
  entry: Entry,
  message: TextMessage,
  result: SendResult,
  sender: SmsSender,
  { store, clock, begunAt }: SendTextParts & { readonly begunAt: string },
): Promise<EntryResult> {
  const now = clock.now()
  const note = async (value: object, keys: readonly string[] = []) =>
    store.putRecord({
      collection: 'sent-text',
      id: entry.id,
      keys,
      value: { at: now.toISOString(), ...value },
    })
  switch (result.kind) {
    case 'sent': {
      const to = await keyedHash(store, message.to)
      const { parts } = smsParts(message.text)
      // Never the words: what was said stands in the conversation, and goes with it.
      await note({ gateway: sender.name, gatewayId: result.id, to, parts }, [
        sentTextKey(sender.name, result.id),
      ])
      return { kind: 'done' }
    }
    case 'opted-out':
      await store.putRecord(await optOutRecord(store, message.to, { out: true, by: 'gateway', now }))
      await note({ gateway: sender.name, failed: 'opted-out' })
      return { kind: 'dropped', reason: 'the phone has opted out at the gateway' }
    case 'refused':
      await note({ gateway: sender.name, failed: result.code })
      return { kind: 'give-up', reason: `${sender.name} ${result.code}` }
    case 'failed':
      // It may have been taken before the line broke: the next attempt asks first.
      await note({ gateway: sender.name, failed: result.code, begunAt })
      return {
        kind: 'retry',
        reason: `${sender.name} ${result.code}`,
        ...(result.afterMs !== undefined && { afterMs: result.afterMs }),
      }
  }
}
