// The doors to what others run: systems that dialogs call, and language models.
import { join } from 'node:path'
import { createHttpActions } from '../adapters/http-actions'
import type { Operations } from '../adapters/operations'
import { readActionSecret, type Settings } from '../adapters/settings'
import type { Content } from '../bot/content/content'
import type { RunAction } from '../bot/contracts/cases/action'
import { steadyMs, systemClock } from '../bot/contracts/basics/clock'
import type { LanguageModel } from '../bot/contracts/knowledge/language-model'
import type { Logger } from '../bot/contracts/basics/logger'
import { toLocalTime } from '../bot/hours/local-time'
import { PassageMeanings } from '../bot/knowledge/meaning/passage-meanings'
import { dataDirectory } from './open-store'

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

export interface Models {
  readonly model?: LanguageModel
  readonly meanings?: PassageMeanings
  /** Spent today, with what running calls may still cost. */
  readonly kronorToday: () => number
}

/** The package is loaded only when a model is named: it takes a fifth of a second and 11 MB. */
export async function openModels(
  settings: Settings,
  content: () => Content,
  { modelCalled, embeddingCalled }: Operations,
  logger: Logger,
): Promise<Models> {
  const { OPENAI_MODEL: model, OPENAI_EMBEDDING_MODEL: embedding } = settings
  if (model === undefined && embedding === undefined) return { kronorToday: () => 0 }
  const { createEmbedder, createModelBudget, createOpenAiModel } = await import('../adapters/openai/index.js')
  const budget = createModelBudget({
    kronor: settings.OPENAI_DAILY_KRONOR,
    today: () => toLocalTime(systemClock.now(), content().city.timeZone).date,
  })
  const { OPENAI_API_KEY: apiKey = '', OPENAI_BASE_URL: baseUrl } = settings
  const shared = { apiKey, baseUrl, budget, steadyMs, logger }
  const prices = { in: settings.OPENAI_KRONOR_IN ?? 0, out: settings.OPENAI_KRONOR_OUT ?? 0 }
  const openMeanings = (name: string): PassageMeanings => {
    const kronorIn = settings.OPENAI_EMBEDDING_KRONOR ?? 0
    const embedder = createEmbedder({ ...shared, model: name, kronorIn, called: embeddingCalled })
    const cacheDirectory = join(dataDirectory(settings), 'cache', 'embeddings')
    return new PassageMeanings({ embedder, content, cacheDirectory, logger })
  }
  return {
    ...(model !== undefined && {
      model: createOpenAiModel({ ...shared, model, prices, called: modelCalled }),
    }),
    ...(embedding !== undefined && { meanings: openMeanings(embedding) }),
    kronorToday: () => budget.kronorToday(),
  }
}
