// The store that a server with the same settings uses, for a command that looks into it or writes to it meanwhile.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openRedisStore } from '../../adapters/redis'
import type { Settings } from '../../adapters/settings'
import { openSqliteStore } from '../../adapters/sqlite'
import { systemClock } from '../../bot/contracts/basics/clock'
import { silentLogger } from '../../bot/contracts/basics/logger'
import type { Store } from '../../bot/contracts/store/store'
import { dataDirectory } from '../../main/open-store'
import type { FindingLanguage } from './render-findings'

const databaseFile = (settings: Settings): string => join(dataDirectory(settings), 'dygnet.db')

export function openStore(settings: Settings): Store {
  const parts = { clock: systemClock, logger: silentLogger }
  return settings.REDIS_URL === undefined
    ? openSqliteStore({ ...parts, file: databaseFile(settings) })
    : openRedisStore({ ...parts, url: settings.REDIS_URL })
}

/** What is said when there is no store, for commands that have nothing of their own to say. */
export const noStoreYet: Readonly<Record<FindingLanguage, (file: string) => string>> = {
  sv: (file) =>
    `${file} finns inte. Starta boten en gång, eller sätt DATA_DIR eller REDIS_URL till samma som boten har.`,
  en: (file) =>
    `${file} is not there. Start the city once, or set DATA_DIR or REDIS_URL to those of the server.`,
}

/**
 * For a command that makes no store: in a file that is not there nothing was kept yet.
 * @throws Error with what `notThere` says of the file
 */
export function openKeptStore(settings: Settings, notThere: (file: string) => string): Store {
  const file = databaseFile(settings)
  if (settings.REDIS_URL === undefined && !existsSync(file)) throw new Error(notThere(file))
  return openStore(settings)
}
