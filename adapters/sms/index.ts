// The door for texts: gateways behind one small contract, and the router that they call.
import type { Router } from 'express'
import { createSmsRouter } from './routes'
import type { SmsOptions } from './sms-options'

export { createElks, type ElksOptions } from './elks'
export type { SmsGateway } from './gateway'
export { createSimulator, type Simulator } from './simulator/gateway'
export { createSimulatorRouter } from './simulator/routes'
export { createTwilio, type TwilioOptions } from './twilio'
export { silentReasons, type SilentReason, type SmsOptions } from './sms-options'

export const createSms = (options: SmsOptions): Router => createSmsRouter(options)
