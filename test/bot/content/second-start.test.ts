// A city that starts again with the files of the last time: it serves the same without checking, and never what has errors.
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../../adapters/sqlite'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { Store } from '../../../bot/contracts/store/store'
import { LiveContent } from '../../../bot/content/live-content'
import { residentOf } from '../../support/resident'
import { writeSmallCity } from '../../support/small-city'
import { nightClock } from '../../support/test-bot'

let directory = ''
let store: Store
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'dygnet-second-'))
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
  await writeSmallCity(directory)
})
afterEach(async () => {
  await store.close()
  rmSync(directory, { recursive: true, force: true })
})

const cacheDirectory = () => join(directory, 'cache')
const checkedFiles = () => readdirSync(cacheDirectory()).filter((name) => name.startsWith('checked-'))

/** Starts, does something, and stops. */
async function whileOpen<Result>(
  work: (live: LiveContent, errors: readonly string[]) => Result | Promise<Result>,
  program?: string,
): Promise<Result> {
  const errors: string[] = []
  const live = await LiveContent.open({
    directory,
    cacheDirectory: cacheDirectory(),
    store,
    watchFiles: () => ({ ready: Promise.resolve(), close: () => Promise.resolve() }),
    clock: nightClock,
    logger: { ...silentLogger, error: (_facts: object, text: string) => errors.push(text) },
    ...(program !== undefined && { program }),
  })
  try {
    return await work(live, errors)
  } finally {
    await live.close()
  }
}

const errand = ['jag vill göra en felanmälan', 'gatlyktan på Storgatan 12 är trasig', 'nej', 'ja']

test('a resident hears the same after a start that checked as after one that did not', async () => {
  const talk = (name: string) =>
    whileOpen(async ({ current }) => {
      const resident = await residentOf(store, { clock: nightClock, content: current, name })
      const heard = []
      for (const text of errand) heard.push((await resident.say(text)).text)
      return heard
    }, 'one')
  const first = await talk('first')
  expect(checkedFiles()).toHaveLength(1)
  expect(await talk('second')).toEqual(first)
})

test('what the first start checked is not checked and kept again, until the program is another', async () => {
  const kept = () => checkedFiles().map((name) => [name, statSync(join(cacheDirectory(), name)).ino])
  const [first] = await whileOpen(kept, 'one')
  expect(await whileOpen(kept, 'one')).toEqual([first])
  const both = await whileOpen(kept, 'two')
  expect(both).toHaveLength(2)
  expect(both).toContainEqual(first)
})

test('files with an error are checked at every start, and what is wrong is told at every start', async () => {
  appendFileSync(join(directory, 'dialogs', 'grovsopor.yaml'), '\nstepps: []\n')
  const told = () => whileOpen((_live, errors) => [...errors], 'one')
  const first = await told()
  expect(first.join()).toContain('grovsopor.yaml')
  expect(await told()).toEqual(first)
  expect(checkedFiles()).toEqual([])
})

test('a program that was not built remembers nothing', async () => {
  await whileOpen(() => undefined)
  expect(checkedFiles()).toEqual([])
})

test('dialogs of before that talks are pinned to are the same, read back or compiled again', async () => {
  await whileOpen(() => undefined, 'one')
  const path = join(directory, 'dialogs', 'felanmalan.yaml')
  writeFileSync(path, readFileSync(path, 'utf8').replace('length: 5..500', 'length: 5..400'))
  const older = ({ current }: LiveContent) => [...current().olderDialogs]
  const readBack = await whileOpen(older, 'one')
  expect(readBack).toHaveLength(1)
  expect(await whileOpen(older)).toEqual(readBack)
})
