import { openSqliteStore } from '../../../adapters/sqlite'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import { nightClock } from '../../support/test-bot'
import { describeSimilar } from './similar'

describe('a fault that several report, on SQLite', () =>
  describeSimilar(() => openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })))
