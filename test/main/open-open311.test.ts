// What operators are told of a door through which nothing can come.
import { readSettings } from '../../adapters/settings'
import { openSqliteStore } from '../../adapters/sqlite'
import { silentLogger } from '../../bot/contracts/basics/logger'
import { openOpen311, openOpen311Desk } from '../../main/open-open311'
import { nightClock, shippedContent } from '../support/test-bot'
import { createMemoryLogger } from '../support/web-chat-server'

test.each([
  ['a dialog that is there', { OPEN311_API_KEYS: 'nyckel-0123456789' }, 0],
  ['no keys', { OPEN311_DIALOG: 'felanmalen' }, 0],
  ['a misspelt dialog', { OPEN311_API_KEYS: 'nyckel-0123456789', OPEN311_DIALOG: 'felanmalen' }, 1],
])('the log of a server with %s', async (_, environment, warnings) => {
  const settings = readSettings(environment)
  const store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
  const content = await shippedContent()
  const logger = createMemoryLogger()
  const desk = openOpen311Desk(settings, store)
  const wing = await openOpen311(settings, { store, content: () => content, desk, logger })
  expect(logger.lines.filter((line) => JSON.stringify(line).includes('OPEN311_DIALOG'))).toHaveLength(
    warnings,
  )
  wing.close?.()
  await store.close()
})
