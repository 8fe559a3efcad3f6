import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { checkAsTold } from '../../scripts/content/check-as-told'
import { formatAsTold } from '../../scripts/content/format-as-told'
import { runScript, runTool } from '../support/script'

const root = resolve(__dirname, '../..')
let folder = ''
/** The city in two languages and one dialog in all of its own, in their form. */
const few = mkdtempSync(join(tmpdir(), 'format-few-'))
beforeAll(async () => {
  const isKept = (path: string): boolean =>
    /dialogs$|\/(?:(?:city|verify_phone)(?:\.en)?|actions|translated|felanmalan(?:\.\w+)?)\.yaml$/.test(path)
  cpSync(join(root, 'dialogs'), join(few, 'dialogs'), { recursive: true, filter: isKept })
  await runTool(formatAsTold, [few])
})
afterAll(() => rmSync(few, { recursive: true }))
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'format-content-'))
  cpSync(few, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const format = (...options: readonly string[]) => runTool(formatAsTold, [folder, ...options])
const checkFolder = async () => (await runTool(checkAsTold, [folder])).stdout
const path = (name: string): string => join(folder, 'dialogs', name)
const read = (name: string): string => readFileSync(path(name), 'utf8')
const change = (name: string, piece: string, by: string): void =>
  writeFileSync(
    path(name),
    read(name).replace(piece, () => by),
  )

test('brings a file back into its form, and says so', async () => {
  const before = read('felanmalan.yaml')
  change('felanmalan.yaml', 'type: address', 'type: address  ')
  expect(runScript('format-content', [folder, '--check'])).toMatchObject({
    status: 1,
    stdout: 'dialogs/felanmalan.yaml behöver formateras med npm run dialogs:format\n',
  })
  expect(await format()).toMatchObject({ status: 0, stdout: 'dialogs/felanmalan.yaml formaterad\n' })
  expect(read('felanmalan.yaml')).toBe(before)
  expect(await format('--lang', 'en', '--check')).toMatchObject({
    status: 0,
    stdout: 'Everything is in order already.\n',
  })
})

test('names the fault of a file that cannot be read, changes nothing of it, and ends with 1', async () => {
  change('felanmalan.yaml', 'question: Vad', 'question: Obs: vad')
  const broken = read('felanmalan.yaml')
  const stamps = read('translated.yaml')
  const { status, stdout } = await format()
  expect(stdout).toMatch(/^dialogs\/felanmalan\.yaml:\d+:\d+ Y001 Två kolon på samma rad/)
  expect(status).toBe(1)
  expect(read('felanmalan.yaml')).toBe(broken)
  expect(read('translated.yaml')).toBe(stamps)
})

test('a changed Swedish text is told in each translation until somebody has compared the two', async () => {
  change('felanmalan.yaml', 'question: Vad gäller felet?', 'question: Vilket fel gäller det?')
  expect((await format()).stdout).toBe('Allt är redan i ordning.\n')
  const told = await checkFolder()
  expect(told).toMatch(/^varning dialogs\/felanmalan\.en\.yaml:\d+:9 T023 Den svenska texten har ändrats/m)
  const commands = [...told.matchAll(/npm run dialogs:format -- (--translated \S+)/g)].map(([, one]) => one!)
  const files = ['ar', 'en', 'fi', 'so'].map((language) => `dialogs/felanmalan.${language}.yaml`)
  expect(commands).toEqual(files.map((file) => `--translated ${file}`))
  for (const command of commands)
    expect((await format(...command.split(' '))).stdout).toBe('dialogs/translated.yaml formaterad\n')
  expect(await checkFolder()).not.toContain('T023')
})

test.each([
  [['--lang', 'fi'], '--lang är sv eller en'],
  [['--nope'], '--nope'],
  [['--translated', 'dialogs/felanmalan.yaml'], 'dialogs/felanmalan.yaml är ingen översättning'],
])('refuses %j with 2 and says why', async (options, why) => {
  const { status, stderr } = await format(...options)
  expect(stderr).toContain(why)
  expect(status).toBe(2)
})
