import { openSqliteStore } from '../../../adapters/sqlite'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import { nightClock } from '../../support/test-bot'
import { describeCarry } from './carry'

describe('a talk that is carried on, on SQLite', () =>
  describeCarry(() => openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })))
