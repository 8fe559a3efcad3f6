// Joins the core's rooms into a bot: what main.ts and the command line tools both start from.
import type { RunAction } from './contracts/cases/action'
import type { Bot } from './contracts/bot'
import type { Clock } from './contracts/basics/clock'
import type { ReadSigns } from './contracts/talk/danger'
import { noShelf, type FileShelf } from './contracts/store/file-shelf'
import { findReply } from './contracts/store/find-reply'
import type { MakeCode } from './contracts/home-care/one-time-code'
import type { LanguageModel } from './contracts/knowledge/language-model'
import type { Logger } from './contracts/basics/logger'
import type { TurnObserver } from './contracts/talk/observer'
import type { Store } from './contracts/store/store'
import { createBuiltInActions } from './actions/built-in-actions'
import { createAnswerWithModel } from './answering/answer-with-model'
import { createActions } from './actions/run-actions'
import { maskInCity } from './privacy/mask-in-city'
import { limitCodes } from './one-time-code/limit-codes'
import { maskAtDoor } from './stages/privacy/mask-at-door'
import { randomCode } from './one-time-code/random-code'
import type { Content } from './content/content'
import { findLikelyPassages } from './stages/knowledge/find-likely-passages'
import { createBot } from './handle-message'
import { createRunTurn } from './run-turn'
import { createStages } from './stages'
import type { SearchByMeaningParts } from './stages/knowledge/search-by-meaning'

export interface BotParts {
  readonly store: Store
  readonly content: () => Content
  readonly clock: Clock
  readonly logger: Logger
  readonly observer: TurnObserver
  /** Replaces the built-in actions; conversation tests hand in what their `given` says. */
  readonly runAction?: RunAction
  /** Sends the actions that are requests to other systems. */
  readonly remoteActions?: RunAction
  /** Replaces chance; tests hand in digits that they know. */
  readonly makeCode?: MakeCode
  /** Where what residents send is kept; without one nothing sent is taken. */
  readonly shelf?: Pick<FileShelf, 'keep' | 'hold'>
  /** Without one the bot answers by itself alone. */
  readonly model?: LanguageModel
  /** Without it passages are searched by words alone. */
  readonly closenessTo?: SearchByMeaningParts['closenessTo']
  /** Without it no signs of danger are listened for, only phrases. */
  readonly readSigns?: ReadSigns
  readonly leaseMs?: number
}

export function assembleBot(parts: BotParts): Bot {
  const { store, content, clock, logger, observer, shelf = noShelf } = parts
  const runAction =
    parts.runAction ??
    createActions({
      builtIn: createBuiltInActions({ store, city: () => content().city, places: () => content().places }),
      remote: parts.remoteActions,
      actions: () => content().actions,
      store,
    })
  const runTurn = createRunTurn({
    store,
    content,
    stages: createStages({
      runAction,
      makeCode: parts.makeCode ?? randomCode,
      maySendCode: limitCodes(store),
      logger,
      shelf,
      store,
      answerWithModel: parts.model && createAnswerWithModel(parts.model),
      findPassages: findLikelyPassages,
      closenessTo: parts.closenessTo,
      readSigns: parts.readSigns,
      mask: (text) => maskInCity(content().city, clock.now())(text).text,
      findReply: (conversationId, replyId) => findReply(store, conversationId, replyId),
    }),
    clock,
    logger,
    observer,
    shelf,
  })
  return createBot({
    store,
    runTurn,
    maskAtDoor: maskAtDoor({ store, content, clock }),
    logger,
    ...(parts.leaseMs === undefined ? {} : { leaseMs: parts.leaseMs }),
  })
}
