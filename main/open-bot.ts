// The bot with all it asks: the store, the shelf, other systems, a language model, the ear for danger.
import type { OpenAiModel } from '../adapters/openai'
import type { Operations } from '../adapters/operations'
import type { Settings } from '../adapters/settings'
import { assembleBot } from '../bot/assemble-bot'
import type { Content } from '../bot/content'
import type { Bot } from '../bot/contracts/bot'
import { systemClock } from '../bot/contracts/clock'
import type { FileShelf } from '../bot/contracts/file-shelf'
import type { Logger } from '../bot/contracts/logger'
import type { Store } from '../bot/contracts/store'
import type { DangerListener } from '../bot/listen-for-danger'
import { openHttpActions } from './open-other-systems'

interface Inside {
  readonly store: Store
  readonly shelf: FileShelf
  readonly content: () => Content
  readonly danger: DangerListener
  readonly model: OpenAiModel | undefined
  readonly observer: Operations['observer']
  readonly logger: Logger
}

export const openBot = (
  settings: Settings,
  { store, shelf, content, danger, model, observer, logger }: Inside,
): Bot =>
  assembleBot({
    store,
    shelf,
    content,
    clock: systemClock,
    logger,
    observer,
    remoteActions: openHttpActions(settings, content, logger),
    readSigns: danger.readSigns,
    ...(model && { model }),
  })
