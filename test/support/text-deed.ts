// The deed that sends texts, with a gateway of the test's own and money enough.
import type { City } from '../../bot/contracts/city/city'
import type { Clock } from '../../bot/contracts/basics/clock'
import type { DoEntry } from '../../bot/contracts/store/outbox-work'
import type { SendResult } from '../../bot/contracts/sms/sms-gateway'
import type { Store } from '../../bot/contracts/store/store'
import type { TextMessage } from '../../bot/contracts/sms/text-message'
import { createTextBudget } from '../../bot/sms/text-budget'
import { createSendText, sendWaitingText } from '../../bot/sms/send-text'

export function textDeed(
  store: Store,
  { city, clock }: { readonly city: City; readonly clock: Clock },
  gateway: (message: TextMessage) => SendResult,
): DoEntry {
  const timeZone = () => city.timeZone
  const sender = {
    name: 'test',
    // What the outbox holds is handed on whole.
    send: (message: object) => Promise.resolve(gateway(message as TextMessage)),
  }
  const sendText = createSendText({
    ...{ store, city: () => city, countries: ['+46'], clock },
    senderFor: () => Promise.resolve(sender),
    mayBeTold: () => Promise.resolve(true),
    budget: createTextBudget({ kronorPerDay: 1_000, kronorPerPart: 1, timeZone, clock }),
  })
  return sendWaitingText(sendText)
}
