// A cry for help in a text that the store could not keep: the advice goes at once, past the store, and the gateway is asked for
// the text again as for any other.
import { isUnsent } from '../../bot/contracts/sms/sms-gateway'
import type { InboundSms, SmsGateway } from './gateway'
import { isOfCountry, numbersOf } from './phone-number'
import type { SmsOptions } from './sms-options'

/** Gateways bring a text again for hours; who was told once is not told each time. */
const mostRemembered = 1_000

/** Told of a text that could not be kept. Never rejects: what fails here has failed already. */
export function createAdviseUnkept({ advise, countries, budget, logger }: SmsOptions) {
  const told = new Set<string>()
  return async (gateway: SmsGateway, sms: InboundSms): Promise<void> => {
    const numbers = numbersOf(sms)
    const text = advise?.(sms.text)?.text
    const id = `${gateway.name}/${sms.id}`
    if (numbers === undefined || text === undefined || told.has(id)) return
    if (!isOfCountry(numbers.theirs, countries)) return
    if (told.size >= mostRemembered) told.clear()
    told.add(id)
    budget.spendAnyway(id, text)
    const result = await gateway.send({ to: numbers.theirs, from: numbers.ours, text })
    if (result.kind === 'sent') return
    if (isUnsent(result)) budget.giveBack(id)
    told.delete(id)
    logger.error({ gateway: gateway.name, kind: result.kind }, 'advice to somebody in danger was not sent')
  }
}
