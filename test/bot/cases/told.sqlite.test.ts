import { openSqliteStore } from '../../../adapters/sqlite'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import { nightClock } from '../../support/test-bot'
import { describeTold } from './told'

describe('what a desk says of a case, on SQLite', () =>
  describeTold(() => openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })))
