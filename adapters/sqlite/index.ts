// The store of one machine: a SQLite file. One server process per file; scripts may look into it meanwhile.
import type { Clock } from '../../bot/contracts/basics/clock'
import type { Logger } from '../../bot/contracts/basics/logger'
import type { InterimAnswer } from '../../bot/contracts/talk/interim-answer'
import type { Store } from '../../bot/contracts/store/store'
import { createStoreListeners } from '../../bot/contracts/store/store-listeners'
import { createInbox } from './accept-message'
import { createCommit } from './commit-turn'
import { createDatabase } from './database'
import { createHolds } from './holds'
import { createKeptKeys } from './kept-keys'
import { createLegalHolds } from './legal-holds'
import { openDatabase, type Connection } from './open-database'
import { createOutbox } from './outbox'
import { createReader } from './read-conversation'
import { createRecords } from './records'
import { createRecordRemoval } from './remove-records'
import { createRetention } from './retention'
import { createTryWrite } from './try-write'

export interface SqliteStoreOptions {
  /** Path of the file, made when it is missing (its folder is not), or `:memory:`. */
  readonly file: string
  readonly clock: Clock
  readonly logger: Logger
}

/**
 * Opens the store; what an accept or a commit has acknowledged survives a killed process and a power cut.
 * @throws DygnetError `store-unavailable` when the file cannot be opened, `store-corrupt` when it is damaged, of another
 *   program or of a newer Dygnet. The message says what to do.
 */
export const openSqliteStore = (options: SqliteStoreOptions): Store =>
  storeOn(openDatabase(options.file), options)

/** The store on a connection that is open. */
export function storeOn(connection: Connection, { file, clock, logger }: SqliteStoreOptions): Store {
  const database = createDatabase(connection, file)
  const changes = createStoreListeners(logger)
  const interims = createStoreListeners<InterimAnswer>(logger)
  const { prepareAdd, ...outbox } = createOutbox(database, clock)
  const { preparePut, ...records } = createRecords(database, clock)
  const ping = database.prepare('SELECT count(*) FROM sqlite_schema')

  return {
    ...createInbox(database, clock, changes),
    ...createReader(database, logger),
    commit: createCommit({ database, clock, changes, prepareAdd, preparePut }),
    holdConversation: createHolds(clock),
    listen: changes.listen,
    showInterim: interims.emit,
    listenToInterims: interims.listen,
    ...outbox,
    ...records,
    ...createKeptKeys(database, clock),
    ...createRecordRemoval(database),
    ...createRetention(database, changes),
    ...createLegalHolds(database),
    tryWrite: createTryWrite(database),
    refusedWrites: () => database.refusedWrites(),
    ping: () => database.read(() => void ping.get()),
    close: () => database.close(),
  }
}
