// The real door for texts over HTTP, with the shipped city's bot behind it.
import express from 'express'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createSms, type SmsGateway, type SmsOptions } from '../../adapters/sms'
import { CityBot } from '../../bot/city-bot'
import { advise } from '../../bot/emergency/advise'
import { ConversationQueue } from '../../bot/conversation-queue'
import type { Bot } from '../../bot/contracts/bot'
import type { Clock } from '../../bot/contracts/basics/clock'
import type { ReadSigns } from '../../bot/contracts/talk/danger'
import type { FileShelf } from '../../bot/contracts/store/file-shelf'
import { toConversationId } from '../../bot/contracts/talk/ids'
import { silentLogger, type Logger } from '../../bot/contracts/basics/logger'
import type { Store } from '../../bot/contracts/store/store'
import { keyedHash } from '../../bot/privacy/keyed-hash'
import { createTextBudget } from '../../bot/sms/text-budget'
import { reportRecords } from '../../bot/sms/delivery-reports'
import { smsParts } from '../../bot/text/sms-parts'
import { openTestBot } from './test-bot'

export interface SmsDoorOptions extends Partial<Pick<SmsOptions, 'replyDeadlineMs' | 'countries' | 'heard'>> {
  readonly shelf?: FileShelf
  readonly gateways: readonly SmsGateway[]
  readonly clock: Clock
  readonly logger?: Logger
  /** Stands between the door and the bot. */
  readonly around?: (bot: Bot) => Bot
  readonly kronorPerDay?: number
  readonly readSigns?: ReadSigns
}

export async function openSmsDoor(store: Store, options: SmsDoorOptions) {
  const { gateways, clock, logger = silentLogger, around = (bot: Bot) => bot } = options
  const bot = around(
    await openTestBot(store, {
      clock,
      logger,
      ...(options.shelf && { shelf: options.shelf }),
      ...(options.readSigns && { readSigns: options.readSigns }),
    }),
  )
  const cityBot = new CityBot(bot, clock)
  const queue = new ConversationQueue()
  const silent: string[] = []
  const budget = createTextBudget({
    kronorPerDay: options.kronorPerDay ?? 1_000,
    kronorPerPart: 0.35,
    timeZone: () => 'Europe/Stockholm',
    clock,
  })
  const nameOf = async (ours: string, theirs: string) =>
    toConversationId(`sms:${ours}:${await keyedHash(store, theirs)}`)
  const router = createSms({
    gateways,
    bot,
    run: (context) => cityBot.run(context),
    store,
    shelf: options.shelf ?? {
      take: () => Promise.resolve({ kind: 'refused', why: 'wrong-type' }),
      discard: () => Promise.resolve(),
    },
    ...(options.heard && { heard: options.heard }),
    nameConversation: nameOf,
    advise: (text) => advise(text, 'sms'),
    inOrder: (key, work) => queue.run(key, work),
    toReportRecords: (...reported) => reportRecords(store, ...reported),
    budget: {
      spend: (textId, text) => budget.spend(textId, smsParts(text).parts),
      spendAnyway: (textId, text) => {
        budget.spendAnyway(textId, smsParts(text).parts)
      },
      giveBack: (textId) => {
        budget.giveBack(textId)
      },
    },
    countries: options.countries ?? ['+46', '+47'],
    clock,
    logger,
    silent: (gateway, why) => silent.push(`${gateway} ${why}`),
    ...(options.replyDeadlineMs !== undefined && { replyDeadlineMs: options.replyDeadlineMs }),
  })
  const app = express()
  app.set('trust proxy', 1)
  app.use(router)
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    silent,
    nameOf,
    /** What gateways have reported of their texts, in the order of their names: `report/<gateway>/<id>/<state>`. */
    reports: async () => {
      const kept = await store.records('sent-text', { limit: 99 })
      return kept.flatMap(({ id }) => (id.startsWith('report/') ? [id] : [])).sort()
    },
    kronorToday: () => budget.kronorToday(),
    bot,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}
