// What residents sent goes when nothing needs it any more, asked of a real store and a real folder.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createFileShelf } from '../../../adapters/file-shelf'
import { openSqliteStore } from '../../../adapters/sqlite'
import { toConversationId } from '../../../bot/contracts/talk/ids'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { FileShelf } from '../../../bot/contracts/store/file-shelf'
import type { Store } from '../../../bot/contracts/store/store'
import { removeLooseFiles } from '../../../bot/files/remove-loose-files'
import { pdf, pngPicture } from '../../support/pictures'
import { residentOf } from '../../support/resident'
import { nightClock } from '../../support/test-bot'
import { createMemoryLogger } from '../../support/web-chat-server'

const conversationId = toConversationId('web:resident')
let directory: string
let shelf: FileShelf
let store: Store

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'dygnet-loose-'))
  shelf = createFileShelf({ directory, maxBytes: 1_000_000 })
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
})
afterEach(async () => {
  await store.close()
  rmSync(directory, { recursive: true })
})

/** A report with a picture, sent in as a case. */
async function report(): Promise<void> {
  const resident = await residentOf(store, { shelf })
  await resident.say('gatlyktan på Storgatan 12 är trasig')
  await resident.say('nej')
  const taken = await shelf.take(conversationId, Readable.from([await pngPicture()]))
  if (taken.kind !== 'taken') throw new Error('the picture was refused')
  await resident.send([taken.file])
  await resident.say('hoppa över')
  await resident.say('ja')
}

const removeAt = (now: Date, logger = createMemoryLogger()) =>
  removeLooseFiles({ shelf, store, logger, now }).then(() => logger.lines)
const later = new Date('2030-01-01T00:00:00Z')

test('a case keeps its file when the conversation is over its time, and no longer than itself', async () => {
  await report()
  expect(await removeAt(later)).toEqual([])
  await store.purge('conversation', later)
  expect(await removeAt(later)).toEqual([])
  expect(await shelf.count(conversationId)).toBe(1)
  await store.purge('case', later)
  expect(await removeAt(later)).toMatchObject([{ level: 'info', facts: { removed: 1 } }])
  expect(await shelf.count(conversationId)).toBe(0)
})

test('what never became an answer goes after a day', async () => {
  await shelf.take(conversationId, Readable.from([pdf]))
  await removeAt(new Date())
  expect(await shelf.count(conversationId)).toBe(1)
  await removeAt(new Date(Date.now() + 25 * 3_600_000))
  expect(await shelf.count(conversationId)).toBe(0)
})

test('a store that does not answer removes nothing, and is told', async () => {
  await report()
  const broken = {
    ...store,
    lastSequence: () => Promise.reject(new Error('away')),
    record: () => Promise.resolve(undefined),
  }
  const logger = createMemoryLogger()
  await removeLooseFiles({ shelf, store: broken, logger, now: later })
  expect(logger.lines).toMatchObject([{ level: 'error' }])
  expect(await shelf.count(conversationId)).toBe(1)
})

test('a case keeps its picture also when the note that says so was damaged', async () => {
  await report()
  const folder = join(directory, 'files', Buffer.from(conversationId).toString('hex'))
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.held')))
    writeFileSync(join(folder, name), '')
  await store.purge('conversation', later)
  await removeAt(later)
  expect(await shelf.count(conversationId)).toBe(1)
  await store.purge('case', later)
  await removeAt(later)
  expect(await shelf.count(conversationId)).toBe(0)
})
