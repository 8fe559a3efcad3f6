// A process that sends the texts waiting in an outbox and is killed at one exact moment.
// Arguments: store (`sqlite:<file>` or a Redis address), the gateway's address, the moment's number (0: never), and how many
// milliseconds its clock is ahead.
import { createElks } from '../../adapters/sms/elks'
import { steadyMs } from '../../bot/contracts/basics/clock'
import { silentLogger } from '../../bot/contracts/basics/logger'
import { textMessageKind } from '../../bot/contracts/sms/text-message'
import { createOutboxWorker } from '../../bot/outbox/work-outbox'
import { createTextBudget } from '../../bot/sms/text-budget'
import { createSendText, sendWaitingText } from '../../bot/sms/send-text'
import { around, killAtMoment, openStoreAt } from './kill-at-moment'

export async function sendTexts(
  address: string,
  gatewayUrl: string,
  moment: number,
  aheadMs: number,
): Promise<void> {
  const clock = { now: () => new Date(Date.now() + aheadMs) }
  const tried = around('claimOutbox', 'putRecord', 'finishOutbox')
  const store = killAtMoment(openStoreAt(address), moment, tried)
  const gateway = createElks({
    webhookPath: 'unused',
    webhook: { user: 'u', password: 'p' },
    api: { user: 'u', password: 'p' },
    apiUrl: gatewayUrl,
    number: '+46766861000',
    steadyMs,
  })
  const timeZone = 'Europe/Stockholm'
  const sendText = createSendText({
    store,
    senderFor: () => Promise.resolve(gateway),
    city: () => ({ timeZone }),
    mayBeTold: () => Promise.resolve(true),
    budget: createTextBudget({ kronorPerDay: 1_000, kronorPerPart: 1, timeZone: () => timeZone, clock }),
    countries: ['+46'],
    clock,
  })
  const deeds = new Map([[textMessageKind, sendWaitingText(sendText)]])
  await createOutboxWorker({ store, deeds, clock, logger: silentLogger }).workOff()
  await store.close()
}

if (require.main === module) {
  const [address = '', gatewayUrl = '', moment = '0', aheadMs = '0'] = process.argv.slice(2)
  void sendTexts(address, gatewayUrl, Number(moment), Number(aheadMs))
}
