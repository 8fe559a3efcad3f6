// The words of a notice for one subscriber, and when they may be disturbed with them.
import type { City } from '../contracts/city/city'
import { noMask } from '../contracts/talk/personal-data'
import type { Value } from '../contracts/talk/value'
import { holds } from '../dialog/condition/evaluate'
import { isInsideCity } from '../dialog/words/inside-city'
import { formatMessage } from '../dialog/texts/message-text'
import type { Dialog, Notice } from '../dialog/model/model'
import { showPhone } from '../dialog/words/read-phone'
import { showMoney } from '../dialog/showing/show-money'
import { showNamed, showTime, showValue, type ShownValue } from '../dialog/showing/show-value'
import { subscribeSteps, topicOf } from '../dialog/model/subscribe-steps'
import type { WalkEnvironment } from '../dialog/model/walk-environment'
import { toLocalTime } from '../hours/local-time'
import { afterQuiet } from '../hours/quiet-time'
import type { KeptSubscription } from './subscription'

export interface Telling {
  readonly dialog: Dialog
  readonly notice: Notice
  /** Whom it goes to: what their texts may show, and in which language. */
  readonly subscription: Pick<KeptSubscription, 'kept' | 'language' | 'conversation'>
  readonly data: Readonly<Record<string, Value>>
  readonly city: City
  readonly now: Date
}

const environmentOf = ({ subscription, city, now }: Telling): WalkEnvironment => ({
  now,
  today: toLocalTime(now, city.timeZone).date,
  language: subscription.language,
  channel: 'sms',
  city,
  conversationId: subscription.conversation,
  // What goes into a notice is an answer already.
  mask: noMask,
})

/** In the language that was spoken when they subscribed. */
export function noticeText(telling: Telling): string {
  const { notice, subscription, data, city } = telling
  const environment = environmentOf(telling)
  const shown = {
    ...mapValues(subscription.kept, (value, name) => showKept(telling, name, value, environment)),
    ...mapValues(data, (value, name) => showGiven(notice.gives.get(name), value, environment)),
    phone: city.phone,
    city: city.name,
  }
  return formatMessage(notice.text, subscription.language, 'sms', shown).text
}

/** What a subscription keeps shows as the answer that it was in the dialog. */
function showKept(
  { dialog, notice }: Telling,
  name: string,
  value: Value,
  environment: WalkEnvironment,
): ShownValue {
  const source = subscribeSteps(dialog)
    .filter((step) => topicOf(step) === notice.event)
    .flatMap((step) => step.with.filter((input) => input.name === name))
    .map(({ expression }) => expression)
    .find((expression) => expression.kind === 'name')
  return source?.kind === 'name'
    ? showNamed(dialog, source.name, value, environment)
    : showValue(value, environment)
}

function showGiven(type: string | undefined, value: Value, environment: WalkEnvironment): ShownValue {
  if (type === 'time' && typeof value === 'string') return showTime(value, environment.language)
  if (type === 'money' && typeof value === 'number') return showMoney(value, environment.language)
  if (type === 'phone' && typeof value === 'string') return showPhone(value)
  return showValue(value, environment)
}

const mapValues = (
  values: Readonly<Record<string, Value>>,
  show: (value: Value, name: string) => ShownValue,
): Readonly<Record<string, ShownValue>> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, show(value, name)]))

export function dueAt(telling: Telling): Date {
  const { notice, subscription, data, city, now } = telling
  const { time = city.quiet, unless } = notice.quiet ?? {}
  const known: Readonly<Record<string, Value>> = { ...subscription.kept, ...data }
  const isLifted =
    unless !== undefined &&
    holds(unless, {
      value: (name) => (Object.hasOwn(known, name) ? known[name] : undefined),
      today: toLocalTime(now, city.timeZone).date,
      channel: 'sms',
      isInside: (address) => isInsideCity(address, city),
    })
  return time === undefined || isLifted ? now : afterQuiet(now, time, city.timeZone)
}
