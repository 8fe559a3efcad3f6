// What was checked at one start and is known at the next: the shipped content, on a real disk.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkToServe, type CheckedContent } from '../../../bot/content/content'
import { readContentFiles } from '../../../bot/content/content-files'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import { recallChecked, rememberChecked } from '../../../bot/content/checked-before'
import { nightClock, projectRoot } from '../../support/test-bot'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dygnet-checked-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const hours = (count: number): Date => new Date(nightClock.now().getTime() + count * 3_600_000)
const place = () => ({ cacheDirectory: folder, program: 'one', bundle: 'abc', now: nightClock.now() })
let checkedOnce: Promise<CheckedContent> | undefined
const shipped = () =>
  (checkedOnce ??= readContentFiles(projectRoot).then((files) => checkToServe(files, nightClock.now())))

test('all that was checked comes back as it was', async () => {
  const checked = await shipped()
  rememberChecked(place(), checked, silentLogger)
  const recalled = recallChecked(place(), silentLogger)
  expect(recalled).toEqual(checked)
  expect(recalled?.read.dialogs.size).toBeGreaterThan(10)
  expect(recalled?.examples?.length).toBeGreaterThan(1_000)
})

test('only the same program believes it, of the same files, on that day or later', async () => {
  rememberChecked(place(), await shipped(), silentLogger)
  const isKnown = (other: object) => recallChecked({ ...place(), ...other }, silentLogger) !== undefined
  expect(isKnown({})).toBe(true)
  expect(isKnown({ now: hours(24 * 40) })).toBe(true)
  expect(isKnown({ now: hours(-1) })).toBe(false)
  expect(isKnown({ program: 'two' })).toBe(false)
  expect(isKnown({ bundle: 'abd' })).toBe(false)
})

test('a damaged file is told in the log and not believed', async () => {
  rememberChecked(place(), await shipped(), silentLogger)
  const file = join(folder, readdirSync(folder)[0]!)
  const bytes = readFileSync(file)
  bytes.writeUInt8(bytes.readUInt8(5_000) ^ 1, 5_000)
  writeFileSync(file, bytes)
  const warned: string[] = []
  const logger = { ...silentLogger, warn: (_facts: object, text: string) => warned.push(text) }
  expect(recallChecked(place(), logger)).toBeUndefined()
  expect(warned).toEqual(['what was checked before cannot be used; checking anew'])
})

test('a folder that cannot be written is told in the log, and nothing else fails', async () => {
  const warned: string[] = []
  const logger = { ...silentLogger, warn: (_facts: object, text: string) => warned.push(text) }
  writeFileSync(join(folder, 'file'), '')
  rememberChecked({ ...place(), cacheDirectory: join(folder, 'file') }, await shipped(), logger)
  expect(warned).toEqual(['what was checked could not be kept'])
})
