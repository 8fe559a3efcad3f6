// Keeps a subscription with the consent it rests on, and ends it when it is undone.
import { keyedHash } from '../privacy/keyed-hash'
import { consentKey, consentSchema } from '../contracts/home-care/consent'
import { endedRecords } from '../notices/ended-records'
import { restsOnConsent } from '../notices/may-still-be-sent'
import { standingConsents } from '../notices/standing-consents'
import {
  readSubscription,
  subscriberKeys,
  subscriptionRecord,
  subscriptionsUnder,
} from '../notices/subscription'
import { hasOptedOut } from '../sms/opt-out'
import { textInput, type ActionContext, type BuiltInAction } from './built-in-action'
import type { ActionCall } from '../contracts/cases/action'

/** The same topic, person and phone are one subscription, whoever asks for it again. */
const idOf = (call: ActionCall, store: ActionContext['store']): Promise<string> =>
  keyedHash(store, JSON.stringify(['topic', 'person', 'phone'].map((name) => textInput(call, name))))

export const subscribe: BuiltInAction = async (call, { store }) => {
  const ground = await groundOf(call, store)
  if (ground === undefined) return { kind: 'failed', failure: 'no_consent' }
  // Nothing would ever reach it: whoever wants texts again says so with START.
  if (await hasOptedOut(store, textInput(call, 'phone'))) return { kind: 'failed', failure: 'opted_out' }
  const subscription = {
    id: await idOf(call, store),
    topic: textInput(call, 'topic'),
    person: textInput(call, 'person'),
    phone: textInput(call, 'phone'),
    dialog: call.dialog,
    kept: withoutOwnFields(call.inputs),
    ...ground,
    language: call.language,
    channel: call.channel,
    at: call.now.toISOString(),
  }
  return { kind: 'done', gives: {}, records: [subscriptionRecord(subscription)] }
}

interface Ground {
  readonly purposes: string[]
  /** In which they were consented to. */
  readonly conversation: string
}

/** What was said here; where nothing was, as after a reply to a notice, what the phone's other subscription rests on. */
async function groundOf(call: ActionCall, store: ActionContext['store']): Promise<Ground | undefined> {
  const { conversationId, dialog, now } = call
  const standing = await standingConsents(store, conversationId, now)
  const purposes = standing.filter((consent) => consent.dialog === dialog).map(({ purpose }) => purpose)
  if (purposes.length > 0) return { purposes, conversation: conversationId }
  const said = await store.recordsUnder('consent', consentKey(conversationId))
  if (said.some(({ value }) => consentSchema.safeParse(value).data?.dialog === dialog)) return undefined
  const others = await subscriptionsUnder(store, subscriberKeys.phone(textInput(call, 'phone')))
  for (const other of others)
    if (other.dialog === dialog && (await restsOnConsent(store, other, now)))
      return { purposes: other.purposes, conversation: other.conversation }
  return undefined
}

const withoutOwnFields = (inputs: ActionCall['inputs']): ActionCall['inputs'] =>
  Object.fromEntries(Object.entries(inputs).filter(([name]) => name !== 'topic' && name !== 'phone'))

/** Done also when there is none any more. */
export const unsubscribe: BuiltInAction = async (call, { store }) => {
  const record = await store.record('subscription', await idOf(call, store))
  const subscription = record && readSubscription(record)
  const records = subscription === undefined ? [] : endedRecords([subscription], 'undone', call.now)
  return { kind: 'done', gives: {}, records }
}
