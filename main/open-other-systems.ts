// The doors to what others run: systems that dialogs call, and a language model.
import { createHttpActions } from '../adapters/http-actions'
import type { OpenAiModel } from '../adapters/openai'
import type { Operations } from '../adapters/operations'
import { readActionSecret, type Settings } from '../adapters/settings'
import type { Content } from '../bot/content'
import type { RunAction } from '../bot/contracts/action'
import { systemClock } from '../bot/contracts/clock'
import type { Logger } from '../bot/contracts/logger'
import { toLocalTime } from '../bot/hours/local-time'

export function openHttpActions(settings: Settings, content: () => Content, logger: Logger): RunAction {
  return createHttpActions({
    find: (name) => {
      const action = content().actions.get(name)
      return action?.http === undefined ? undefined : { ...action, http: action.http }
    },
    hosts: settings.ACTION_HOSTS,
    secret: readActionSecret,
    logger,
  })
}

/** The package is loaded only when a model is named: it takes a fifth of a second and 11 MB. */
export async function openModel(
  settings: Settings,
  content: () => Content,
  called: Operations['modelCalled'],
  logger: Logger,
): Promise<OpenAiModel | undefined> {
  const { OPENAI_MODEL: model, OPENAI_API_KEY: apiKey = '' } = settings
  if (model === undefined) return undefined
  const { createOpenAiModel } = await import('../adapters/openai/index.js')
  return createOpenAiModel({
    apiKey,
    model,
    baseUrl: settings.OPENAI_BASE_URL,
    prices: { in: settings.OPENAI_KRONOR_IN ?? 0, out: settings.OPENAI_KRONOR_OUT ?? 0 },
    kronorPerDay: settings.OPENAI_DAILY_KRONOR,
    today: () => toLocalTime(systemClock.now(), content().city.timeZone).date,
    clock: systemClock,
    logger,
    called,
  })
}
