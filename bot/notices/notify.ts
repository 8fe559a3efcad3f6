// Something happened in another system: everyone who subscribed to it, and may still be told, gets an entry in the outbox.
import type { City } from '../contracts/city/city'
import type { Clock } from '../contracts/basics/clock'
import { dayMs } from '../contracts/basics/durations'
import type { Logger } from '../contracts/basics/logger'
import type { Store } from '../contracts/store/store'
import { textMessageEntry, type TextMessage } from '../contracts/sms/text-message'
import type { Value } from '../contracts/talk/value'
import type { Dialog } from '../dialog/model/model'
import { dataFault } from './event-data'
import { restsOnConsent } from './may-still-be-sent'
import { subscriberKeys, subscriptionsUnder, type KeptSubscription } from './subscription'
import { toldRecord } from './told'
import { dueAt, noticeText } from './word-notice'

export interface NoticeEvent {
  /** The other system's own; the same for a repeat, which tells nobody twice. */
  readonly id: string
  /** Name of a notice, which is the topic of its subscriptions. */
  readonly name: string
  readonly person: string
  readonly data: Readonly<Record<string, Value>>
}

export type Told =
  | {
      readonly kind: 'enqueued' | 'repeated'
      readonly subscription: string
      readonly message: TextMessage
      readonly dueAt: Date
    }
  /** `no-consent`: it does not stand any more. `no-notice`: the dialog was changed and tells nothing of this event now. */
  | { readonly kind: 'left-out'; readonly subscription: string; readonly why: 'no-consent' | 'no-notice' }

export type Notified =
  /** Nobody is told anything: no dialog knows the event, or it brings something else than was agreed. */
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'notified'; readonly told: readonly Told[] }

export interface NotifyParts {
  readonly store: Pick<Store, 'record' | 'recordsUnder' | 'putRecord' | 'enqueue'>
  readonly content: () => { readonly dialogs: ReadonlyMap<string, Dialog>; readonly city: City }
  readonly clock: Clock
  readonly logger: Logger
}

/** Later than this the news is none. */
const usefulMs = dayMs

/** Safe to repeat. Rejects only when the store does. */
export const createNotify =
  ({ store, content, clock, logger }: NotifyParts) =>
  async (event: NoticeEvent): Promise<Notified> => {
    const { dialogs, city } = content()
    const faults = [...dialogs.values()].flatMap(({ notices }) => {
      const notice = notices.get(event.name)
      return notice === undefined || notice.grant !== undefined ? [] : [dataFault(notice, event.data)]
    })
    const why =
      faults.length === 0 ? 'no dialog has a notice for it' : faults.find((fault) => fault !== undefined)
    if (why !== undefined) {
      logger.warn({ event: event.name, why }, 'an event was refused')
      return { kind: 'refused', why }
    }
    const now = clock.now()
    const subscriptions = await subscriptionsUnder(store, subscriberKeys.of(event.name, event.person))
    const told: Told[] = []
    for (const subscription of subscriptions)
      told.push(
        await tell(event, subscription, { store, dialog: dialogs.get(subscription.dialog), city, now }),
      )
    const count = (kind: Told['kind']) => told.filter((one) => one.kind === kind).length
    const counts = { enqueued: count('enqueued'), repeated: count('repeated'), leftOut: count('left-out') }
    logger.info({ event: event.name, ...counts }, 'an event was told to its subscribers')
    return { kind: 'notified', told }
  }

interface Around {
  readonly store: NotifyParts['store']
  readonly dialog: Dialog | undefined
  readonly city: City
  readonly now: Date
}

async function tell(
  event: NoticeEvent,
  subscription: KeptSubscription,
  { store, dialog, city, now }: Around,
): Promise<Told> {
  const leftOut = { kind: 'left-out', subscription: subscription.id } as const
  const notice = dialog?.notices.get(event.name)
  if (dialog === undefined || notice === undefined) return { ...leftOut, why: 'no-notice' }
  if (!(await restsOnConsent(store, subscription, now))) return { ...leftOut, why: 'no-consent' }
  const telling = { dialog, notice, subscription, data: event.data, city, now }
  const due = dueAt(telling)
  const message: TextMessage = {
    to: subscription.phone,
    text: noticeText(telling),
    notAfter: new Date(due.getTime() + usefulMs).toISOString(),
    subscription: subscription.id,
  }
  const kind = await store.enqueue(
    textMessageEntry(`notice/${event.name}/${event.id}/${subscription.id}`, due, message),
  )
  if (kind === 'enqueued') await store.putRecord(await toldRecord(store, subscription, { now, due }))
  return { kind, subscription: subscription.id, message, dueAt: due }
}
