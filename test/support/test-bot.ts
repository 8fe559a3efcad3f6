// The shipped city's bot over a store of the test's choice.
import { assembleBot, type BotParts } from '../../bot/assemble-bot'
import type { Content } from '../../bot/content/content'
import { readContentFiles } from '../../bot/content/content-files'
import type { Bot } from '../../bot/contracts/bot'
import { systemClock, type Clock } from '../../bot/contracts/basics/clock'
import type { ReadSigns } from '../../bot/contracts/talk/danger'
import type { FileShelf } from '../../bot/contracts/store/file-shelf'
import type { RunAction } from '../../bot/contracts/cases/action'
import type { LanguageModel } from '../../bot/contracts/knowledge/language-model'
import type { MakeCode } from '../../bot/contracts/home-care/one-time-code'
import { silentLogger, type Logger } from '../../bot/contracts/basics/logger'
import { noObserver, type TurnObserver } from '../../bot/contracts/talk/observer'
import type { Store } from '../../bot/contracts/store/store'
import { loadForTests } from './load-for-tests'
import { projectRoot } from './project-root'

export { projectRoot }

/** A Tuesday at 02:30 in Sweden; the contact centre is closed. */
export const nightClock: Clock = { now: () => new Date('2026-11-24T01:30:00.000Z') }

let shipped: Promise<Content> | undefined
export function shippedContent(): Promise<Content> {
  shipped ??= readContentFiles(projectRoot).then((files) => loadForTests('shipped', files, nightClock.now()))
  return shipped
}

export interface TestBotOptions {
  readonly clock?: Clock
  /** Instead of the shipped city's; a function where it changes while the bot serves. */
  readonly content?: Content | (() => Content)
  readonly observer?: TurnObserver
  readonly logger?: Logger
  readonly runAction?: RunAction
  readonly makeCode?: MakeCode
  readonly shelf?: Pick<FileShelf, 'keep' | 'hold'>
  readonly model?: LanguageModel
  readonly readSigns?: ReadSigns
  readonly closenessTo?: BotParts['closenessTo']
}

export async function openTestBot(store: Store, options: TestBotOptions = {}): Promise<Bot> {
  const content = options.content ?? (await shippedContent())
  return assembleBot({
    store,
    content: typeof content === 'function' ? content : () => content,
    // Short, so that what a killed process held is free again soon.
    leaseMs: 250,
    clock: options.clock ?? systemClock,
    logger: options.logger ?? silentLogger,
    ...(options.runAction === undefined ? {} : { runAction: options.runAction }),
    ...(options.makeCode === undefined ? {} : { makeCode: options.makeCode }),
    ...(options.model === undefined ? {} : { model: options.model }),
    ...(options.readSigns === undefined ? {} : { readSigns: options.readSigns }),
    ...(options.closenessTo === undefined ? {} : { closenessTo: options.closenessTo }),
    ...(options.shelf === undefined ? {} : { shelf: options.shelf }),
    observer: options.observer ?? noObserver,
  })
}
