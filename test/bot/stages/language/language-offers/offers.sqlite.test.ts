import { openSqliteStore } from '../../../../../adapters/sqlite'
import { silentLogger } from '../../../../../bot/contracts/basics/logger'
import { nightClock } from '../../../../support/test-bot'
import { describeOffers } from './offers'

describe('a language offered, on SQLite', () =>
  describeOffers(() => openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })))
