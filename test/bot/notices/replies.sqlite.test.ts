import { openSqliteStore } from '../../../adapters/sqlite'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import { nightClock } from '../../support/test-bot'
import { describeReplies } from './replies'

describe('a reply to a notice, on SQLite', () =>
  describeReplies(() => openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })))
