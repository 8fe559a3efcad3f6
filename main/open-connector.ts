// The door for Azure Bot Service.
import { createBotConnector } from '../adapters/bot-connector'
import type { Settings } from '../adapters/settings'
import type { Bot } from '../bot/contracts/bot'
import type { Logger } from '../bot/contracts/basics/logger'
import { openCityBot } from './open-city-bot'
import type { Wing } from './wing'

/** Nothing unless an app id is set; only then is its SDK loaded. */
export async function openConnector(settings: Settings, bot: Bot, logger: Logger): Promise<Wing> {
  if (settings.MICROSOFT_APP_ID === undefined) return {}
  const router = await createBotConnector({
    appId: settings.MICROSOFT_APP_ID,
    appPassword: settings.MICROSOFT_APP_PASSWORD ?? '',
    appType: settings.MICROSOFT_APP_TYPE,
    ...(settings.MICROSOFT_APP_TENANT_ID === undefined ? {} : { tenantId: settings.MICROSOFT_APP_TENANT_ID }),
    run: openCityBot(bot),
    logger,
  })
  return { router }
}
