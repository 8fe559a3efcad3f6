// Keeps a subscription with the consent it rests on, and ends it when it is undone.
import { keyedHash } from '../keyed-hash'
import { standingConsents } from '../notices/standing-consents'
import { endedRecords, readSubscription, subscriptionRecord } from '../notices/subscription'
import { textInput, type ActionContext, type BuiltInAction } from './built-in-action'
import type { ActionCall } from '../contracts/action'

/** The same topic, person and phone are one subscription, whoever asks for it again. */
const idOf = (call: ActionCall, store: ActionContext['store']): Promise<string> =>
  keyedHash(store, JSON.stringify(['topic', 'person', 'phone'].map((name) => textInput(call, name))))

export const subscribe: BuiltInAction = async (call, { store }) => {
  const standing = await standingConsents(store, call.conversationId, call.now)
  const purposes = standing.filter(({ dialog }) => dialog === call.dialog).map(({ purpose }) => purpose)
  if (purposes.length === 0) return { kind: 'failed', failure: 'no_consent' }
  const subscription = {
    id: await idOf(call, store),
    topic: textInput(call, 'topic'),
    person: textInput(call, 'person'),
    phone: textInput(call, 'phone'),
    dialog: call.dialog,
    kept: withoutOwnFields(call.inputs),
    purposes,
    conversation: call.conversationId,
    language: call.language,
    channel: call.channel,
    at: call.now.toISOString(),
  }
  return { kind: 'done', gives: {}, records: [subscriptionRecord(subscription)] }
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
