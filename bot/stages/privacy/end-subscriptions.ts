// STOPP on the web, and a consent taken back: what rests on it ends, also when no dialog is open. A phone's STOPP was heard by
// `hear-keyword`.
import { consentKey, type ConsentRecord } from '../../contracts/home-care/consent'
import { toConversationId } from '../../contracts/talk/ids'
import type { RecordWrite, Store } from '../../contracts/store/store'
import { findWithdrawal, isErasureWish, isWithdrawal } from '../../dialog/answers/read-consent'
import { recordsOfEnd } from '../../home-care/end-grants'
import { endedRecords } from '../../notices/ended-records'
import { standingConsents } from '../../notices/standing-consents'
import { subscriberKeys, subscriptionsUnder, type KeptSubscription } from '../../notices/subscription'
import { keywordOf } from '../../sms/keywords'
import { openDialog, openQuestion, type OpenDialog } from '../turn/open-dialog'
import { refuseConsents } from './refuse-consents'
import { endTurn, goOn, type Stage, type StageResult, type Turn } from '../turn/turn'
import type { Utterance } from '../turn/utterance'

export interface EndSubscriptionsParts {
  readonly store: Pick<Store, 'recordsUnder'>
}

const ended: Utterance = { kind: 'wording', key: 'subscription.ended' }

export const endSubscriptions =
  ({ store }: EndSubscriptionsParts): Stage =>
  (turn) => {
    if (turn.message.content.kind !== 'text') return goOn(turn)
    if (isWithdrawal(turn.text)) return withdraw(turn, store)
    // A stop in an open dialog is meant for it.
    const isHeard = turn.conversation.frames.length === 0 && keywordOf(turn.text) === 'stop'
    return isHeard ? stop(turn, store) : goOn(turn)
  }

/** Those that were made in this conversation, and those to the phone that an SMS came from. */
async function subscriptionsOf(
  { message: { conversationId, from } }: Turn,
  store: EndSubscriptionsParts['store'],
): Promise<readonly KeptSubscription[]> {
  const keys = [
    subscriberKeys.conversation(conversationId),
    ...(from === undefined ? [] : [subscriberKeys.phone(from)]),
  ]
  const found = await Promise.all(keys.map((key) => subscriptionsUnder(store, key)))
  return [...new Map(found.flat().map((one) => [one.id, one])).values()]
}

/** A relative who follows somebody's home care wants no more of it either. */
const endOfGrants = async (
  { message: { from }, now }: Turn,
  store: EndSubscriptionsParts['store'],
): Promise<readonly RecordWrite[]> =>
  from === undefined ? [] : recordsOfEnd(store, { phone: from }, { why: 'relative', by: 'relative', now })

async function stop(turn: Turn, store: EndSubscriptionsParts['store']): Promise<StageResult> {
  const subscriptions = await subscriptionsOf(turn, store)
  if (subscriptions.length === 0) return goOn(turn)
  const records = [...turn.records, ...endedRecords(subscriptions, 'stopped', turn.now)]
  return endTurn({ ...turn, records }, 'answered-command', ended, ...openQuestion(turn))
}

/** A dialog on top that has a consent of its own hears the words too, and goes on without it. */
async function withdraw(turn: Turn, store: EndSubscriptionsParts['store']): Promise<StageResult> {
  const open = openDialog(turn)
  const own = open && findWithdrawal(open.dialog, open.frame, turn.text)
  const subscriptions = await subscriptionsOf(turn, store)
  const grants = await endOfGrants(turn, store)
  const consents = await consentsOf(turn, subscriptions, store)
  const isNothing = subscriptions.length + consents.length + grants.length === 0
  const isErasure = isErasureWish(turn.text)
  if (isNothing && open !== undefined && !isErasure) return goOn(turn)
  const withdrawn = consents.filter((consent) => own === undefined || !isOf(consent, turn, open))
  const records = [
    ...turn.records,
    ...withdrawn.map((consent) => withdrawal(consent, turn)),
    ...endedRecords(subscriptions, 'consent-withdrawn', turn.now),
    ...grants,
  ]
  const told = subscriptions.length + grants.length === 0 ? [] : [ended]
  const refused = refuseConsents({ ...turn, records }, { sparesTop: own !== undefined })
  const how = isErasure ? [{ kind: 'wording', key: 'erasure.how', values: daysKept(turn) } as const] : []
  if (own !== undefined) return goOn({ ...refused, utterances: [...turn.utterances, ...told, ...how] })
  const key = consents.length === 0 ? 'consent.none' : 'consent.withdrawn'
  const consent: Utterance = { kind: 'wording', key }
  return endTurn(
    refused,
    'answered-command',
    // Who wants to be forgotten did not ask whether there was a consent.
    ...(isErasure && consents.length === 0 ? [] : [consent]),
    ...told,
    ...how,
    ...openQuestion(turn),
  )
}

async function consentsOf(
  { message: { conversationId }, now }: Turn,
  subscriptions: readonly KeptSubscription[],
  store: EndSubscriptionsParts['store'],
): Promise<readonly ConsentRecord[]> {
  const conversations = new Set<string>([
    conversationId,
    ...subscriptions.map(({ conversation }) => conversation),
  ])
  const found = await Promise.all([...conversations].map((one) => standingConsents(store, one, now)))
  return found.flat()
}

/** It was given in the open dialog, where the answer itself becomes a no. */
const isOf = (consent: ConsentRecord, { message }: Turn, open: OpenDialog | undefined): boolean =>
  consent.conversation === message.conversationId &&
  [...(open?.dialog.asks.values() ?? [])].some(
    ({ name, purpose }) => purpose === consent.purpose && open?.frame.answers[name]?.value === true,
  )

function withdrawal(consent: ConsentRecord, { message: { conversationId, id }, now }: Turn): RecordWrite {
  const { conversation, purpose } = consent
  return {
    collection: 'consent',
    id: `${conversationId}/${id}/withdrawn/${conversation}/${purpose}`,
    conversationId: toConversationId(conversation),
    keys: [consentKey(conversation)],
    value: { ...consent, answer: false, at: now.toISOString() },
  }
}

const daysKept = ({ content: { city } }: Turn) => ({ days: String(city.keepDays['conversation'] ?? '') })
