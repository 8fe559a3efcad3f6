// The door for Azure Bot Service.
import { createBotConnector } from '../adapters/bot-connector'
import type { Settings } from '../adapters/settings'
import { CityBot } from '../bot/city-bot'
import type { Bot } from '../bot/contracts/bot'
import { systemClock } from '../bot/contracts/clock'
import type { Logger } from '../bot/contracts/logger'
import type { Wing } from './wing'

/** Nothing unless an app id is set; only then is its SDK loaded. */
export async function openConnector(settings: Settings, bot: Bot, logger: Logger): Promise<Wing> {
  if (settings.MICROSOFT_APP_ID === undefined) return {}
  const cityBot = new CityBot(bot, systemClock)
  const router = await createBotConnector({
    appId: settings.MICROSOFT_APP_ID,
    appPassword: settings.MICROSOFT_APP_PASSWORD ?? '',
    appType: settings.MICROSOFT_APP_TYPE,
    ...(settings.MICROSOFT_APP_TENANT_ID === undefined ? {} : { tenantId: settings.MICROSOFT_APP_TENANT_ID }),
    run: (context) => cityBot.run(context),
    logger,
  })
  return { router }
}
