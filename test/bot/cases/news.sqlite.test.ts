import { openSqliteStore } from '../../../adapters/sqlite'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import { nightClock } from '../../support/test-bot'
import { describeNews } from './news'

describe('what of a case is news, on SQLite', () =>
  describeNews(() => openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })))
