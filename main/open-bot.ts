// The bot with all it asks: the store, the shelf, other systems, language models, the ear for danger.
import type { Operations } from '../adapters/operations'
import type { Settings } from '../adapters/settings'
import { assembleBot } from '../bot/assemble-bot'
import type { Content } from '../bot/content/content'
import type { Bot } from '../bot/contracts/bot'
import { systemClock } from '../bot/contracts/basics/clock'
import type { FileShelf } from '../bot/contracts/store/file-shelf'
import type { Logger } from '../bot/contracts/basics/logger'
import type { Store } from '../bot/contracts/store/store'
import type { PassageMeanings } from '../bot/knowledge/meaning/passage-meanings'
import type { DangerListener } from '../bot/stages/emergency/listen-for-danger'
import { openDangerListener } from './open-content'
import { openHttpActions, openModels } from './open-other-systems'

interface Inside {
  readonly store: Store
  readonly shelf: FileShelf
  readonly content: () => Content
  readonly operations: Operations
  readonly logger: Logger
}

export interface OpenBot {
  readonly bot: Bot
  readonly danger: DangerListener
  readonly meanings: PassageMeanings | undefined
  /** What language models have cost today. */
  readonly kronorToday: () => number
}

export async function openBot(
  settings: Settings,
  { store, shelf, content, operations, logger }: Inside,
): Promise<OpenBot> {
  const { model, meanings, kronorToday } = await openModels(settings, content, operations, logger)
  const danger = openDangerListener(settings, content, logger)
  const bot = assembleBot({
    store,
    shelf,
    content,
    clock: systemClock,
    logger,
    observer: operations.observer,
    remoteActions: openHttpActions(settings, content, logger),
    readSigns: danger.readSigns,
    ...(model && { model }),
    ...(meanings && { closenessTo: (question) => meanings.closenessTo(question) }),
  })
  return { bot, danger, meanings, kronorToday }
}
