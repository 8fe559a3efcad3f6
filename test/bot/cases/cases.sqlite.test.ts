import { openSqliteStore } from '../../../adapters/sqlite'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import { nightClock } from '../../support/test-bot'
import { describeCases } from './cases'

describe('cases, on SQLite', () =>
  describeCases(() => openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })))
