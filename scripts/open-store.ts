// The store that a server with the same settings uses, for a command that looks into it or writes to it meanwhile.
import { join } from 'node:path'
import { openRedisStore } from '../adapters/redis'
import type { Settings } from '../adapters/settings'
import { openSqliteStore } from '../adapters/sqlite'
import { systemClock } from '../bot/contracts/clock'
import { silentLogger } from '../bot/contracts/logger'
import type { Store } from '../bot/contracts/store'
import { dataDirectory } from '../main/open-store'

export const databaseFile = (settings: Settings): string => join(dataDirectory(settings), 'dygnet.db')

export function openStore(settings: Settings): Store {
  const parts = { clock: systemClock, logger: silentLogger }
  return settings.REDIS_URL === undefined
    ? openSqliteStore({ ...parts, file: databaseFile(settings) })
    : openRedisStore({ ...parts, url: settings.REDIS_URL })
}
