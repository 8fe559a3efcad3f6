// Bot Framework's bot around ours, for every door that speaks Bot Framework.
import type { TurnContext } from 'botbuilder-core'
import type { Bot } from '../bot/contracts/bot'
import { systemClock } from '../bot/contracts/basics/clock'
import { whenFirstAsked } from '../bot/contracts/basics/when-first-asked'

/** Bot Framework takes a quarter of a second to load, which no page waits for. */
export function openCityBot(bot: Bot): (context: TurnContext) => Promise<void> {
  const cityBot = whenFirstAsked(
    async () => new (await import('../bot/city-bot.js')).CityBot(bot, systemClock),
  )
  return async (context) => (await cityBot()).run(context)
}
