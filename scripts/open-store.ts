// The store that a server with the same settings uses, for a command that looks into it or writes to it meanwhile.
import { join, resolve } from 'node:path'
import { openRedisStore } from '../adapters/redis'
import type { Settings } from '../adapters/settings'
import { openSqliteStore } from '../adapters/sqlite'
import { systemClock } from '../bot/contracts/clock'
import { silentLogger } from '../bot/contracts/logger'
import type { Store } from '../bot/contracts/store'
import { projectRoot } from './project-root'

export const databaseFile = ({ DATA_DIR }: Settings): string =>
  join(resolve(projectRoot, DATA_DIR), 'dygnet.db')

export function openStore(settings: Settings): Store {
  const parts = { clock: systemClock, logger: silentLogger }
  return settings.REDIS_URL === undefined
    ? openSqliteStore({ ...parts, file: databaseFile(settings) })
    : openRedisStore({ ...parts, url: settings.REDIS_URL })
}
