// What is saved is checked in another process: here what that one hands back, and what it leaves in the cache.
import childProcess from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../../adapters/sqlite'
import { checkInChild } from '../../../bot/content/check-in-child'
import { errorsOf, recallChecked } from '../../../bot/content/checked-before'
import { checkToServe } from '../../../bot/content/content'
import { readContentFiles } from '../../../bot/content/content-files'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import { writeSmallCity } from '../../support/small-city'
import { nightClock } from '../../support/test-bot'
import { LiveCity } from './live-city'

const folder = mkdtempSync(join(tmpdir(), 'dygnet-checking-'))
const cacheDirectory = join(folder, 'cache')
const now = nightClock.now()
const options = { cacheDirectory, program: 'a test', now }
beforeAll(() => writeSmallCity(folder))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('what is right is handed back as checked here, and remembered', async () => {
  const files = await readContentFiles(folder)
  const checked = await checkInChild({ files, ...options })
  expect(checked).toEqual(checkToServe(files, now))
  expect(recallChecked({ ...options, bundle: files.hash }, silentLogger)).toEqual(checked)
})

test('faults are handed back, and nothing is kept of them', async () => {
  const file = join(folder, 'dialogs', 'felanmalan.yaml')
  const before = readFileSync(file, 'utf8')
  writeFileSync(file, before.replace('type: yes/no', 'type: kanske'))
  const files = await readContentFiles(folder)
  const checked = await checkInChild({ files, ...options })
  expect(errorsOf(checked)).toEqual(errorsOf(checkToServe(files, now)))
  expect(errorsOf(checked)).not.toEqual([])
  expect(recallChecked({ ...options, bundle: files.hash }, silentLogger)).toBeUndefined()
})

describe('a file that is saved while the city is open', () => {
  const store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
  let city: LiveCity
  beforeEach(async () => {
    city = await new LiveCity(store, nightClock).open()
  })
  afterEach(async () => {
    jest.restoreAllMocks()
    await city.close()
  })
  afterAll(() => store.close())
  const edit = (to: string) => city.edit('dialogs/felanmalan.yaml', 'Vad gäller felet?', to)

  test('is checked in one other process, and not learnt where no phrase is another', async () => {
    const fork = jest.spyOn(childProcess, 'fork')
    await edit('Vad är det som är fel?')
    expect(fork.mock.calls.map(([file]) => file)).toEqual([expect.stringMatching(/checking-child\.ts$/)])
  })

  test('is checked here where no other process can be had', async () => {
    jest.spyOn(childProcess, 'fork').mockImplementation(() => {
      throw new Error('no process left')
    })
    await edit('Vad är det som har gått sönder?')
    expect(city.logged).toContain('no process to check in; checking here, and answers wait')
  })
})
