// The door for texts, the gateways that are configured, and the deed that sends what waits in the outbox.
import { join } from 'node:path'
import { Router } from 'express'
import type { Operations } from '../adapters/operations'
import { hasGateway, type Settings } from '../adapters/settings'
import {
  createElks,
  createSimulator,
  createSimulatorRouter,
  createSms,
  createTwilio,
  type Simulator,
  type SmsGateway,
} from '../adapters/sms'
import type { Content } from '../bot/content/content'
import { ConversationQueue } from '../bot/conversation-queue'
import type { Bot } from '../bot/contracts/bot'
import { steadyMs, systemClock } from '../bot/contracts/basics/clock'
import type { FileShelf } from '../bot/contracts/store/file-shelf'
import type { Logger } from '../bot/contracts/basics/logger'
import type { Store } from '../bot/contracts/store/store'
import { textMessageKind } from '../bot/contracts/sms/text-message'
import { advise } from '../bot/emergency/advise'
import { mayBeTold } from '../bot/home-care/may-be-told'
import { smsConversation } from '../bot/retention/resident-data'
import { mayStillBeSent } from '../bot/notices/may-still-be-sent'
import { createTextBudget, type TextBudget } from '../bot/sms/text-budget'
import { reportRecords } from '../bot/sms/delivery-reports'
import type { SendText } from '../bot/contracts/sms/send-text'
import { createOurNumbers } from '../bot/sms/our-numbers'
import { createSendText, sendWaitingText } from '../bot/sms/send-text'
import { smsParts } from '../bot/text/sms-parts'
import { openCityBot } from './open-city-bot'
import { onlyHere } from './only-here'
import { projectRoot } from './project-root'
import type { Wing } from './wing'

interface Inside {
  readonly store: Store
  readonly bot: Bot
  readonly shelf: FileShelf
  readonly content: () => Content
  readonly silent: Operations['textSilent']
  readonly logger: Logger
}

/** The number that phones on the simulator's page write to; no such number exists in Sweden. */
export const simulatedNumber = '+46700000000'

const partsOf = (text: string): number => smsParts(text).parts

export interface SmsWing extends Wing {
  readonly sendText: SendText
}

export function openSms(settings: Settings, { store, bot, shelf, content, silent, logger }: Inside): SmsWing {
  const simulator = openSimulator(settings)
  const gateways = openGateways(settings, simulator)
  const budget = openBudget(settings, content)
  const numbers = createOurNumbers({
    store,
    gateways,
    configured: configuredNumbers(settings),
    clock: systemClock,
  })
  const queue = new ConversationQueue()
  const router = createSms({
    gateways,
    bot,
    run: openCityBot(bot),
    store,
    shelf,
    heard: numbers.heard,
    advise: (text) => advise(text, 'sms'),
    nameConversation: (ours, theirs) => smsConversation(store, ours, theirs),
    inOrder: (key, work) => queue.run(key, work),
    toReportRecords: (...reported) => reportRecords(store, ...reported),
    budget: {
      spend: (textId, text) => budget.spend(textId, partsOf(text)),
      spendAnyway: (textId, text) => {
        budget.spendAnyway(textId, partsOf(text))
      },
      giveBack: (textId) => {
        budget.giveBack(textId)
      },
    },
    countries: settings.SMS_COUNTRIES,
    clock: systemClock,
    logger,
    silent,
  })
  const sendText = createSendText({
    store,
    senderFor: numbers.senderFor,
    city: () => content().city,
    mayBeTold: async ({ subscription, grant }, now) =>
      (subscription === undefined || (await mayStillBeSent(store, subscription, now)) === 'yes') &&
      (grant === undefined || (await mayBeTold(store, grant, undefined, now)) === 'yes'),
    budget,
    countries: settings.SMS_COUNTRIES,
    clock: systemClock,
  })
  const page = simulator === undefined ? [] : [openSimulatorPage(settings, simulator)]
  return {
    router: Router().use(...page, router),
    deeds: new Map([[textMessageKind, sendWaitingText(sendText)]]),
    sendText,
  }
}

/** Never beside a real gateway, and never in production: whoever opens the page can write as any number. */
export function openSimulator(settings: Settings): Simulator | undefined {
  const isOn =
    settings.SMS_SIMULATOR === 'on' || (settings.SMS_SIMULATOR === undefined && !isBehindProxy(settings))
  if (!isOn || hasGateway(settings) || process.env['NODE_ENV'] === 'production') return undefined
  return createSimulator({
    ours: simulatedNumber,
    nowIso: () => systemClock.now().toISOString(),
    ...(settings.SMS_SIMULATOR !== 'on' && { mayEnter: onlyHere }),
  })
}

/** Then everybody comes from this machine, as far as the server can see. */
const isBehindProxy = ({ PUBLIC_URL, TRUST_PROXY }: Settings): boolean =>
  PUBLIC_URL !== undefined || TRUST_PROXY > 0

const openSimulatorPage = ({ SMS_PART_KRONOR }: Settings, simulator: Simulator): Router =>
  createSimulatorRouter({
    simulator,
    pageDirectory: join(projectRoot, 'dist', 'simulator'),
    priceOf: (text) => {
      const { parts, encoding } = smsParts(text)
      return { parts, encoding, kronor: parts * SMS_PART_KRONOR }
    },
  })

const openBudget = (settings: Settings, content: () => Content): TextBudget =>
  createTextBudget({
    kronorPerDay: settings.SMS_DAILY_KRONOR,
    kronorPerPart: settings.SMS_PART_KRONOR,
    timeZone: () => content().city.timeZone,
    clock: systemClock,
  })

function openGateways(settings: Settings, simulator: Simulator | undefined): readonly SmsGateway[] {
  const elks = openElks(settings)
  const twilio = openTwilio(settings)
  return [elks, twilio, simulator?.gateway].filter((gateway) => gateway !== undefined)
}

function openElks(settings: Settings): SmsGateway | undefined {
  const {
    ELKS_WEBHOOK_PATH: webhookPath,
    ELKS_WEBHOOK_USER: user = '',
    ELKS_WEBHOOK_PASSWORD: password = '',
    ELKS_API_USERNAME: apiUser,
    ELKS_API_PASSWORD: apiPassword = '',
    ELKS_NUMBER: number,
    PUBLIC_URL: publicUrl,
  } = settings
  if (webhookPath === undefined) return undefined
  return createElks({
    webhookPath,
    webhook: { user, password },
    apiUrl: settings.ELKS_API_URL,
    steadyMs,
    ...(apiUser !== undefined && { api: { user: apiUser, password: apiPassword } }),
    ...(number !== undefined && { number }),
    ...(publicUrl !== undefined && { reportUrl: reportUrl(publicUrl, webhookPath, { user, password }) }),
  })
}

/** 46elks shows who it is by the user and password that stand in the address it was given. */
function reportUrl(
  publicUrl: string,
  webhookPath: string,
  { user, password }: { readonly user: string; readonly password: string },
): string {
  const url = new URL(`${publicUrl}/sms/elks/${webhookPath}/status`)
  url.username = encodeURIComponent(user)
  url.password = encodeURIComponent(password)
  return url.href
}

function openTwilio(settings: Settings): SmsGateway | undefined {
  const {
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: authToken = '',
    TWILIO_AUTH_TOKEN_SECONDARY: authTokenSecondary,
    TWILIO_NUMBER: number,
    PUBLIC_URL: publicUrl = '',
  } = settings
  if (accountSid === undefined) return undefined
  return createTwilio({
    accountSid,
    authToken,
    publicUrl,
    apiUrl: settings.TWILIO_API_URL,
    ...(authTokenSecondary !== undefined && { authTokenSecondary }),
    ...(number !== undefined && { number }),
  })
}

function configuredNumbers({ ELKS_NUMBER, TWILIO_NUMBER }: Settings): ReadonlyMap<string, string> {
  const numbers: readonly (readonly [string | undefined, string])[] = [
    [ELKS_NUMBER, 'elks'],
    [TWILIO_NUMBER, 'twilio'],
  ]
  return new Map(numbers.flatMap(([number, gateway]) => (number === undefined ? [] : [[number, gateway]])))
}
