// Talks that go on elsewhere: with a department's people, or on another channel.
import { createHandOffRoutes } from '../adapters/hand-off'
import type { Operations } from '../adapters/operations'
import { readDeskSecret } from '../adapters/settings'
import { numbersSeenBy } from '../bot/cases/read-case'
import type { Bot } from '../bot/contracts/bot'
import type { City } from '../bot/contracts/city/city'
import { systemClock as clock } from '../bot/contracts/basics/clock'
import { callBackEntryKind } from '../bot/contracts/cases/desk-note'
import type { FileShelf } from '../bot/contracts/store/file-shelf'
import type { Logger } from '../bot/contracts/basics/logger'
import type { Store } from '../bot/contracts/store/store'
import { markCallBackDone, seeCallBack } from '../bot/desk-notes/see-call-backs'
import { closeTalk, closeTalkKind } from '../bot/hand-off/close-talk'
import { forgetGiven, forgetGivenKind } from '../bot/hand-off/forget-given'
import { createHandOffDesk } from '../bot/hand-off/hand-off-desk'
import { tellMoved, tellMovedKind } from '../bot/resume/tell-moved'
import type { Wing } from './wing'

interface Inside {
  readonly store: Store
  readonly shelf: FileShelf
  readonly bot: Bot
  readonly content: () => { readonly city: City }
  readonly callBackSeen: Operations['callBackSeen']
  readonly logger: Logger
}

export const openHandOff = ({ store, shelf, bot, content, callBackSeen, logger }: Inside): Wing => {
  const city = () => content().city
  return {
    deeds: new Map([
      [closeTalkKind, closeTalk({ store, bot, clock })],
      [forgetGivenKind, forgetGiven({ store, bot, clock })],
      [tellMovedKind, tellMoved({ store, bot, clock })],
      [callBackEntryKind, seeCallBack({ store, logger, seen: callBackSeen })],
    ]),
    router: createHandOffRoutes({
      desk: createHandOffDesk({
        store,
        shelf,
        bot,
        city,
        clock,
        callBackDone: markCallBackDone({ store, city, clock }),
        casesSeenBy: (conversationId) => numbersSeenBy(store, conversationId),
      }),
      secretOf: readDeskSecret,
      clock,
      logger,
    }),
  }
}
