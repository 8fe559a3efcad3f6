// Where conversations are kept: a file on one machine, Redis on several.
import { join, resolve } from 'node:path'
import type { Settings } from '../adapters/settings'
import { openSqliteStore } from '../adapters/sqlite'
import { systemClock } from '../bot/contracts/basics/clock'
import type { Logger } from '../bot/contracts/basics/logger'
import type { Store } from '../bot/contracts/store/store'
import { makeDirectory } from './make-directory'
import { projectRoot } from './project-root'

export const dataDirectory = (settings: Settings): string => resolve(projectRoot, settings.DATA_DIR)

/** A city on one machine loads nothing of Redis: its client alone is 10 MB. */
export async function openStore(settings: Settings, logger: Logger): Promise<Store> {
  if (settings.REDIS_URL !== undefined) {
    const { openRedisStore } = await import('../adapters/redis/index.js')
    return openRedisStore({ url: settings.REDIS_URL, clock: systemClock, logger })
  }
  makeDirectory('DATA_DIR', dataDirectory(settings))
  return openSqliteStore({ file: join(dataDirectory(settings), 'dygnet.db'), clock: systemClock, logger })
}
