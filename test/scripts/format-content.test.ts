import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { runScript } from '../support/script'

const root = resolve(__dirname, '../..')
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'format-content-'))
  cpSync(join(root, 'dialogs'), join(folder, 'dialogs'), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const run = (script: string, ...options: readonly string[]) => runScript(script, options)
const format = (...options: readonly string[]) => run('format-content', folder, ...options)
const path = (name: string): string => join(folder, 'dialogs', name)
const read = (name: string): string => readFileSync(path(name), 'utf8')
const change = (name: string, piece: string, by: string): void =>
  writeFileSync(
    path(name),
    read(name).replace(piece, () => by),
  )

test('brings a file back into its form, and says so', () => {
  const before = read('felanmalan.yaml')
  change('felanmalan.yaml', 'type: address', 'type: address  ')
  expect(format('--check')).toMatchObject({
    status: 1,
    stdout: 'dialogs/felanmalan.yaml behöver formateras med npm run dialogs:format\n',
  })
  expect(format()).toMatchObject({ status: 0, stdout: 'dialogs/felanmalan.yaml formaterad\n' })
  expect(read('felanmalan.yaml')).toBe(before)
  expect(format('--lang', 'en', '--check')).toMatchObject({
    status: 0,
    stdout: 'Everything is in order already.\n',
  })
})

test('names the fault of a file that cannot be read, changes nothing of it, and ends with 1', () => {
  change('felanmalan.yaml', 'question: Vad', 'question: Obs: vad')
  const broken = read('felanmalan.yaml')
  const stamps = read('translated.yaml')
  const { status, stdout } = format()
  expect(stdout).toMatch(/^dialogs\/felanmalan\.yaml:\d+:\d+ Y001 Två kolon på samma rad/)
  expect(status).toBe(1)
  expect(read('felanmalan.yaml')).toBe(broken)
  expect(read('translated.yaml')).toBe(stamps)
})

test('a changed Swedish text is told in each translation until somebody has compared the two', () => {
  change('felanmalan.yaml', 'question: Vad gäller felet?', 'question: Vilket fel gäller det?')
  expect(format().stdout).toBe('Allt är redan i ordning.\n')
  const told = run('check-content', folder).stdout
  expect(told).toMatch(/^varning dialogs\/felanmalan\.en\.yaml:\d+:9 T023 Den svenska texten har ändrats/m)
  const commands = [...told.matchAll(/npm run dialogs:format -- (--translated \S+)/g)].map(([, one]) => one!)
  const files = ['ar', 'en', 'fi', 'so'].map((language) => `dialogs/felanmalan.${language}.yaml`)
  expect(commands).toEqual(files.map((file) => `--translated ${file}`))
  for (const command of commands)
    expect(format(...command.split(' ')).stdout).toBe('dialogs/translated.yaml formaterad\n')
  expect(run('check-content', folder).stdout).not.toContain('T023')
})

test.each([
  [['--lang', 'fi'], '--lang is sv or en'],
  [['--nope'], '--nope'],
  [['--translated', 'dialogs/felanmalan.yaml'], 'dialogs/felanmalan.yaml is no translation'],
])('refuses %j with 2 and says why', (options, why) => {
  const { status, stderr } = format(...options)
  expect(stderr).toContain(why)
  expect(status).toBe(2)
})
