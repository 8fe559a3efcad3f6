// What a subscription and its notices must be: a number shown to be the resident's, a consent to lean on, a way to stop.
import { words } from '../../model/finding'
import type { AskStep, Dialog, DoStep } from '../../model/model'
import { subscribeSteps, topicOf } from '../../model/subscribe-steps'
import { flatten } from '../../model/step-tree'
import type { DialogReading } from '../names/dialog-reading'
import type { ReadNotice } from '../actions/read-notices'
import type { SpokenText } from '../names/spoken-texts'

/** D038 for subscriptions, D044 for a notice without any, T012 and T004 for texts. */
export function checkNotices(
  dialog: Pick<Dialog, 'steps' | 'asks' | 'sensitive'>,
  notices: ReadonlyMap<string, ReadNotice>,
  reading: DialogReading,
): void {
  const subscribing = subscribeSteps(dialog)
  for (const step of subscribing) checkSubscription(step, dialog, reading)
  const topics = subscribing.map(topicOf)
  const isMisspelt = topics.some((topic) => topic === undefined || !notices.has(topic))
  for (const { notice } of notices.values()) {
    const isSubscribed = notice.grant !== undefined || topics.includes(notice.event)
    if (!isMisspelt && !isSubscribed) reportUnsubscribed(notice, reading)
    checkTexts(notice, dialog.sensitive, reading)
  }
}

/** The texts of notices as texts that are sent by SMS, with the names that each of them knows. */
export const noticeTexts = (notices: ReadonlyMap<string, ReadNotice>): readonly SpokenText[] =>
  [...notices.values()].map(({ notice, names, asks }) => ({
    step: notice,
    texts: notice.text,
    isQuestion: false,
    isWebOnly: false,
    names,
    asks,
  }))

function checkSubscription(
  step: DoStep,
  { steps, asks }: Pick<Dialog, 'steps' | 'asks'>,
  { report }: DialogReading,
): void {
  const hasConsent = [...asks.values()].some(({ types }) => types.includes('consent'))
  if (!hasConsent)
    report.fault(
      'D038',
      step.place,
      words(
        'en prenumeration sparas utan att någon har frågats om samtycke',
        'a subscription is kept without anyone having been asked for consent',
        'Lägg en fråga med type: consent först i dialogen.',
        'Put a question with type: consent first in the dialog.',
      ),
    )
  if (isProven(step, { steps, asks })) return
  report.fault(
    'D038',
    step.place,
    words(
      'meddelanden skickas med sms, men ingen kod har visat att numret är invånarens',
      "notices are sent by SMS, but no code has shown that the number is the resident's",
      'Hämta numret med call: verify_phone, eller fråga efter en kod till det.',
      'Get the number by call: verify_phone, or ask for a code sent to it.',
    ),
  )
}

/** The number comes from another dialog, whose own affair it is, or a code was sent to it here. */
function isProven(step: DoStep, { steps, asks }: Pick<Dialog, 'steps' | 'asks'>): boolean {
  const phone = step.with.find(({ name }) => name === 'phone')?.expression
  if (phone?.kind !== 'name') return false
  const isGiven = flatten(steps).some(
    (one) => one.kind === 'call' && one.gives.some(({ as }) => as === phone.name),
  )
  const isSentTo = ({ to, name }: AskStep): boolean =>
    to !== undefined && (name === phone.name || (to.kind === 'name' && to.name === phone.name))
  return isGiven || [...asks.values()].some(isSentTo)
}

const reportUnsubscribed = ({ event, place }: ReadNotice['notice'], { report }: DialogReading): void =>
  report.fault(
    'D044',
    place,
    words(
      `"${event}" skickas aldrig: ingen kan prenumerera på det`,
      `"${event}" is never sent: nobody can subscribe to it`,
      `Lägg till do: subscribe med topic: ${event}, eller ta bort det.`,
      `Add do: subscribe with topic: ${event}, or remove it.`,
    ),
  )

function checkTexts(
  { text }: ReadNotice['notice'],
  sensitive: boolean,
  { texts, report }: DialogReading,
): void {
  for (const { text: written } of texts.entries.get(text.id)?.written.values() ?? []) {
    if (written.damaged) continue
    if (!/\bSTOPP?\b/.test(written.text))
      report.fault(
        'T012',
        written.place(0, written.text.length),
        words(
          'meddelandet säger inte hur man slutar få det',
          'the notice does not say how to stop getting it',
          'Skriv till exempel: Avsluta med STOPP.',
          'Write for example: End with STOPP.',
        ),
      )
    const at = sensitive ? written.text.indexOf('{person}') : -1
    if (at !== -1)
      report.fault(
        'T004',
        written.place(at, at + '{person}'.length),
        words(
          '{person} säger vem det gäller till alla som ser sms:et',
          '{person} tells everybody who sees the SMS whom it is about',
          'Fråga efter ett namn som bara invånaren förstår, och visa det i stället.',
          'Ask for a name that only the resident understands, and show that instead.',
        ),
      )
  }
}
