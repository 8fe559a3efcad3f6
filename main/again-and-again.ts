// What is done at once and then again and again, as long as the server stands.
import { createOutboxWorker, type OutboxParts } from '../bot/outbox/work-outbox'
import { endOverGrants } from '../bot/home-care/end-grants'
import { applyRetention } from '../bot/retention/apply-retention'
import type { Content } from '../bot/content/content'
import type { Bot } from '../bot/contracts/bot'
import { systemClock } from '../bot/contracts/basics/clock'
import { hourMs, minuteMs } from '../bot/contracts/basics/durations'
import type { FileShelf } from '../bot/contracts/store/file-shelf'
import type { Logger } from '../bot/contracts/basics/logger'
import type { Store } from '../bot/contracts/store/store'
import { removeLooseFiles } from '../bot/files/remove-loose-files'
import type { Wing } from './wing'

/** How often a node looks for messages that another one left unanswered when it died. */
const recoverEveryMs = 5_000
/** Times of keeping are counted in days. */
const removeEveryMs = 6 * hourMs
/**
 * A machine that has just been switched on may have a clock years ahead, until a time server corrects it; what is removed by it
 * is gone.
 */
const defaultFirstRemovalMs = 10 * minuteMs
/** Soon enough for a code that a resident waits for. */
const workOffEveryMs = 1_000

export interface Repeated {
  /** Does it no more, and resolves when what is being done is done. */
  stop(): Promise<void>
}

interface Pauses {
  /** At once without it. */
  readonly firstMs?: number
  readonly everyMs: number
}

/** @param pauses when it is done first and again after that; a run that takes longer than the pause is not joined by another */
function repeat({ firstMs = 0, everyMs }: Pauses, work: () => Promise<unknown>): Repeated {
  let running: Promise<unknown> | undefined
  const run = (): void => {
    running ??= work().finally(() => {
      running = undefined
    })
  }
  let timer: NodeJS.Timeout
  const begin = (): void => {
    run()
    timer = setInterval(run, everyMs)
  }
  if (firstMs === 0) begin()
  else timer = setTimeout(begin, firstMs)
  return {
    stop: async () => {
      clearTimeout(timer)
      await running
    },
  }
}

/** A store that is away for an hour is told once, not seven hundred times. */
function tellingOnce(work: () => Promise<unknown>, logger: Logger, what: string): () => Promise<void> {
  let failing = false
  return () =>
    work().then(
      () => {
        if (failing) logger.info({}, `${what} again`)
        failing = false
      },
      (error: unknown) => {
        if (!failing) logger.error({ err: error }, `not ${what}`)
        failing = true
      },
    )
}

/** Answers what a crash left waiting, at once and then again and again for nodes that died later. */
const keepRecovering = (bot: Bot, logger: Logger): Repeated =>
  repeat(
    { everyMs: recoverEveryMs },
    tellingOnce(() => bot.recover(), logger, 'looking for waiting messages'),
  )

/** Does what waits in the outbox; several nodes share the work. */
function keepWorkingOff(parts: OutboxParts): Repeated {
  const worker = createOutboxWorker(parts)
  const working = repeat(
    { everyMs: workOffEveryMs },
    tellingOnce(() => worker.workOff(), parts.logger, 'doing what waits in the outbox'),
  )
  return {
    stop: () => {
      worker.stop()
      return working.stop()
    },
  }
}

/** Each wing by itself: one that fails keeps no other from its minute. */
const keepLookingAfter = (wings: readonly Wing[], logger: Logger): readonly Repeated[] =>
  wings.flatMap(({ everyMinute }) =>
    everyMinute === undefined
      ? []
      : [repeat({ everyMs: minuteMs }, tellingOnce(everyMinute, logger, 'looking after what is due'))],
  )

interface Removing {
  readonly store: Store
  readonly shelf: FileShelf
  readonly content: () => Content
  readonly logger: Logger
  readonly firstRemovalMs?: number
}

/** Removes what is over its time, several times a day; on several nodes each does, which is harmless. */
const keepRemoving = ({ firstRemovalMs = defaultFirstRemovalMs, ...parts }: Removing): Repeated =>
  repeat(
    { firstMs: firstRemovalMs, everyMs: removeEveryMs },
    tellingOnce(() => removeOld(parts), parts.logger, 'removing what is over its time'),
  )

/** The files after the records: what held them may just have gone. */
async function removeOld({ store, shelf, content, logger }: Removing): Promise<void> {
  const now = systemClock.now()
  await applyRetention({ store, city: content().city, logger, now, by: 'retention' })
  await removeLooseFiles({ store, shelf, logger, now })
  await endOverGrants(store, now)
}

interface Going extends Removing {
  readonly bot: Bot
  readonly ended: NonNullable<OutboxParts['ended']>
}

/** All of it, from now on. */
export function keepGoing(wings: readonly Wing[], { bot, ended, ...removing }: Going): readonly Repeated[] {
  const { store, logger } = removing
  const deeds = new Map(wings.flatMap((wing) => [...(wing.deeds ?? [])]))
  return [
    keepRecovering(bot, logger),
    keepRemoving(removing),
    keepWorkingOff({ store, deeds, clock: systemClock, logger, ended }),
    ...keepLookingAfter(wings, logger),
  ]
}
