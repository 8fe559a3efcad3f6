// What is saved is checked in another process: here what that one hands back, and what it leaves in the cache.
import childProcess, { type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../../adapters/sqlite'
import { checkingChild } from '../../../bot/content/check-in-child'
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
const checking = checkingChild()
beforeAll(() => writeSmallCity(folder))
afterAll(async () => {
  await checking.end()
  rmSync(folder, { recursive: true, force: true })
})

test('what is right is handed back as checked here, and remembered', async () => {
  const files = await readContentFiles(folder)
  const checked = await checking.do({ files, ...options })
  expect(checked).toEqual(checkToServe(files, now))
  expect(recallChecked({ ...options, bundle: files.hash }, silentLogger)).toEqual(checked)
})

test('faults are handed back, and nothing is kept of them', async () => {
  const file = join(folder, 'dialogs', 'felanmalan.yaml')
  const before = readFileSync(file, 'utf8')
  writeFileSync(file, before.replace('type: yes/no', 'type: kanske'))
  const files = await readContentFiles(folder)
  const checked = await checking.do({ files, ...options })
  expect(errorsOf(checked)).toEqual(errorsOf(checkToServe(files, now)))
  expect(errorsOf(checked)).not.toEqual([])
  expect(recallChecked({ ...options, bundle: files.hash }, silentLogger)).toBeUndefined()
})

describe('the process that checks', () => {
  const order = async (question: string) => {
    const file = join(folder, 'dialogs', 'felanmalan.yaml')
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n# ${question}\n`)
    return { files: await readContentFiles(folder), ...options }
  }
  const started = () =>
    jest.spyOn(childProcess, 'fork').mock.results.map(({ value }) => value as ChildProcess)
  afterEach(() => jest.restoreAllMocks())

  test('is kept for what is saved next, which it checks as if for the first time', async () => {
    const fork = jest.spyOn(childProcess, 'fork')
    const own = checkingChild()
    for (const text of ['one', 'two', 'three']) {
      const saved = await order(text)
      expect(await own.do(saved)).toEqual(checkToServe(saved.files, now))
    }
    expect(fork).toHaveBeenCalledTimes(1)
    await own.end()
    expect(started()[0]?.signalCode).toBe('SIGTERM')
  })

  test('ends when nothing is asked of it for its time', async () => {
    jest.spyOn(childProcess, 'fork')
    const own = checkingChild(1)
    await own.do(await order('four'))
    const [child] = started()
    if (child?.signalCode === null) await once(child, 'exit')
    expect(child?.signalCode).toBe('SIGTERM')
    await own.end()
  })

  test('is followed by another one when it dies, between two orders or in one', async () => {
    const fork = jest.spyOn(childProcess, 'fork')
    const own = checkingChild()
    await own.do(await order('five'))
    const [first] = started()
    first?.kill('SIGKILL')
    await once(first!, 'close')
    const saved = await order('six')
    expect(await own.do(saved)).toEqual(checkToServe(saved.files, now))
    const dies = own.do(await order('seven'))
    started()[1]?.kill('SIGKILL')
    await expect(dies).rejects.toThrow('SIGKILL')
    expect(await own.do(saved)).toEqual(checkToServe(saved.files, now))
    expect(fork).toHaveBeenCalledTimes(3)
    await own.end()
  })
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
