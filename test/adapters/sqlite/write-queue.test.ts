import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLogSync, type LogSync } from '../../../adapters/sqlite/log-sync'
import { openDatabase, type Connection } from '../../../adapters/sqlite/open-database'
import { createWriteQueue } from '../../../adapters/sqlite/write-queue'

let folder: string
let connection: Connection
const file = () => join(folder, 'test.db')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dygnet-queue-'))
  connection = openDatabase(file())
  connection.exec('CREATE TABLE note (text TEXT)')
})
afterEach(() => {
  connection.close()
  rmSync(folder, { recursive: true, force: true })
})

const notes = (): number =>
  (connection.prepare('SELECT count(*) AS count FROM note').get() as { readonly count: number }).count
const addNote = () => connection.prepare('INSERT INTO note VALUES (?)').run(['a'])

/** A disk whose syncs end when the test says so. */
function slowDisk() {
  const waiting: (() => void)[] = []
  const begun: (() => void)[] = []
  const log: LogSync = {
    sync: () =>
      new Promise((resolve) => {
        waiting.push(resolve)
        begun.shift()?.()
      }),
    close: () => Promise.resolve(),
  }
  return {
    log,
    endSync: () => waiting.shift()?.(),
    syncsBegun: () => waiting.length,
    nextSync: () => new Promise<void>((resolve) => void begun.push(resolve)),
  }
}

test('a write is done when the disk has it, not before', async () => {
  const disk = slowDisk()
  const write = createWriteQueue(connection, disk.log)
  const syncing = disk.nextSync()
  let isDone = false
  const done = write(addNote).then(() => (isDone = true))
  await syncing
  expect([notes(), isDone]).toEqual([1, false])
  disk.endSync()
  await done
})

test('writes that are committed while the disk works share its next sync', async () => {
  const disk = slowDisk()
  const write = createWriteQueue(connection, disk.log)
  const first = disk.nextSync()
  const firstDone = write(addNote)
  await first
  const later = [write(addNote), write(addNote)]
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
  expect([notes(), disk.syncsBegun()]).toEqual([3, 1])
  const second = disk.nextSync()
  disk.endSync()
  await firstDone
  await second
  disk.endSync()
  await Promise.all(later)
  expect(disk.syncsBegun()).toBe(0)
})

test('after a failed sync nothing is said to be kept any more', async () => {
  const log = openLogSync(file())
  const write = createWriteQueue(connection, log)
  await write(addNote)
  await log.close()
  await expect(write(addNote)).rejects.toMatchObject({ code: 'store-unavailable' })
  await expect(write(addNote)).rejects.toMatchObject({ code: 'store-unavailable' })
})

test('a log that is not there is told with what to do', () => {
  expect(() => openLogSync(join(folder, 'other.db'))).toThrow(
    /other\.db-wal cannot be opened; keep the database/,
  )
})

test('a database in memory needs no sync', async () => {
  const log = openLogSync(':memory:')
  await log.sync()
  await log.close()
})
